import { afterEach, expect, test } from 'vitest'
import { speakAsTheWindow } from '../../src/main/host/speak-as-the-window.ts'
import type { CallRequest, CallResponse } from '../../src/shared/contract/wire.ts'
import { speak } from '../../src/shared/words/speak.ts'
import { onSpeech, spokenNow } from '../../src/shared/words/spoken.ts'
import { t } from '../../src/shared/words/t.ts'

afterEach(() => speak({ language: 'en', formatLocale: 'en-GB' }))

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const answer: CallResponse = { ok: true, data: undefined }

test('the process behind the window begins as the computer speaks, and goes on as the window does, whose calls it hands on', async () => {
  const handedOn: CallRequest[] = []
  const core = await speakAsTheWindow(
    {
      call(request: CallRequest) {
        handedOn.push(request)
        return Promise.resolve(answer)
      },
    },
    ['fr-CA', 'en-CA'],
    log,
  )
  expect(spokenNow()).toEqual({ language: 'fr', formatLocale: 'fr-CA' })
  expect(t('New post')).toBe('Nouveau billet')

  const spoken = new Promise<void>((resolve) => {
    const stop = onSpeech(() => {
      stop()
      resolve()
    })
  })
  const request: CallRequest = {
    path: 'settings.noteSpeech',
    type: 'mutation',
    input: { language: 'ar', formatLocale: 'ar-EG' },
  }
  expect(await core.call(request)).toBe(answer)
  await spoken
  expect(t('New post')).toBe('منشور جديد')
  expect(handedOn).toEqual([request])
})

test('what is no speech changes nothing', async () => {
  const core = await speakAsTheWindow({ call: (_request: CallRequest) => Promise.resolve(answer) }, ['vi'], log)
  await core.call({ path: 'settings.noteSpeech', type: 'mutation', input: { language: 'tlh', formatLocale: 'x' } })
  expect(spokenNow().language).toBe('vi')
})
