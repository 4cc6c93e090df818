import type { Messages } from '@lingui/core'
import type { Language, Speech } from './languages.ts'
import { begin, spokenNow } from './spoken.ts'

/** Each is loaded when it is first spoken. */
const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ default: unknown }>> = {
  fr: () => import('./catalogues/fr.json', { with: { type: 'json' } }),
  ar: () => import('./catalogues/ar.json', { with: { type: 'json' } }),
  vi: () => import('./catalogues/vi.json', { with: { type: 'json' } }),
}

let latest = 0

/**
 * This process speaks that language from when it resolves; the last call counts. Whatever was said before stays as it was said, so
 * a window draws itself anew (`onSpeech`). Rejects when the words cannot be loaded; then nothing has changed.
 */
export async function speak(speech: Speech): Promise<void> {
  const { language, formatLocale } = spokenNow()
  latest += 1
  if (speech.language === language && speech.formatLocale === formatLocale) return
  const mine = latest
  const words = speech.language === 'en' ? {} : (await catalogues[speech.language]()).default
  if (mine === latest) begin(speech, { ...(words as Messages) })
}
