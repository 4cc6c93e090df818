import type { PostWords } from '../../../../../shared/domain/post.ts'
import { shareLineLabel } from '../../../../../shared/share/share-line-name.ts'
import { t } from '../../../../../shared/words/t.ts'
import { compareLines, type ComparedLine } from '../../conflict/compare-lines.ts'
import { readDocument, readPlainText, type ReadLine } from '../../conflict/read-lines.ts'

/** A stretch to read; `same` ones can be folded. */
export interface Stretch {
  isSame: boolean
  lines: ComparedLine[]
}

const AROUND = 2
const WORTH_FOLDING = 4

/** Everything a reader meets of a version, as lines. */
export function readVersion({ title, document, excerpt, tags, shareLines }: PostWords): ReadLine[] {
  const about = [
    ...(excerpt === '' ? [] : [`${t('Excerpt:')} ${excerpt}`]),
    ...(tags.length === 0 ? [] : [`${t('Tags:')} ${tags.join(', ')}`]),
    ...shareLines.map((line) => `${shareLineLabel(line)}: ${line.text}`),
  ]
  return [
    ...readPlainText(title === '' ? t('Untitled') : title).map((line): ReadLine => ({ ...line, look: 'heading' })),
    ...readDocument(document),
    ...about.flatMap(readPlainText),
  ]
}

/** What a text has that another had not, and what it had; what both have at the ends is not looked at word by word. */
export function compareVersions(before: ReadLine[], after: ReadLine[]): Stretch[] {
  const keysBefore = before.map((line) => JSON.stringify(line))
  const keysAfter = after.map((line) => JSON.stringify(line))
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && keysBefore[head] === keysAfter[head]) head += 1
  let tail = 0
  while (tail < shorter - head && keysBefore.at(-1 - tail) === keysAfter.at(-1 - tail)) tail += 1
  const changed = compareLines(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return stretchesOf([
    ...after.slice(0, head).map(asKept),
    ...(changed.length > 0 ? changed : goneOnly(before.slice(head, before.length - tail))),
    ...after.slice(after.length - tail).map(asKept),
  ])
}

/** The half of a comparison that stands beside the other: only what this side has. */
export const oneSide = (stretches: Stretch[], fate: 'added' | 'removed'): Stretch[] =>
  stretches.map(({ isSame, lines }) => ({
    isSame,
    lines: lines.map((line) => ({
      ...line,
      runs: line.runs
        .filter((run) => run.fate !== 'removed')
        .map((run) => (run.fate === 'added' ? { ...run, fate } : run)),
    })),
  }))

const asKept = (line: ReadLine): ComparedLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, fate: 'kept' })),
})

/** With nothing left of a stretch there is no line to hang what is gone on. */
const goneOnly = (lines: ReadLine[]): ComparedLine[] =>
  lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, fate: 'removed' })) }))

/** Lines near a change stay with it; longer stretches without one can be folded. */
function stretchesOf(lines: ComparedLine[]): Stretch[] {
  const isNear = new Uint8Array(lines.length)
  for (const [index, { runs }] of lines.entries()) {
    if (runs.every(({ fate }) => fate === 'kept')) continue
    for (let at = Math.max(0, index - AROUND); at <= Math.min(lines.length - 1, index + AROUND); at += 1) isNear[at] = 1
  }
  const stretches: Stretch[] = []
  for (const [index, line] of lines.entries()) {
    const isSame = isNear[index] === 0
    const last = stretches.at(-1)
    if (last?.isSame === isSame) last.lines.push(line)
    else stretches.push({ isSame, lines: [line] })
  }
  return stretches.map((stretch) => ({ ...stretch, isSame: stretch.isSame && stretch.lines.length >= WORTH_FOLDING }))
}
