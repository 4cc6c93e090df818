import { z } from 'zod'
import type { PostDocument } from '../content/document.ts'

/** Of texts and sources together: a post of the blog carries both. */
const MAX_TEXT = 64 * 1024 * 1024
const MAX_DEPTH = 40
const MAX_NODES = 400_000

type Check = (value: unknown) => boolean
type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || isText(value)
const isWhole: Check = (value) => Number.isSafeInteger(value)
const isDirection: Check = (value) => value === null || value === 'ltr' || value === 'rtl'

const INLINE = ['text', 'hardBreak']
const LISTS = ['bulletList', 'orderedList']
const BLOCKS = ['paragraph', 'heading', ...LISTS, 'blockquote', 'codeBlock', 'horizontalRule', 'picture', 'opaque']

/** document.ts as a table: what each node must carry, and what may stand in it. `attrs` null: it has none that are read. */
const NODES = new Map<unknown, { attrs: Record<string, Check> | null; children: readonly string[]; isFilled?: true }>([
  ['paragraph', { attrs: { dir: isDirection, source: isTextOrNull }, children: INLINE }],
  [
    'heading',
    {
      attrs: {
        level: (value) => isWhole(value) && Number(value) >= 1 && Number(value) <= 6,
        dir: isDirection,
        source: isTextOrNull,
      },
      children: INLINE,
    },
  ],
  ['bulletList', { attrs: { source: isTextOrNull }, children: ['listItem'], isFilled: true }],
  ['orderedList', { attrs: { start: isWhole, source: isTextOrNull }, children: ['listItem'], isFilled: true }],
  ['listItem', { attrs: null, children: ['paragraph', ...LISTS], isFilled: true }],
  [
    'blockquote',
    { attrs: { citation: isText, source: isTextOrNull }, children: ['paragraph', 'heading', ...LISTS], isFilled: true },
  ],
  ['codeBlock', { attrs: { source: isTextOrNull }, children: ['text'] }],
  ['horizontalRule', { attrs: { source: isTextOrNull }, children: [] }],
  ['opaque', { attrs: { blockName: isText, source: isText }, children: [] }],
  [
    'picture',
    {
      attrs: {
        mediaId: (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
        remoteId: (value) => value === null || isWhole(value),
        url: isTextOrNull,
        alt: isText,
        caption: isText,
        source: isTextOrNull,
      },
      children: [],
    },
  ],
  ['hardBreak', { attrs: null, children: [] }],
  ['text', { attrs: null, children: [] }],
])

function isMark(mark: unknown): boolean {
  if (!isObject(mark)) return false
  if (mark['type'] === 'link') return isObject(mark['attrs']) && isText(mark['attrs']['href'])
  return mark['type'] === 'bold' || mark['type'] === 'italic' || mark['type'] === 'code'
}

/**
 * Walks instead of recursing over a schema: a long post has 100,000 nodes, and each key press may bring it. Whatever
 * passes can be stored, read, counted and written as markup; a document that cannot would lock its post for good.
 */
function isDocument(value: unknown): value is PostDocument {
  if (!isObject(value) || value['type'] !== 'doc' || !Array.isArray(value['content'])) return false
  const waiting: { nodes: readonly unknown[]; allowed: readonly string[]; depth: number }[] = [
    { nodes: value['content'], allowed: BLOCKS, depth: 1 },
  ]
  let nodeCount = 0
  let textLength = 0
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    nodeCount += level.nodes.length
    if (nodeCount > MAX_NODES || level.depth > MAX_DEPTH) return false
    for (const node of level.nodes) {
      if (!isObject(node)) return false
      const { type, attrs, content, text, marks } = node
      const rule = NODES.get(type)
      if (!rule || !level.allowed.some((name) => name === type)) return false
      if (rule.attrs !== null) {
        if (!isObject(attrs)) return false
        for (const [name, check] of Object.entries(rule.attrs)) if (!check(attrs[name])) return false
        if (typeof attrs['source'] === 'string') textLength += attrs['source'].length
      }
      if (type === 'text') {
        if (typeof text !== 'string') return false
        if (marks !== undefined && !(Array.isArray(marks) && marks.every(isMark))) return false
        textLength += text.length
      }
      if (textLength > MAX_TEXT) return false
      if (content === undefined ? rule.isFilled : !Array.isArray(content)) return false
      if (Array.isArray(content)) waiting.push({ nodes: content, allowed: rule.children, depth: level.depth + 1 })
    }
  }
  return true
}

export const documentInput = z.custom<PostDocument>(isDocument, 'document')
