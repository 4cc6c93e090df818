/**
 * The post as it is edited: ProseMirror JSON with the editor's own node names, so that the renderer can open it as it is
 * and the core can read it without a DOM.
 *
 * A block may carry `source`: the exact bytes it had on the blog, with the white space around it. A block that still means
 * what its source says is written back as its source, byte for byte (see document-to-markup.ts).
 *
 * Attributes that are marked optional came after the first version: documents of before do not have them, and absent
 * means null, '' or false.
 */
export interface PostDocument {
  type: 'doc'
  content: BlockNode[]
}

export type TextDirection = 'ltr' | 'rtl'

/**
 * What we do not model of a block that we do model, so that it stays editable and nothing is lost.
 * `attributes`: of the block comment. `html`: by name, attributes of the block's outermost element (`class` without what the
 * writer gives it); `img/style` is one of the element `img` inside; `<figcaption>` is what stands in that element when it is
 * more than the plain text of the node's own field.
 */
export interface KeptParts {
  attributes: Record<string, unknown>
  html: Record<string, string>
}

/** Every block's. Never shown; a split leaves both with the first half only. */
type BlockOrigin = {
  source: string | null
  kept?: KeptParts | null
}

export type PlainMarkType = 'bold' | 'italic' | 'strike' | 'superscript' | 'subscript' | 'code'

/**
 * `kept`: an inline element that we do not model, by its start tag, verbatim; several may nest.
 * `link`: `extra` are its other attributes (target, rel, data-type …). `language`: a passage in another language.
 */
export type InlineMark =
  | { type: 'kept'; attrs: { open: string } }
  | { type: 'link'; attrs: { href: string; extra?: Record<string, string> | null } }
  | { type: 'language'; attrs: { lang: string; dir: TextDirection | null; tag: 'span' | 'bdo' } }
  | { type: PlainMarkType }

export interface TextNode {
  type: 'text'
  text: string
  marks?: InlineMark[]
}
export interface HardBreakNode {
  type: 'hardBreak'
}
/** The raised number of a footnote; the number itself is its place among the references of the post. */
export interface FootnoteReferenceNode {
  type: 'footnoteReference'
  attrs: { id: string }
  marks?: InlineMark[]
}
/** Something in a line that is no text: an HTML comment, an inline picture, an empty element; verbatim. */
export interface KeptInlineNode {
  type: 'keptInline'
  attrs: { source: string }
  marks?: InlineMark[]
}
export type InlineNode = TextNode | HardBreakNode | FootnoteReferenceNode | KeptInlineNode

export type ParagraphVariant = 'interview-question' | 'interview-answer' | 'update-note'

/** `dir: null` means by the first strong letter. `variant`: a class by which the desk knows a paragraph again. */
export interface ParagraphNode {
  type: 'paragraph'
  attrs: BlockOrigin & { dir: TextDirection | null; variant?: ParagraphVariant | null }
  content?: InlineNode[]
}
export interface HeadingNode {
  type: 'heading'
  attrs: BlockOrigin & { level: 1 | 2 | 3 | 4 | 5 | 6; dir: TextDirection | null }
  content?: InlineNode[]
}
export interface ListItemNode {
  type: 'listItem'
  attrs?: { kept?: KeptParts | null }
  /** A paragraph first, then nested lists; or an item of the blog that we do not model, as it is, alone. */
  content: (ParagraphNode | BulletListNode | OrderedListNode | OpaqueNode)[]
}
export interface BulletListNode {
  type: 'bulletList'
  attrs: BlockOrigin
  content: ListItemNode[]
}
export interface OrderedListNode {
  type: 'orderedList'
  attrs: BlockOrigin & { start: number; reversed?: boolean }
  content: ListItemNode[]
}
export interface QuoteNode {
  type: 'blockquote'
  /** `citation`: who said it, plain text, '' for none. */
  attrs: BlockOrigin & { citation: string }
  content: BlockNode[]
}
export interface PullQuoteNode {
  type: 'pullquote'
  attrs: BlockOrigin & { citation: string }
  content: ParagraphNode[]
}
export interface CodeBlockNode {
  type: 'codeBlock'
  attrs: BlockOrigin
  content?: { type: 'text'; text: string }[]
}
/** White space in it counts; line ends are characters of its texts. */
export interface PreformattedNode {
  type: 'preformatted'
  attrs: BlockOrigin
  content?: InlineNode[]
}
/** Lines of a poem: like `preformatted`, in the letters of the text. */
export interface VerseNode {
  type: 'verse'
  attrs: BlockOrigin
  content?: InlineNode[]
}
export interface SeparatorNode {
  type: 'horizontalRule'
  attrs: BlockOrigin
}
/** Where a list of posts stops and says “read on” (`text`, '' for the theme's own words). */
export interface MoreBreakNode {
  type: 'moreBreak'
  attrs: BlockOrigin & { text: string; noTeaser: boolean }
}
export interface PageBreakNode {
  type: 'pageBreak'
  attrs: BlockOrigin
}
export type BlockAlignment = 'left' | 'center' | 'right' | 'wide' | 'full'
/**
 * A picture. `mediaId` for one stored on this laptop; `remoteId` and `url` once the blog has it. `caption` and `credit`
 * are plain text. `isDecorative`: it needs no description. `sizeSlug`: WordPress's name of the size shown.
 */
export interface PictureNode {
  type: 'picture'
  attrs: BlockOrigin & {
    mediaId: string | null
    remoteId: number | null
    url: string | null
    alt: string
    isDecorative?: boolean
    caption: string
    credit?: string
    align?: BlockAlignment | null
    sizeSlug?: string | null
    linkHref?: string | null
  }
}
export interface GalleryNode {
  type: 'gallery'
  attrs: BlockOrigin & { columns: number | null; caption: string }
  content: PictureNode[]
}
export interface TableNode {
  type: 'table'
  attrs: BlockOrigin & { caption: string; hasFixedLayout: boolean }
  content: TableRowNode[]
}
/** Rows of a section stand together, in the order head, body, foot. */
export interface TableRowNode {
  type: 'tableRow'
  attrs: { section: 'head' | 'body' | 'foot' }
  content: TableCellNode[]
}
export interface TableCellNode {
  type: 'tableCell' | 'tableHeader'
  attrs: { colspan: number; rowspan: number; align: 'left' | 'center' | 'right' | null; kept?: KeptParts | null }
  /** On the blog one text: each further paragraph a line of it. */
  content: ParagraphNode[]
}
/** `provider` and `embedType` in WordPress's words (`youtube`, `video`), '' when not known; `aspect` as `16-9`. */
export interface EmbedNode {
  type: 'embed'
  attrs: BlockOrigin & {
    url: string
    provider: string
    embedType: string
    caption: string
    align: BlockAlignment | null
    aspect: string | null
  }
}
/** Captions or subtitles of a video. `mediaId` for a file of this laptop, whose `src` is '' until the blog has it. */
export interface VideoTrack {
  mediaId?: string | null
  src: string
  srcLang: string
  label: string
  kind: string
  isDefault?: boolean
  /** Of its file on the blog. */
  id?: number | string
}
type MediaOrigin = BlockOrigin & {
  mediaId: string | null
  remoteId: number | null
  url: string | null
}
export interface VideoNode {
  type: 'video'
  attrs: MediaOrigin & { caption: string; tracks: VideoTrack[]; poster: string | null }
}
export interface AudioNode {
  type: 'audio'
  attrs: MediaOrigin & { caption: string }
}
/** `name`: what the link says. `showsDownload`: with a button beside it. */
export interface FileNode {
  type: 'file'
  attrs: MediaOrigin & { name: string; showsDownload: boolean }
}
export interface ButtonsNode {
  type: 'buttons'
  attrs: BlockOrigin
  content: ButtonNode[]
}
export interface ButtonNode {
  type: 'button'
  attrs: BlockOrigin & { url: string | null; isNewTab: boolean }
  content?: InlineNode[]
}
/**
 * Any other block that has blocks inside: `open` is what stands before the first of them, `close` what stands behind the
 * last, verbatim and with the white space around the block. `source` is '' for one that came from the blog: the whole
 * would hold every word once per level.
 */
export interface ContainerNode {
  type: 'container'
  attrs: { blockName: string; open: string; close: string; source: '' | null }
  content: BlockNode[]
}
/** Where the footnotes stand. Their texts are not in the post's content but in its `footnotes` meta: `meta`, verbatim. */
export interface FootnotesNode {
  type: 'footnotes'
  attrs: BlockOrigin & { meta: string | null }
  content?: FootnoteNode[]
}
export interface FootnoteNode {
  type: 'footnote'
  attrs: { id: string }
  content?: InlineNode[]
}
export interface CustomHtmlNode {
  type: 'customHtml'
  attrs: BlockOrigin & { html: string }
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
  | PullQuoteNode
  | CodeBlockNode
  | PreformattedNode
  | VerseNode
  | SeparatorNode
  | MoreBreakNode
  | PageBreakNode
  | PictureNode
  | GalleryNode
  | TableNode
  | EmbedNode
  | VideoNode
  | AudioNode
  | FileNode
  | ButtonsNode
  | ContainerNode
  | FootnotesNode
  | CustomHtmlNode
  | OpaqueNode

/** Any node but those in a line. */
export type StructureNode = BlockNode | ListItemNode | TableRowNode | TableCellNode | ButtonNode | FootnoteNode

export const emptyDocument = (): PostDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { dir: null, source: null } }],
})
