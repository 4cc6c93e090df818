import { matchSequences } from '../../../../shared/content/merge/match-sequences.ts'
import type { ReadLine, TextRun } from './read-lines.ts'

/** `removed`: the base has it here and this version does not. */
export interface ComparedRun extends TextRun {
  fate: 'kept' | 'added' | 'removed'
}
export type ComparedLine = Omit<ReadLine, 'runs'> & { runs: ComparedRun[] }

/** Beyond this nobody looks for single words, and the window must not stand still for it. */
const LONGEST_COMPARED = 60_000

type Token = TextRun & { key: string }
const LINE_END: Token = { text: '\n', marks: [], key: '\n' }

/** The lines of `version`, its words marked against `base`. Without a base, or in a very long text, all of them are kept. */
export function compareLines(base: readonly ReadLine[] | null, version: readonly ReadLine[]): ComparedLine[] {
  if (base === null || sizeOf(base) + sizeOf(version) > LONGEST_COMPARED) return version.map(asKept)
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const { kept, removedBefore } = match(textTokens(base, segmenter), textTokens(version, segmenter))
  const compared: ComparedLine[] = []
  let at = 0
  const takeRemoved = (): void => {
    for (const gone of removedBefore.get(at) ?? []) add(compared.at(-1)?.runs ?? [], gone, 'removed')
  }
  for (const line of version) {
    if (compared.length > 0) {
      takeRemoved()
      at += 1
    }
    compared.push({ ...line, runs: [] })
    for (const token of lineTokens(line, segmenter)) {
      takeRemoved()
      add(compared.at(-1)?.runs ?? [], token, kept.has(at) ? 'kept' : 'added')
      at += 1
    }
  }
  takeRemoved()
  return compared
}

const asKept = (line: ReadLine): ComparedLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, fate: 'kept' })),
})

const sizeOf = (lines: readonly ReadLine[]): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 1), 0)

/** Words as the script parts them, with their formatting, so that what was only made bold counts as changed too. */
function lineTokens({ runs }: ReadLine, segmenter: Intl.Segmenter): Token[] {
  return runs.flatMap(({ text, marks }) => {
    const look = marks.length === 0 ? '' : `\0${JSON.stringify(marks)}`
    return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, marks, key: segment + look }))
  })
}

const textTokens = (lines: readonly ReadLine[], segmenter: Intl.Segmenter): Token[] =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : [LINE_END]), ...lineTokens(line, segmenter)])

/** Which tokens of the version the base has too, and what went before each of them: places count in the version. */
function match(base: readonly Token[], version: readonly Token[]) {
  const keysOf = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key)
  const matches = matchSequences(keysOf(base), keysOf(version))
  const kept = new Set<number>()
  const removedBefore = new Map<number, Token[]>()
  let next = 0
  for (const [index, token] of base.entries()) {
    const place = matches[index] ?? null
    if (place !== null) {
      kept.add(place)
      next = place + 1
      continue
    }
    // A removed end of a line is a space.
    const gone = token === LINE_END ? { ...token, text: ' ' } : token
    const together = removedBefore.get(next)
    if (together) together.push(gone)
    else removedBefore.set(next, [gone])
  }
  return { kept, removedBefore }
}

function add(runs: ComparedRun[], { text, marks }: TextRun, fate: ComparedRun['fate']): void {
  const last = runs.at(-1)
  if (last?.fate === fate && isSameLook(last, marks)) last.text += text
  else runs.push({ text, marks, fate })
}

const isSameLook = (run: TextRun, marks: TextRun['marks']): boolean =>
  run.marks === marks || JSON.stringify(run.marks) === JSON.stringify(marks)
