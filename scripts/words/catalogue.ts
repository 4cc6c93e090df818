import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { createItem, createPoFile, parsePo, stringifyPo } from 'pofile-ts'
import { messageKey } from '../../src/shared/words/message-key.ts'
import type { FoundMessage } from './extract-words.ts'
import { translationFaults } from './message-faults.ts'

/** A sentence of the code, wherever it stands, and its words in one language; '' where there are none yet. */
export interface Entry {
  message: string
  context: string | null
  files: string[]
  translation: string
  /** What translators wrote to each other. */
  comments: string[]
}

export const keyOf = ({ message, context }: Pick<Entry, 'message' | 'context'>): string =>
  messageKey(message, context ?? undefined)

/**
 * The entries of a PO file, by key. Where two branches met in one (`git merge` left its marks), those of both: a translation on
 * either side is kept, and the upper one where there are two.
 */
export function readCatalogue(po: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const side of sidesOf(po)) {
    for (const { msgid, msgctxt, msgstr, comments, references, obsolete } of parsePo(side).items) {
      if (obsolete || msgid === '') continue
      const entry = { message: msgid, context: msgctxt, files: references, translation: msgstr[0] ?? '', comments }
      const known = entries.get(keyOf(entry))
      if (!known || known.translation === '') entries.set(keyOf(entry), entry)
    }
  }
  return entries
}

function sidesOf(po: string): string[] {
  const sides = { upper: [] as string[], lower: [] as string[] }
  let within: 'upper' | 'lower' | null = null
  for (const line of po.split('\n')) {
    if (line.startsWith('<<<<<<< ')) within = 'upper'
    else if (within !== null && line === '=======') within = 'lower'
    else if (within !== null && line.startsWith('>>>>>>> ')) within = null
    else for (const side of ['upper', 'lower'] as const) if (within === null || within === side) sides[side].push(line)
  }
  return [sides.upper.join('\n'), sides.lower.join('\n')]
}

/** As the code has them now, in its order; what it no longer has goes. `older` is looked through for words in its order. */
export function entriesFor(found: readonly FoundMessage[], ...older: ReadonlyMap<string, Entry>[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { message, context, file } of found) {
    const key = messageKey(message, context ?? undefined)
    const known = entries.get(key)
    if (known) {
      if (!known.files.includes(file)) known.files.push(file)
      continue
    }
    const before = older.map((each) => each.get(key)).find((entry) => entry !== undefined && entry.translation !== '')
    entries.set(key, {
      message,
      context,
      files: [file],
      translation: before?.translation ?? '',
      comments: before?.comments ?? [],
    })
  }
  return [...entries.values()]
}

export function writeCatalogue(entries: readonly Entry[], language: string): string {
  const po = createPoFile()
  po.headers = { Language: language, 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8' }
  po.headers['Content-Transfer-Encoding'] = '8bit'
  po.headerOrder = Object.keys(po.headers)
  po.items = entries.map(({ message, context, files, translation, comments }) =>
    Object.assign(createItem(), {
      msgid: message,
      msgctxt: context,
      references: files,
      msgstr: [translation],
      comments,
    }),
  )
  return `${stringifyPo(po, { foldLength: 0 }).trimEnd()}\n`
}

/** What the program loads: one line for each sentence that has words which can be said. */
export function compileCatalogue(entries: readonly Entry[], language: string): string {
  const lines = entries
    .filter(
      ({ message, translation }) =>
        translation !== '' && translationFaults(message, translation, language).length === 0,
    )
    .map((entry) => `  ${JSON.stringify(keyOf(entry))}: ${JSON.stringify(compileMessageOrThrow(entry.translation))}`)
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`
}
