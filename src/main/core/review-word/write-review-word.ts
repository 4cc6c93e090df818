import type * as Docx from 'docx'
import type { FileChild, Paragraph, ParagraphChild } from 'docx'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { overlayPosts } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote, SuggestedBy } from '../../../shared/domain/review-file.ts'
import { wordPicture } from '../interchange/word-picture.ts'
import { xmlText } from '../interchange/xml-text.ts'
import { DeskLines } from './desk-lines.ts'
import { placeNotes, type PlacedNote } from './place-notes.ts'
import { sheetOf, type By, type SheetItem, type SheetLine, type SheetRow, type SheetRun } from './review-sheet.ts'
import { reviewStyles, STYLE_IDS } from './review-styles.ts'
import { isPreformattedLook, NOTE, textOfPieces, type Look, type WordPiece } from './word-line.ts'

/** What the file belongs to, kept in it as Word keeps properties of its own. */
export const REVIEW_PROPERTY = 'AttacheReview'

export interface ReviewForWord {
  /** By what the file is known again when it comes back. */
  mark: string
  given: PostWords
  proposed: PostWords
  suggestions: readonly SuggestedBy[]
  notes: readonly ReviewNote[]
  /** Whose name stands at what nobody noted the author of. */
  sentBy: string
  sentAt: string
}

/**
 * A review as a Word file: every suggestion a tracked change of its author, every note a comment with its answers. What is
 * moved is taken out in one place and put in in the other, as most programs track it.
 */
export async function writeReviewWord(
  review: ReviewForWord,
  pictureOf: (node: object) => Uint8Array | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx')
  const { given, proposed } = review
  const known = new Map(review.suggestions.map((each) => [each.suggestionId, each]))
  const whoOf = (id: string): By => {
    const by = known.get(id)
    return by ? { name: by.authorName, at: by.suggestedAt } : { name: review.sentBy, at: review.sentAt }
  }
  const lines = new DeskLines(given, proposed)
  const sheet = sheetOf(overlayPosts(given, proposed), lines, whoOf)
  const notes = placeNotes(review.notes, proposed, sheet)
  const writer = new SheetToWord(docx, proposed.direction, notes, sheet.notes, pictureOf)
  const children = [
    writer.line(sheet.title),
    ...(sheet.excerpt ? [writer.line(sheet.excerpt)] : []),
    ...writer.items(sheet.items),
    // The end of the text can be taken out only where something follows.
    new docx.Paragraph({ style: STYLE_IDS.between }),
  ]
  const file = new docx.Document({
    title: proposed.title,
    creator: review.sentBy,
    lastModifiedBy: review.sentBy,
    customProperties: [{ name: REVIEW_PROPERTY, value: review.mark }],
    comments: { children: writer.comments(review.notes) },
    footnotes: writer.footnotes(),
    numbering: { config: writer.numbering },
    styles: reviewStyles(proposed.language),
    features: { trackRevisions: true },
    sections: [{ children }],
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(file))
}

class SheetToWord {
  readonly numbering: { reference: string; levels: Docx.ILevelsOptions[] }[] = []
  readonly #docx: typeof Docx
  readonly #direction: 'ltr' | 'rtl'
  readonly #placed: ReadonlyMap<SheetLine, PlacedNote[]>
  readonly #notes: ReadonlyMap<string, SheetRun[]>
  /** The note that each footnote of Word is; one that is referred to twice is two. */
  readonly #noteIds: string[] = []
  readonly #commentIds = new Map<string, number>()
  readonly #pictureOf: (node: object) => Uint8Array | null
  #lastId = 0

  constructor(
    docx: typeof Docx,
    direction: 'ltr' | 'rtl',
    placed: ReadonlyMap<SheetLine, PlacedNote[]>,
    notes: ReadonlyMap<string, SheetRun[]>,
    pictureOf: (node: object) => Uint8Array | null,
  ) {
    this.#docx = docx
    this.#direction = direction
    this.#placed = placed
    this.#notes = notes
    this.#pictureOf = pictureOf
  }

  items(items: readonly SheetItem[]): FileChild[] {
    this.#lists = []
    return items.flatMap((item) => {
      if (item.kind === 'line') return [this.line(item)]
      this.#lists = []
      // Two tables without anything between them are one in Word.
      return [this.#table(item.rows), new this.#docx.Paragraph({ style: STYLE_IDS.between })]
    })
  }

  line(line: SheetLine): Paragraph {
    const { look, was, change } = line
    const isRightToLeft =
      (textDirection(textOfPieces(line.runs.map(({ piece }) => piece))) ?? this.#direction) === 'rtl'
    const own = this.#lookOptions(look, isRightToLeft)
    return new this.#docx.Paragraph({
      ...own,
      ...(was && {
        revision: { ...this.#lookOptions(was.look, isRightToLeft), ...this.#changed(was.by) },
      }),
      ...(change && {
        run: change.kind === 'ins' ? { insertion: this.#changed(change.by) } : { deletion: this.#changed(change.by) },
      }),
      children: [...this.#picture(line), ...this.#runs(line, isRightToLeft)],
    })
  }

  #lookOptions(look: Look, isRightToLeft: boolean) {
    const style = STYLE_IDS[look.style]
    const numbering = look.list && { reference: this.#listFor(look.list), level: look.list.level }
    if (!look.list) this.#lists = []
    return {
      ...(style !== '' && { style }),
      ...(numbering && { numbering }),
      bidirectional: isRightToLeft,
    }
  }

  /** Numbers run on through a list, and begin anew behind other words. */
  #lists: (string | null)[] = []
  #listFor({ level, isOrdered }: NonNullable<Look['list']>): string {
    this.#lists.length = Math.min(this.#lists.length, level + 1)
    const kind = isOrdered ? 'ordered' : 'bullet'
    const running = this.#lists[level]
    if (running?.startsWith(kind)) return running
    const reference = `${kind}-${this.numbering.length + 1}`
    const levels = Array.from({ length: 9 }, (_, at): Docx.ILevelsOptions => ({
      level: at,
      format: isOrdered ? 'decimal' : 'bullet',
      text: isOrdered ? `%${at + 1}.` : '•',
      alignment: 'start',
      style: { paragraph: { indent: { start: 720 * (at + 1), hanging: 360 } } },
    }))
    this.numbering.push({ reference, levels })
    while (this.#lists.length <= level) this.#lists.push(null)
    this.#lists[level] = reference
    return reference
  }

  #table(rows: readonly SheetRow[]): FileChild {
    const { Table, TableRow, TableCell, WidthType } = this.#docx
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: this.#direction === 'rtl',
      rows: rows.map(
        ({ change, cells }) =>
          new TableRow({
            cantSplit: true,
            ...(cells.every(({ node }) => node.type === 'tableHeader') && { tableHeader: true }),
            ...(change?.kind === 'ins' && { insertion: this.#changed(change.by) }),
            ...(change?.kind === 'del' && { deletion: this.#changed(change.by) }),
            children: cells.map(({ node, lines }) => {
              const { colspan = 1, rowspan = 1 } = (node.attrs ?? {}) as { colspan?: number; rowspan?: number }
              return new TableCell({
                columnSpan: Math.min(100, Math.max(1, colspan)),
                rowSpan: Math.min(100, Math.max(1, rowspan)),
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: lines.length === 0 ? [new this.#docx.Paragraph({})] : lines.map((line) => this.line(line)),
              })
            }),
          }),
      ),
    })
  }

  #picture({ line, look }: SheetLine): ParagraphChild[] {
    const bytes = look.style === 'kept' && line ? this.#pictureOf(line.branch.node) : null
    const picture = bytes && wordPicture(this.#docx, { bytes }, '')
    return picture ? [picture, new this.#docx.TextRun({ break: 1 })] : []
  }

  #runs(line: SheetLine, isRightToLeft: boolean): ParagraphChild[] {
    const notes = this.#placed.get(line) ?? []
    const { CommentRangeStart, CommentRangeEnd, CommentReference, TextRun } = this.#docx
    const starts = (at: number): ParagraphChild[] =>
      notes
        .filter(({ from }) => from === at)
        .flatMap(({ note }) => this.#idsOf(note).map((id) => new CommentRangeStart(id)))
    const ends = (at: number): ParagraphChild[] =>
      notes
        .filter(({ to }) => to === at)
        .flatMap(({ note }) => this.#idsOf(note))
        .flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })])
    const edges = [...new Set(notes.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other)
    const children: ParagraphChild[] = []
    let at = 0
    let done = -1
    const mark = (): void => {
      for (const edge of edges) {
        if (edge > at || edge <= done) continue
        const isEmpty = notes.some(({ from, to }) => from === edge && to === edge)
        children.push(...(isEmpty ? [...starts(edge), ...ends(edge)] : [...ends(edge), ...starts(edge)]))
        done = edge
      }
    }
    mark()
    for (const run of line.runs) {
      // What is taken out has no place in the proposed words, unless the line as a whole is.
      const counts = run.change?.kind !== 'del'
      let rest = run.piece.text
      const next = (): number | undefined => edges.find((edge) => edge > at && edge < at + rest.length)
      for (let edge = counts ? next() : undefined; edge !== undefined; edge = next()) {
        children.push(
          ...this.#run({ ...run, piece: { ...run.piece, text: rest.slice(0, edge - at) } }, line.look, isRightToLeft),
        )
        rest = rest.slice(edge - at)
        at = edge
        mark()
      }
      children.push(...this.#run({ ...run, piece: { ...run.piece, text: rest } }, line.look, isRightToLeft))
      if (counts) at += rest.length
      mark()
    }
    at = Number.MAX_SAFE_INTEGER
    mark()
    return children
  }

  #run({ piece, change }: SheetRun, look: Look, isRightToLeft: boolean): ParagraphChild[] {
    const { TextRun, InsertedTextRun, DeletedTextRun, ExternalHyperlink } = this.#docx
    const options = {
      ...this.#formatOf(piece, isRightToLeft),
      children: this.#contentOf(piece, look),
    }
    if (options.children.length === 0) return []
    const changed = change && this.#changed(change.by)
    const run =
      change?.kind === 'ins'
        ? new InsertedTextRun({ ...options, ...this.#changed(change.by) })
        : change?.kind === 'del'
          ? new DeletedTextRun({ ...options, ...this.#changed(change.by) })
          : new TextRun({
              ...options,
              ...(change?.was && changed && { revision: { ...this.#formatOf(change.was, isRightToLeft), ...changed } }),
            })
    return piece.href === null ? [run] : [new ExternalHyperlink({ link: xmlText(piece.href), children: [run] })]
  }

  #formatOf({ marks, href }: WordPiece, isRightToLeft: boolean) {
    const has = (mark: (typeof marks)[number]) => marks.includes(mark)
    return {
      ...(has('bold') && { bold: true, boldComplexScript: true }),
      ...(has('italic') && { italics: true, italicsComplexScript: true }),
      ...(has('strike') && { strike: true }),
      // Word raises or lowers; what is both is raised.
      ...(has('superscript') ? { superScript: true } : has('subscript') && { subScript: true }),
      ...(has('code') && { font: 'Consolas' }),
      ...(href !== null && { color: '1D4F91', underline: {} }),
      rightToLeft: isRightToLeft,
    }
  }

  #contentOf({ text, noteId }: WordPiece, look: Look): (string | Docx.Tab | Docx.FootnoteReferenceElement)[] {
    if (text === NOTE && noteId !== null)
      return [new this.#docx.FootnoteReferenceRun(this.#noteIds.push(noteId))] as never
    return text
      .split(isPreformattedLook(look) ? /([\n\t])/ : /(\n)/)
      .filter((part) => part !== '')
      .map((part) => (part === '\n' ? lineBreak(this.#docx) : part === '\t' ? new this.#docx.Tab() : part))
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    const look: Look = { style: 'p', list: null }
    return Object.fromEntries(
      this.#noteIds.map((id, at) => {
        const runs = this.#notes.get(id) ?? []
        const line: SheetLine = { kind: 'line', line: null, look, was: null, change: null, runs }
        return [String(at + 1), { children: [this.line(line)] }]
      }),
    )
  }

  #idsOf(note: ReviewNote): number[] {
    return [note.id, ...note.replies.map((reply) => `${note.id} ${reply.id}`)].map((key) => {
      const id = this.#commentIds.get(key) ?? this.#commentIds.size
      this.#commentIds.set(key, id)
      return id
    })
  }

  comments(notes: readonly ReviewNote[]): Docx.ICommentOptions[] {
    return notes.flatMap((note) => {
      const [own = 0, ...others] = this.#idsOf(note)
      return [note, ...note.replies].map((remark, at) => ({
        id: at === 0 ? own : (others[at - 1] ?? 0),
        author: xmlText(remark.authorName),
        initials: xmlText(/^./su.exec(remark.authorName)?.[0] ?? ''),
        date: new Date(remark.writtenAt),
        ...(at > 0 && { parentId: own }),
        resolved: note.resolved !== null,
        children: remark.words.split('\n').map((words) => new this.#docx.Paragraph({ children: [this.#plain(words)] })),
      }))
    })
  }

  #plain(words: string): ParagraphChild {
    return new this.#docx.TextRun({ text: xmlText(words), rightToLeft: textDirection(words) === 'rtl' })
  }

  #changed({ name, at }: By) {
    this.#lastId += 1
    return { id: this.#lastId, author: xmlText(name), date: secondsOf(at) }
  }
}

/** Word knows no smaller part of time. */
const secondsOf = (at: string): string => at.replace(/\.\d+Z$/, 'Z')

const lineBreak = (docx: typeof Docx): never => new docx.TextRun({ break: 1 }) as never
