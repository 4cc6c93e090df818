import { z } from 'zod'
import type { BlockNode, PostDocument } from '../content/document.ts'
import { FOOTNOTE_ID } from '../content/footnote-reference.ts'
import { isStartTag } from '../content/html-shape.ts'

/** Of texts and sources together: a post of the blog carries both. */
const MAX_TEXT = 64 * 1024 * 1024
const MAX_DEPTH = 64
const MAX_NODES = 400_000

type Check = (value: unknown) => boolean
type Fields = Record<string, unknown>

/** A date or a map is none: what a row gives back of it is something else. */
const isObject = (value: unknown): value is Fields => Object.prototype.toString.call(value) === '[object Object]'
const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || isText(value)
const isWhole: Check = (value) => Number.isSafeInteger(value)
const isBoolean: Check = (value) => typeof value === 'boolean'
const isDirection: Check = (value) => value === null || value === 'ltr' || value === 'rtl'
const oneOf = (...values: unknown[]): Check => {
  const known = new Set(values)
  return (value) => known.has(value)
}
/** An attribute that documents of before do not have. */
const later =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value)

/** What a row of the store can hold. The bridge to the window also carries values of other kinds, such as a BigInt. */
function isStorable(value: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  if (typeof value !== 'object') return !['bigint', 'function', 'symbol'].includes(typeof value)
  if (value === null) return true
  return (Array.isArray(value) || isObject(value)) && Object.values(value).every((each) => isStorable(each, depth + 1))
}

const isMediaId: Check = (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
const isWholeOrNull: Check = (value) => value === null || isWhole(value)
const isSlug: Check = (value) => typeof value === 'string' && /^[\w-]*$/.test(value)
const isFootnoteId: Check = (value) => typeof value === 'string' && FOOTNOTE_ID.test(value)
const isAlignment = oneOf(null, 'left', 'center', 'right', 'wide', 'full')
const isKept: Check = (value) =>
  isObject(value) &&
  isObject(value['attributes']) &&
  isStorable(value['attributes']) &&
  isObject(value['html']) &&
  Object.entries(value['html']).every(([name, text]) => isText(text) && KEPT_NAME.test(name))
/** Nothing that could end the tag it is written into. */
const KEPT_NAME = /^(?:<[a-z][a-z0-9]*>|!?(?:[a-z][a-z0-9]*\/)?[^\s"'<>/=]+)$/i
const isSpan: Check = (value) => isWhole(value) && Number(value) >= 1
const isTrack: Check = (value) =>
  isObject(value) &&
  ['src', 'srcLang', 'label', 'kind'].every((name) => isText(value[name])) &&
  later(isBoolean)(value['isDefault']) &&
  later(isMediaId)(value['mediaId'])

const INLINE = ['text', 'hardBreak', 'footnoteReference', 'keptInline']
const LISTS = ['bulletList', 'orderedList']
const BLOCKS = [
  'paragraph',
  'heading',
  ...LISTS,
  'codeBlock',
  'picture',
  'opaque',
  'blockquote',
  'pullquote',
  'preformatted',
  'verse',
  'horizontalRule',
  'moreBreak',
  'pageBreak',
  'gallery',
  'table',
  'embed',
  'video',
  'audio',
  'file',
  'buttons',
  'container',
  'footnotes',
  'customHtml',
]

interface NodeRule {
  /** null: it has none that are read. */
  attrs: Record<string, Check> | null
  children: readonly string[]
  isFilled?: true
  /** Documents of before have the node without attributes. */
  isBare?: true
}

const ORIGIN = { source: isTextOrNull, kept: later(isKept) }
const MEDIA = { ...ORIGIN, mediaId: isMediaId, remoteId: isWholeOrNull, url: isTextOrNull }
const CELL: NodeRule = {
  attrs: { colspan: isSpan, rowspan: isSpan, align: oneOf(null, 'left', 'center', 'right'), kept: later(isKept) },
  children: ['paragraph'],
  isFilled: true,
}

/** document.ts as a table: what each node must carry, and what may stand in it. */
const NODES = new Map<unknown, NodeRule>(
  Object.entries({
    paragraph: {
      attrs: {
        ...ORIGIN,
        dir: isDirection,
        variant: later(oneOf('interview-question', 'interview-answer', 'update-note')),
      },
      children: INLINE,
    },
    heading: { attrs: { ...ORIGIN, level: oneOf(1, 2, 3, 4, 5, 6), dir: isDirection }, children: INLINE },
    bulletList: { attrs: ORIGIN, children: ['listItem'], isFilled: true },
    orderedList: {
      attrs: { ...ORIGIN, start: isWhole, reversed: later(isBoolean) },
      children: ['listItem'],
      isFilled: true,
    },
    listItem: {
      attrs: { kept: later(isKept) },
      isBare: true,
      children: ['paragraph', ...LISTS, 'opaque'],
      isFilled: true,
    },
    blockquote: { attrs: { ...ORIGIN, citation: isText }, children: BLOCKS, isFilled: true },
    pullquote: { attrs: { ...ORIGIN, citation: isText }, children: ['paragraph'], isFilled: true },
    codeBlock: { attrs: ORIGIN, children: ['text'] },
    preformatted: { attrs: ORIGIN, children: INLINE },
    verse: { attrs: ORIGIN, children: INLINE },
    horizontalRule: { attrs: ORIGIN, children: [] },
    moreBreak: { attrs: { ...ORIGIN, text: isText, noTeaser: isBoolean }, children: [] },
    pageBreak: { attrs: ORIGIN, children: [] },
    opaque: { attrs: { blockName: isText, source: isText }, children: [] },
    picture: {
      attrs: {
        ...MEDIA,
        alt: isText,
        isDecorative: later(isBoolean),
        caption: isText,
        credit: later(isText),
        align: later(isAlignment),
        sizeSlug: later(isSlug),
        linkHref: later(isText),
      },
      children: [],
    },
    gallery: {
      attrs: { ...ORIGIN, columns: isWholeOrNull, caption: isText },
      children: ['picture'],
      isFilled: true,
    },
    table: { attrs: { ...ORIGIN, caption: isText, hasFixedLayout: isBoolean }, children: ['tableRow'], isFilled: true },
    tableRow: {
      attrs: { section: oneOf('head', 'body', 'foot') },
      children: ['tableCell', 'tableHeader'],
      isFilled: true,
    },
    tableCell: CELL,
    tableHeader: CELL,
    embed: {
      attrs: {
        ...ORIGIN,
        url: isText,
        provider: isSlug,
        embedType: isSlug,
        caption: isText,
        align: isAlignment,
        aspect: (value) => value === null || (typeof value === 'string' && /^\d+-\d+$/.test(value)),
      },
      children: [],
    },
    video: {
      attrs: {
        ...MEDIA,
        caption: isText,
        poster: isTextOrNull,
        tracks: (value) => Array.isArray(value) && value.every(isTrack),
      },
      children: [],
    },
    audio: { attrs: { ...MEDIA, caption: isText }, children: [] },
    file: { attrs: { ...MEDIA, name: isText, showsDownload: isBoolean }, children: [] },
    buttons: { attrs: ORIGIN, children: ['button'], isFilled: true },
    button: { attrs: { ...ORIGIN, url: isTextOrNull, isNewTab: isBoolean }, children: INLINE },
    container: {
      attrs: { blockName: isText, open: isText, close: isText, source: oneOf('', null) },
      children: BLOCKS,
      isFilled: true,
    },
    footnotes: { attrs: { ...ORIGIN, meta: isTextOrNull }, children: ['footnote'] },
    footnote: { attrs: { id: isFootnoteId }, children: INLINE },
    customHtml: { attrs: { ...ORIGIN, html: isText }, children: [] },
    hardBreak: { attrs: null, children: [] },
    footnoteReference: { attrs: { id: isFootnoteId }, children: [] },
    keptInline: { attrs: { source: isText }, children: [] },
    text: { attrs: null, children: [] },
  } satisfies Record<string, NodeRule>),
)

const PLAIN_MARKS = new Set<unknown>(['bold', 'italic', 'strike', 'superscript', 'subscript', 'code'])
const isLanguageTag = oneOf('span', 'bdo')
const isExtra: Check = (value) =>
  isObject(value) && Object.entries(value).every(([name, text]) => isText(text) && KEPT_NAME.test(name))

function isMark(mark: unknown): boolean {
  if (!isObject(mark) || !isStorable(mark)) return false
  const { type, attrs } = mark
  switch (type) {
    case 'link':
      return isObject(attrs) && isText(attrs['href']) && later(isExtra)(attrs['extra'])
    case 'kept':
      return isObject(attrs) && typeof attrs['open'] === 'string' && isStartTag(attrs['open'])
    case 'language':
      return isObject(attrs) && isText(attrs['lang']) && isDirection(attrs['dir']) && isLanguageTag(attrs['tag'])
    default:
      return PLAIN_MARKS.has(type)
  }
}

/**
 * Walks instead of recursing over a schema: a long post has 100,000 nodes, and each key press may bring it. Whatever
 * passes can be stored, read, counted and written as markup; a document that cannot would lock its post for good.
 */
const isDocument = (value: unknown): value is PostDocument =>
  isObject(value) &&
  value['type'] === 'doc' &&
  Array.isArray(value['content']) &&
  sizeOfBlocks(value['content']) !== null

export interface DocumentSize {
  nodeCount: number
  textLength: number
}

export const isStorableSize = ({ nodeCount, textLength }: DocumentSize): boolean =>
  nodeCount <= MAX_NODES && textLength <= MAX_TEXT

/** null for what no document may have as its blocks. The sizes of the parts of a document add up to its own. */
export function sizeOfBlocks(blocks: readonly unknown[]): DocumentSize | null {
  const waiting: { nodes: readonly unknown[]; allowed: readonly string[]; depth: number }[] = [
    { nodes: blocks, allowed: BLOCKS, depth: 1 },
  ]
  let nodeCount = 0
  let textLength = 0
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    nodeCount += level.nodes.length
    if (nodeCount > MAX_NODES || level.depth > MAX_DEPTH) return null
    for (const node of level.nodes) {
      if (!isObject(node)) return null
      const { type, attrs, content, text, marks, ...unread } = node
      if (!isStorable(unread)) return null
      const rule = NODES.get(type)
      if (!rule || !level.allowed.some((name) => name === type)) return null
      if (rule.attrs !== null && !(rule.isBare && attrs === undefined)) {
        if (!isObject(attrs)) return null
        for (const [name, check] of Object.entries(rule.attrs)) if (!check(attrs[name])) return null
        for (const value of Object.values(attrs)) if (typeof value === 'string') textLength += value.length
      }
      if (!isStorable(attrs)) return null
      if (type === 'text') {
        if (typeof text !== 'string') return null
        textLength += text.length
      }
      if (marks !== undefined && !(Array.isArray(marks) && marks.every(isMark))) return null
      if (textLength > MAX_TEXT) return null
      if (content === undefined ? rule.isFilled : !Array.isArray(content)) return null
      if (Array.isArray(content)) waiting.push({ nodes: content, allowed: rule.children, depth: level.depth + 1 })
    }
  }
  return { nodeCount, textLength }
}

export const documentInput = z.custom<PostDocument>(isDocument, 'document')

/** Some blocks of a document. Whoever puts them into one asks `isStorableSize` of the whole. */
export const blocksInput = z.custom<BlockNode[]>(
  (blocks) => Array.isArray(blocks) && sizeOfBlocks(blocks) !== null,
  'document',
)
