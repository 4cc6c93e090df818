import { CLASSIC } from '../markup-to-document.ts'
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
  const what = subject(line)
  if (line.state === 'conflict') return conflictSentence(line, what)
  switch (line.by) {
    case 'mine':
      return `You ${line.change} ${what}.`
    case 'theirs':
      return `A colleague ${line.change} ${what}.`
    case 'both':
      return `You and a colleague both ${line.change} ${what}. The changes fit together.`
  }
}

function conflictSentence({ change, by, count }: MergeLine, what: string): string {
  const it = count === 1 ? 'it' : 'them'
  switch (change) {
    case 'removed':
      return by === 'theirs'
        ? `A colleague removed ${what}. You changed or moved ${it}.`
        : `You removed ${what}. A colleague changed or moved ${it}.`
    case 'moved':
      return `You moved ${what}. A colleague moved ${it} to another place.`
    case 'changed':
    case 'added':
      return `You ${change} ${what}. A colleague ${change} ${it} too.`
  }
}

/** One that a post has only one of stands for itself; the others are counted. */
const SUBJECTS: Record<Noun, string | readonly [one: string, many: string]> = {
  title: 'the title',
  excerpt: 'the excerpt',
  slug: 'the end of the address',
  'featured-media': 'the featured picture',
  publication: 'whether or when it is public',
  category: ['category', 'categories'],
  tag: ['tag', 'tags'],
  paragraph: ['paragraph', 'paragraphs'],
  heading: ['heading', 'headings'],
  list: ['list', 'lists'],
  quote: ['quote', 'quotes'],
  picture: ['picture', 'pictures'],
  gallery: ['gallery', 'galleries'],
  table: ['table', 'tables'],
  embed: ['embed', 'embeds'],
  video: ['video', 'videos'],
  sound: ['sound recording', 'sound recordings'],
  file: ['file', 'files'],
  buttons: ['row of buttons', 'rows of buttons'],
  columns: ['set of columns', 'sets of columns'],
  group: ['group of blocks', 'groups of blocks'],
  'fold-out': ['fold-out', 'fold-outs'],
  footnotes: ['list of footnotes', 'lists of footnotes'],
  rule: ['line across', 'lines across'],
  code: ['piece of code', 'pieces of code'],
  html: ['piece of HTML', 'pieces of HTML'],
  poem: ['poem', 'poems'],
  text: ['piece of text', 'pieces of text'],
  block: ['block', 'blocks'],
  footnote: ['footnote', 'footnotes'],
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function subject({ kind, count }: MergeLine): string {
  const words = SUBJECTS[kind]
  if (typeof words === 'string') return words
  return `${NUMBERS[count] ?? count} ${count === 1 ? words[0] : words[1]}`
}
