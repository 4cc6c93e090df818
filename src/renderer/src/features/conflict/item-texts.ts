import { t } from '../../../../shared/words/t.ts'
import type { MergeItem } from '../../../../shared/content/merge/post-merge.ts'
import type { Conflict } from '../../../../shared/contract/services.ts'
import type { RemotePostStatus } from '../../../../shared/domain/post.ts'
import { longTime } from '../../ui/times.ts'
import type { NotePlace } from './note-places.ts'
import { readMarkup, readNote, readPlainText, readSource, type NoteNumbers, type ReadLine } from './read-lines.ts'

/** What the blog's numbers are called, and where its footnotes hang. */
export interface ConflictNames extends Pick<Conflict, 'categoryNames' | 'pictureNames'> {
  notes: ReadonlyMap<string, NotePlace>
}

export type VersionName = 'mine' | 'base' | 'theirs'

/** What a version says about an item, as lines to read; null where it has nothing there. */
export function itemTexts(item: MergeItem, names: ConflictNames): Record<VersionName, ReadLine[] | null> {
  switch (item.kind) {
    case 'title':
    case 'excerpt':
    case 'slug':
      return ofEach(item, (text) => (text === '' ? null : readPlainText(text)))
    case 'featured-media':
      return ofEach(item, (id) =>
        id === null ? null : readPlainText(names.pictureNames[id] ?? t('A picture that this laptop has no name for')),
      )
    case 'publication':
      return ofEach(item, (value) => readPlainText(publicationWords(value)))
    case 'block-changed':
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
      return blockTexts(item, new Map([...names.notes].map(([id, { number }]) => [id, number])))
    case 'footnote':
      return ofEach(item, (html) => (html === null ? null : readNote(html)))
    case 'category':
      return ofTerm(item, names.categoryNames[item.categoryId] ?? t('A category that this laptop has no name for'))
    case 'tag':
      return ofTerm(item, item.tag)
  }
}

/** Where two versions differ in what no line shows (a level, an alignment), all of them are shown as they are written too. */
function blockTexts(
  item: Record<VersionName, string | null>,
  numbers: NoteNumbers,
): Record<VersionName, ReadLine[] | null> {
  const lines = ofEach(item, (markup) => (markup === null ? null : readMarkup(markup, numbers)))
  const isHidden = PAIRS.some(
    ([one, other]) =>
      item[one] !== null &&
      item[other] !== null &&
      item[one].trim() !== item[other].trim() &&
      JSON.stringify(lines[one]) === JSON.stringify(lines[other]),
  )
  if (!isHidden) return lines
  return ofEach(item, (markup) => (markup === null ? null : [...readMarkup(markup, numbers), ...readSource(markup)]))
}

const PAIRS: readonly (readonly [VersionName, VersionName])[] = [
  ['base', 'mine'],
  ['base', 'theirs'],
  ['mine', 'theirs'],
]

/** What a footnote is called, and the words it hangs on; null for anything else. */
export function notePlaceOf(item: MergeItem, { notes }: ConflictNames): { name: string; at: string } | null {
  if (item.kind !== 'footnote') return null
  const place = notes.get(item.footnoteId)
  return place ? { name: footnoteName(place.number), at: place.at } : { name: t('Footnote'), at: '' }
}

const footnoteName = (number: number): string => t('Footnote {number, number}', { number })

/** The block markup of each version, '' where it is no block or not there. */
export function itemMarkups(item: MergeItem): Record<VersionName, string> {
  switch (item.kind) {
    case 'block-changed':
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
      return { mine: item.mine ?? '', base: item.base ?? '', theirs: item.theirs ?? '' }
    case 'title':
    case 'excerpt':
    case 'slug':
    case 'featured-media':
    case 'publication':
    case 'footnote':
    case 'category':
    case 'tag':
      return { mine: '', base: '', theirs: '' }
  }
}

function ofEach<Value>(
  versions: Record<VersionName, Value>,
  read: (value: Value) => ReadLine[] | null,
): Record<VersionName, ReadLine[] | null> {
  return { mine: read(versions.mine), base: read(versions.base), theirs: read(versions.theirs) }
}

function ofTerm(
  { change, by }: Extract<MergeItem, { change: string }>,
  name: string,
): Record<VersionName, ReadLine[] | null> {
  const wasThere = change === 'removed'
  const has = (side: 'mine' | 'theirs'): boolean => (by === side || by === 'both') !== wasThere
  const lines = readPlainText(name)
  return { mine: has('mine') ? lines : null, base: wasThere ? lines : null, theirs: has('theirs') ? lines : null }
}

function publicationWords({ status, publishAt }: { status: RemotePostStatus; publishAt: string | null }): string {
  const state = statusWords(status)
  return publishAt === null || status === 'trash' || status === 'deleted'
    ? state
    : t('{state}, {time} here', { state, time: longTime(publishAt) })
}

function statusWords(status: RemotePostStatus): string {
  switch (status) {
    case 'draft':
      return t('Draft', {}, 'state')
    case 'pending':
      return t('In review', {}, 'state')
    case 'publish':
      return t('Published', {}, 'state')
    case 'future':
      return t('Scheduled', {}, 'state')
    case 'private':
      return t('Private', {}, 'state')
    case 'trash':
      return t('In the trash', {}, 'state')
    case 'deleted':
      return t('Deleted', {}, 'state')
  }
}
