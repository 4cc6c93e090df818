import type { MediaId } from '../domain/ids.ts'
import { inOrderOf } from './block-comment.ts'
import { missingClosers, parseBlocks, type ParsedBlock } from './block-grammar.ts'
import type { Writing } from './blocks/block-format.ts'
import { formatOf, type KnownNode } from './blocks/block-formats.ts'
import { isParagraphRun } from './classic/classic-pieces.ts'
import { classicToBlocks } from './classic/classic-to-blocks.ts'
import { formOf, isClassicOpaque, type PostForm } from './classic/post-form.ts'
import { writeClassic } from './classic/write-classic.ts'
import { shellOf } from './blocks/container-format.ts'
import { placeOfNotes } from './blocks/footnotes-format.ts'
import { oppositeDirection } from './blocks/text-formats.ts'
import type { BlockNode, ParagraphNode, PostDocument, TextDirection } from './document.ts'
import { referredFootnotes } from './document-walk.ts'
import { inlineLine } from './inline-text.ts'
import { renumberFootnotes } from './footnote-reference.ts'
import { sentBlock, type FindUpload, type SentBlock } from './sent-block.ts'
import { storableBlock } from './storable-block.ts'
import { splitOuterWhiteSpace } from './white-space.ts'

export interface MarkupOptions {
  pictureFor: FindUpload
  /** A new paragraph that runs against it says so; null: none does of itself. */
  blogDirection: TextDirection | null
  /** The blog keeps the footnotes in the post's meta (footnotesMeta); else they are a list in the text. */
  keepsFootnotes?: boolean
}

export interface PostMarkup {
  /** Not to be sent while a picture is missing: it has an empty address in here. */
  markup: string
  missingPictures: MediaId[]
}

/** A block as it goes out; `isVerbatim`: byte for byte its source. */
interface WrittenBlock {
  block: BlockNode
  text: string
  isVerbatim: boolean
}

/**
 * The post as the blog stores it. A block that still means what its source says goes as its source, so an untouched
 * document gives the identical bytes and an edit changes its own block only. Paragraphs at the end that are empty and
 * were not so on the blog are the editor's landing place and are not written. Linear in the length of the post.
 *
 * A classic post goes back as one. When it has come to hold what only a block can say, all of it goes as blocks: beside a
 * block, WordPress would make no paragraphs of classic text any more.
 */
export function documentToMarkup(document: PostDocument, options: MarkupOptions): PostMarkup {
  const isClassic = formOf(document) === 'classic'
  return (isClassic ? writePost(document, options, 'classic') : null) ?? writeBlocks(classicToBlocks(document), options)
}

const writeBlocks = (document: PostDocument, options: MarkupOptions): PostMarkup =>
  writePost(document, options, 'blocks') ?? { markup: '', missingPictures: [] }

/** null where the form cannot say all of it. */
function writePost(document: PostDocument, options: MarkupOptions, form: PostForm): PostMarkup | null {
  const writer = new BlockWriter(options, referredFootnotes(document.content), form)
  const markup = writer.writePost(document.content)
  return writer.isUnsaid ? null : { markup, missingPictures: [...writer.missingPictures] }
}

class BlockWriter {
  readonly missingPictures = new Set<MediaId>()
  readonly #options: MarkupOptions
  readonly #footnotes: readonly string[]
  readonly #form: PostForm
  /** There was a block that the form has no words for. */
  isUnsaid = false

  constructor(options: MarkupOptions, footnotes: readonly string[], form: PostForm) {
    this.#options = options
    this.#footnotes = footnotes
    this.#form = form
  }

  writePost(blocks: readonly BlockNode[]): string {
    const written = blocks.map((block) => this.#writeBlock(block))
    return joinBlocks(written.slice(0, written.findLastIndex((block) => !isLandingPlace(block)) + 1), this.#form)
  }

  #writeBlock(node: BlockNode): WrittenBlock {
    const block = this.#options.keepsFootnotes ? placeOfNotes(node) : node
    if (block.type === 'opaque') return { block, text: block.attrs.source, isVerbatim: true }
    if (block.type === 'container') {
      const text = formatOf('container').write(block, this.#writing(null))
      return { block, text, isVerbatim: true }
    }
    const { source } = block.attrs
    const sent = sentBlock(block, this.#options.pictureFor)
    for (const mediaId of sent.missing) this.missingPictures.add(mediaId)
    if (source !== null && sent.isUntouched) {
      return { block: sent.block, text: renumberFootnotes(source, this.#footnotes), isVerbatim: true }
    }
    return { block: sent.block, text: this.#writeChanged(sent, source), isVerbatim: false }
  }

  #writeChanged({ block, known }: SentBlock, source: string | null): string {
    const { before, inner, after } = splitOuterWhiteSpace(source ?? '')
    if (this.#form === 'classic') return before + this.#writeClassic(block, source === null ? null : inner) + after
    return source === null ? this.#writeNew(block, null) : before + this.#rewrite(block, known, source) + after
  }

  #writeClassic(block: KnownNode, before: string | null): string {
    const text = writeClassic(storableBlock(block), { blogDirection: this.#options.blogDirection, before })
    if (text === null) this.isUnsaid = true
    return text ?? ''
  }

  /** The same block with other words or blocks in it keeps its start and end. */
  #rewrite(block: KnownNode, known: BlockNode | null, source: string): string {
    const parsed = parseBlocks(source).find((piece) => piece.kind === 'block') ?? null
    const { rewrite, writeInner } = formatOf(block.type)
    const keepsShell = known !== null && hasSameShell(known, block) && !this.#turnsRound(known, block)
    const around = keepsShell ? parsed : null
    const rewritten = around && rewrite ? rewrite(shallowly(block), around) : null
    if (rewritten !== null) return renumberFootnotes(rewritten, this.#footnotes)
    const shell = around && writeInner ? shellAround(around) : null
    const writing = this.#writing(known ? (parsed?.attributes ?? null) : null)
    if (!shell || !writeInner) return this.#writeNew(block, writing)
    return renumberFootnotes(shell.open + writeInner(shallowly(block), writing) + shell.close, this.#footnotes)
  }

  /** Words of the other direction in a paragraph that had none, or others: its start has to say so. */
  #turnsRound(known: BlockNode, block: KnownNode): boolean {
    if (known.type !== 'paragraph' || block.type !== 'paragraph' || block.attrs.dir !== null) return false
    const directionOf = ({ content = [] }: ParagraphNode) =>
      oppositeDirection(inlineLine(content), this.#options.blogDirection)
    return directionOf(block) !== null && directionOf(known) === null
  }

  #writeNew(block: KnownNode, writing: Writing | null): string {
    const text = formatOf(block.type).write(shallowly(block), writing ?? this.#writing(null))
    return renumberFootnotes(writing?.before ? inOrderOf(writing.before, text) : text, this.#footnotes)
  }

  #writing(before: Record<string, unknown> | null): Writing {
    const { blogDirection } = this.#options
    return {
      blogDirection,
      before,
      inner: (blocks) =>
        joinBlocks(
          blocks.map((block) => this.#writeBlock(block)),
          this.#form,
        ),
    }
  }
}

function joinBlocks(written: readonly WrittenBlock[], form: PostForm): string {
  const parts: string[] = []
  for (const [index, current] of written.entries()) {
    const before = written[index - 1]
    if (before) parts.push(separator(before, current, form))
    parts.push(current.text)
  }
  return parts.join('')
}

/** One form, but what stands inside as it is: it has sources of its own. */
const shallowly = (block: KnownNode): KnownNode => formatOf(block.type).storable(block, (inner) => inner)

const isLandingPlace = ({ block, isVerbatim }: WrittenBlock): boolean =>
  !isVerbatim && block.type === 'paragraph' && (block.content ?? []).length === 0

const hasSameShell = (one: BlockNode, other: BlockNode): boolean =>
  JSON.stringify(storableAttributes(one)) === JSON.stringify(storableAttributes(other))

const storableAttributes = (block: BlockNode): object =>
  block.type === 'opaque' ? block.attrs : shallowly(block).attrs

/** A block's comment and its element's tag, and the ends of both. */
function shellAround(block: ParsedBlock): { open: string; close: string } | null {
  const shell = shellOf(block)
  if (shell) return shell
  const open = /^<!--[^]*?-->\s*<([a-z][a-z0-9]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>/.exec(block.source)
  const close = /<\/[a-z][a-z0-9]*>\s*<!--[^<]*-->$/.exec(block.source)
  return open && close && close.index >= open[0].length ? { open: open[0], close: close[0] } : null
}

/**
 * What goes between two blocks besides the white space in their sources. Nothing between two untouched ones: without white
 * space there they stood side by side on the blog. But a block whose closer is missing would swallow the next.
 */
function separator(before: WrittenBlock, after: WrittenBlock, form: PostForm): string {
  const closers = before.block.type === 'opaque' ? missingClosers(before.text) : ''
  const isApart = /[ \t\n\v\f\r]$/.test(before.text) || /^[ \t\n\v\f\r]/.test(after.text)
  const [one, other] = [before.block.attrs.source, after.block.attrs.source]
  const isSplit = !(before.isVerbatim && after.isVerbatim) && one === other
  // Beside blocks they would be one text when read again; alone they part where they did (see isParagraphRun).
  const isRunTogether = form === 'blocks' && isClassicOpaque(before.block) && isClassicOpaque(after.block)
  const isOneText = closers === '' && isParagraphRun(before.text, after.text)
  return (
    closers + (isOneText || (!isApart && (one === null || other === null || isSplit || isRunTogether)) ? '\n\n' : '')
  )
}
