/**
 * The post as it is edited: ProseMirror JSON with the editor's own node names, so that the renderer can open it as it is
 * and the core can read it without a DOM.
 *
 * Every **top-level** block may carry `source`: the exact bytes it had on the blog, with the white space around it. A block
 * that still means what its source says is written back as its source, byte for byte (see document-to-markup.ts).
 */
export interface PostDocument {
  type: 'doc'
  content: BlockNode[]
}

export type TextDirection = 'ltr' | 'rtl'

export type InlineMark =
  { type: 'bold' } | { type: 'italic' } | { type: 'code' } | { type: 'link'; attrs: { href: string } }

export type InlineNode = { type: 'text'; text: string; marks?: InlineMark[] } | { type: 'hardBreak' }

/** `dir: null` means by the first strong letter. */
export interface ParagraphNode {
  type: 'paragraph'
  attrs: { dir: TextDirection | null; source: string | null }
  content?: InlineNode[]
}
export interface HeadingNode {
  type: 'heading'
  attrs: { level: 1 | 2 | 3 | 4 | 5 | 6; dir: TextDirection | null; source: string | null }
  content?: InlineNode[]
}
export interface ListItemNode {
  type: 'listItem'
  /** A paragraph first, then nested lists. */
  content: (ParagraphNode | BulletListNode | OrderedListNode)[]
}
export interface BulletListNode {
  type: 'bulletList'
  attrs: { source: string | null }
  content: ListItemNode[]
}
export interface OrderedListNode {
  type: 'orderedList'
  attrs: { start: number; source: string | null }
  content: ListItemNode[]
}
export interface QuoteNode {
  type: 'blockquote'
  /** `citation`: who said it, plain text, '' for none. */
  attrs: { citation: string; source: string | null }
  content: (ParagraphNode | HeadingNode | BulletListNode | OrderedListNode)[]
}
export interface CodeBlockNode {
  type: 'codeBlock'
  attrs: { source: string | null }
  content?: { type: 'text'; text: string }[]
}
export interface SeparatorNode {
  type: 'horizontalRule'
  attrs: { source: string | null }
}
/** A picture. `mediaId` for one stored on this laptop; `remoteId` and `url` once the blog has it. `caption` is plain text. */
export interface PictureNode {
  type: 'picture'
  attrs: {
    mediaId: string | null
    remoteId: number | null
    url: string | null
    alt: string
    caption: string
    source: string | null
  }
}
/** Anything we do not model: shown by name, movable, deletable, written back verbatim. */
export interface OpaqueNode {
  type: 'opaque'
  attrs: { blockName: string; source: string }
}

export type BlockNode =
  | ParagraphNode
  | HeadingNode
  | BulletListNode
  | OrderedListNode
  | QuoteNode
  | CodeBlockNode
  | SeparatorNode
  | PictureNode
  | OpaqueNode

export const emptyDocument = (): PostDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { dir: null, source: null } }],
})
