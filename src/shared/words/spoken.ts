import { setupI18n, type Messages } from '@lingui/core'
import { languageFacts, type Speech } from './languages.ts'

/** What this process speaks; English until `speak` was called. One process serves one person. */
let speech: Speech = { language: 'en', formatLocale: languageFacts.en.formatLocale }
/** Compiled, by the English sentence; what is not there is compiled when it is first said, and then kept. */
let messages: Messages = {}
const listeners = new Set<() => void>()

export const i18n = setupI18n()
begin(speech, messages)

/** The same object until another language is spoken. */
export const spokenNow = (): Speech => speech

export const spokenMessages = (): Messages => messages

export const isSpokenRightToLeft = (): boolean => languageFacts[speech.language].direction === 'rtl'

/** Called after each change. Returns how to stop. */
export function onSpeech(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `words` becomes the catalogue and grows. */
export function begin(next: Speech, words: Messages): void {
  speech = next
  messages = words
  i18n.loadAndActivate({ locale: next.language, locales: next.formatLocale, messages: words })
  for (const listener of listeners) listener()
}
