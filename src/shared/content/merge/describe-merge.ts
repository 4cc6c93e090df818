import { CLASSIC } from '../markup-to-document.ts'
import { numberWords } from '../../words/number-words.ts'
import { t } from '../../words/t.ts'
import type { BlockItem, By, FootnoteItem, MergeItem, PostMerge } from './post-merge.ts'

/** A line's subject: a field of the post, or what a person calls a block. */
type Noun = Exclude<MergeItem['kind'], BlockItem['kind']> | BlockNoun
type BlockNoun =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'quote'
  | 'picture'
  | 'gallery'
  | 'table'
  | 'embed'
  | 'video'
  | 'sound'
  | 'file'
  | 'buttons'
  | 'columns'
  | 'group'
  | 'fold-out'
  | 'footnotes'
  | 'rule'
  | 'code'
  | 'html'
  | 'poem'
  | 'text'
  | 'block'

/** Items of one kind to which the same happened, counted. */
export interface MergeLine {
  count: number
  kind: Noun
  change: 'changed' | 'added' | 'removed' | 'moved'
  by: By
  state: MergeItem['state']
  itemIds: string[]
}

/** What happened, as a short list: conflicts first, then in the order of the items. Every item is in exactly one line. */
export function describeMerge({ items }: Pick<PostMerge, 'items'>): MergeLine[] {
  const lines = new Map<string, MergeLine>()
  for (const item of items) {
    const { by, state } = item
    const { kind, change } = subjectOf(item)
    const key = [state, kind, change, by].join(' ')
    const line = lines.get(key) ?? { count: 0, kind, change, by, state, itemIds: [] }
    line.count += 1
    line.itemIds.push(item.id)
    lines.set(key, line)
  }
  const all = [...lines.values()]
  return [...all.filter(({ state }) => state === 'conflict'), ...all.filter(({ state }) => state === 'merged')]
}

function subjectOf(item: MergeItem): Pick<MergeLine, 'kind' | 'change'> {
  switch (item.kind) {
    case 'block-changed':
      return { kind: blockNoun(item.blockName), change: 'changed' }
    case 'block-added':
      return { kind: blockNoun(item.blockName), change: 'added' }
    case 'block-removed':
      return { kind: blockNoun(item.blockName), change: 'removed' }
    case 'block-moved':
      return { kind: blockNoun(item.blockName), change: 'moved' }
    case 'category':
    case 'tag':
      return { kind: item.kind, change: item.change }
    case 'footnote':
      return { kind: 'footnote', change: changeOf(item) }
    case 'title':
    case 'excerpt':
    case 'slug':
    case 'featured-media':
    case 'publication':
      return { kind: item.kind, change: 'changed' }
  }
}

function changeOf({ base, mine, theirs }: FootnoteItem): MergeLine['change'] {
  if (base === null) return 'added'
  return mine === null || theirs === null ? 'removed' : 'changed'
}

/** What a person calls WordPress's own blocks; any other is a block. */
const BLOCK_NOUNS: Partial<Record<string, BlockNoun>> = {
  'core/paragraph': 'paragraph',
  'core/heading': 'heading',
  'core/list': 'list',
  'core/quote': 'quote',
  'core/pullquote': 'quote',
  'core/image': 'picture',
  'core/gallery': 'gallery',
  'core/table': 'table',
  'core/embed': 'embed',
  'core/video': 'video',
  'core/audio': 'sound',
  'core/file': 'file',
  'core/buttons': 'buttons',
  'core/columns': 'columns',
  'core/group': 'group',
  'core/details': 'fold-out',
  'core/footnotes': 'footnotes',
  'core/separator': 'rule',
  'core/code': 'code',
  'core/html': 'html',
  'core/verse': 'poem',
  'core/preformatted': 'text',
  [CLASSIC]: 'text',
}

const blockNoun = (blockName: string): BlockNoun => BLOCK_NOUNS[blockName] ?? 'block'

/** The line in words, as plain text: “A colleague added two paragraphs.” */
export function mergeSentence(line: MergeLine): string {
  const what = SUBJECTS[line.kind]({ count: line.count, number: countWords(line.count) })
  return line.state === 'conflict' ? conflictSentence(line, what) : mergedSentence(line, what)
}

function mergedSentence({ by, change }: MergeLine, what: string): string {
  switch (by) {
    case 'mine':
      switch (change) {
        case 'changed':
          return t('You changed {what}.', { what })
        case 'added':
          return t('You added {what}.', { what })
        case 'removed':
          return t('You removed {what}.', { what })
        case 'moved':
          return t('You moved {what}.', { what })
      }
    case 'theirs':
      switch (change) {
        case 'changed':
          return t('A colleague changed {what}.', { what })
        case 'added':
          return t('A colleague added {what}.', { what })
        case 'removed':
          return t('A colleague removed {what}.', { what })
        case 'moved':
          return t('A colleague moved {what}.', { what })
      }
    case 'both':
      switch (change) {
        case 'changed':
          return t('You and a colleague both changed {what}. The changes fit together.', { what })
        case 'added':
          return t('You and a colleague both added {what}. The changes fit together.', { what })
        case 'removed':
          return t('You and a colleague both removed {what}. The changes fit together.', { what })
        case 'moved':
          return t('You and a colleague both moved {what}. The changes fit together.', { what })
      }
  }
}

function conflictSentence({ change, by, count }: MergeLine, what: string): string {
  const said = { what, count }
  switch (change) {
    case 'removed':
      return by === 'theirs'
        ? t('A colleague removed {what}. You changed or moved {count, plural, one {it} other {them}}.', said)
        : t('You removed {what}. A colleague changed or moved {count, plural, one {it} other {them}}.', said)
    case 'moved':
      return t('You moved {what}. A colleague moved {count, plural, one {it} other {them}} to another place.', said)
    case 'changed':
      return t('You changed {what}. A colleague changed {count, plural, one {it} other {them}} too.', said)
    case 'added':
      return t('You added {what}. A colleague added {count, plural, one {it} other {them}} too.', said)
  }
}

interface Counted {
  count: number
  /** The same in words. */
  number: string
}

/** What was done something to. One that a post has only one of stands for itself; the others are counted. */
const SUBJECTS: Record<Noun, (counted: Counted) => string> = {
  title: () => t('the title', {}, 'what was changed'),
  excerpt: () => t('the excerpt', {}, 'what was changed'),
  slug: () => t('the end of the address', {}, 'what was changed'),
  'featured-media': () => t('the featured picture', {}, 'what was changed'),
  publication: () => t('whether or when it is public', {}, 'what was changed'),
  category: (counted) => t('{count, plural, one {one category} other {{number} categories}}', counted),
  tag: (counted) => t('{count, plural, one {one tag} other {{number} tags}}', counted),
  paragraph: (counted) => t('{count, plural, one {one paragraph} other {{number} paragraphs}}', counted),
  heading: (counted) => t('{count, plural, one {one heading} other {{number} headings}}', counted),
  list: (counted) => t('{count, plural, one {one list} other {{number} lists}}', counted),
  quote: (counted) => t('{count, plural, one {one quote} other {{number} quotes}}', counted),
  picture: (counted) => t('{count, plural, one {one picture} other {{number} pictures}}', counted),
  gallery: (counted) => t('{count, plural, one {one gallery} other {{number} galleries}}', counted),
  table: (counted) => t('{count, plural, one {one table} other {{number} tables}}', counted),
  embed: (counted) => t('{count, plural, one {one embed} other {{number} embeds}}', counted),
  video: (counted) => t('{count, plural, one {one video} other {{number} videos}}', counted),
  sound: (counted) => t('{count, plural, one {one sound recording} other {{number} sound recordings}}', counted),
  file: (counted) => t('{count, plural, one {one file} other {{number} files}}', counted),
  buttons: (counted) => t('{count, plural, one {one row of buttons} other {{number} rows of buttons}}', counted),
  columns: (counted) => t('{count, plural, one {one set of columns} other {{number} sets of columns}}', counted),
  group: (counted) => t('{count, plural, one {one group of blocks} other {{number} groups of blocks}}', counted),
  'fold-out': (counted) => t('{count, plural, one {one fold-out} other {{number} fold-outs}}', counted),
  footnotes: (counted) =>
    t('{count, plural, one {one list of footnotes} other {{number} lists of footnotes}}', counted),
  rule: (counted) => t('{count, plural, one {one line across} other {{number} lines across}}', counted),
  code: (counted) => t('{count, plural, one {one piece of code} other {{number} pieces of code}}', counted),
  html: (counted) => t('{count, plural, one {one piece of HTML} other {{number} pieces of HTML}}', counted),
  poem: (counted) => t('{count, plural, one {one poem} other {{number} poems}}', counted),
  text: (counted) => t('{count, plural, one {one piece of text} other {{number} pieces of text}}', counted),
  block: (counted) => t('{count, plural, one {one block} other {{number} blocks}}', counted),
  footnote: (counted) => t('{count, plural, one {one footnote} other {{number} footnotes}}', counted),
}

/** Small counts are written out, as English does. */
function countWords(count: number): string {
  const words = [
    t('two', {}, 'a count'),
    t('three', {}, 'a count'),
    t('four', {}, 'a count'),
    t('five', {}, 'a count'),
    t('six', {}, 'a count'),
    t('seven', {}, 'a count'),
    t('eight', {}, 'a count'),
    t('nine', {}, 'a count'),
    t('ten', {}, 'a count'),
    t('eleven', {}, 'a count'),
    t('twelve', {}, 'a count'),
  ]
  return words[count - 2] ?? numberWords(count)
}
