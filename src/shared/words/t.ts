import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'
import { LONG_ENGLISH } from './languages.ts'
import { longerWords } from './longer-words.ts'
import { messageKey } from './message-key.ts'
import type { MessageValues } from './message-values.ts'
import { i18n, isSpokenRightToLeft, spokenMessages, spokenNow } from './spoken.ts'

type Values = Record<string, string | number>

/** What stands behind the sentence: its values where it has holes, then the context. */
export type MessageArguments<Message extends string> = string extends Message
  ? [never]
  : keyof MessageValues<Message> extends never
    ? [values?: Record<string, never>, context?: string]
    : [values: MessageValues<Message>, context?: string]

/**
 * A sentence in the language of the interface. `message` is the English one, written in ICU and in place, so that `npm run words`
 * finds it; what has no translation is said in English. `context` tells apart what is one word in English and two elsewhere.
 * Never called while a module loads: the language may change afterwards.
 */
export function t<const Message extends string>(
  message: Message,
  ...[values, context]: MessageArguments<Message>
): string {
  return said(message, values, context)
}

/** For `Rich`, which has checked its values itself. */
export function said(message: string, values: Values | undefined, context: string | undefined): string {
  const key = messageKey(message, context)
  const messages = spokenMessages()
  if (!Object.hasOwn(messages, key)) messages[key] = compiled(message)
  return i18n._(key, values && readyValues(values, messages[key] ?? ''))
}

const compiled = (message: string) =>
  spokenNow().formatLocale === LONG_ENGLISH ? longerWords(message) : compileMessage(message)

const BACKSLASH = '\\'
const OWN_ORDER = /(?=\p{L})\P{Script=Arabic}|[0-9]-[0-9]/u

/**
 * Lingui reads `\x5c` in what it has put together as the sign it names, also where a person or a path wrote it; so a backslash is
 * given as its own name. A Latin name or a date such as 2026-11-28 keeps its own order in a sentence that runs from right to left; what a
 * `select` chooses by is said by nobody and stays as it is.
 */
function readyValues(values: Values, message: CompiledMessage | string): Values {
  const isolates = isSpokenRightToLeft()
  let ready: Values | null = null
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' || (!isolates && !value.includes(BACKSLASH))) continue
    ready ??= { ...values }
    const plain = value.replaceAll(BACKSLASH, String.raw`\x5c`)
    ready[name] = isolates && OWN_ORDER.test(value) && !isChosenBy(message, name) ? `\u2068${plain}\u2069` : plain
  }
  return ready ?? values
}

function isChosenBy(message: CompiledMessage | string, name: string): boolean {
  if (typeof message === 'string') return false
  return message.some((token) => {
    if (typeof token === 'string') return false
    const [hole, kind, cases] = token
    if (kind === 'select' && hole === name) return true
    return Object.values(cases ?? {}).some((each) => isCompiled(each) && isChosenBy(each, name))
  })
}

/** Beside its cases a plural has its offset, a number. */
const isCompiled = (each: unknown): each is CompiledMessage | string => typeof each === 'string' || Array.isArray(each)
