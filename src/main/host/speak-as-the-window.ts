import { speechInput } from '../../shared/contract/settings-input.ts'
import type { CoreTransport } from '../../shared/contract/wire.ts'
import { speechFor } from '../../shared/words/languages.ts'
import { speak } from '../../shared/words/speak.ts'
import type { Log } from '../core/ports.ts'

/**
 * The serving process has words of its own: menu, dialogs, what it says of updates. It begins as the computer does and goes on as the
 * window does, whose calls it hands on as they are. Where the words cannot be loaded it stays as it was.
 */
export async function speakAsTheWindow<Core extends Pick<CoreTransport, 'call'>>(
  core: Core,
  computerLanguages: readonly string[],
  log: Log,
): Promise<Core> {
  const follow = (speech: Parameters<typeof speak>[0]): Promise<void> =>
    speak(speech).catch(() => log.warn('speech-not-loaded', { language: speech.language }))
  await follow(speechFor('as-the-computer', computerLanguages))
  return {
    ...core,
    call(request) {
      const spoken = request.path === 'settings.noteSpeech' ? speechInput.safeParse(request.input) : null
      if (spoken?.success) void follow(spoken.data)
      return core.call(request)
    },
  }
}
