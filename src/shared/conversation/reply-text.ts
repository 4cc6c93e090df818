import {
  REPLY_MARKS,
  TAGS_OF,
  type ReplyBlock,
  type ReplyDocument,
  type ReplyInline,
  type ReplyMark,
  type ReplyMarkName,
  type ReplyParagraph,
  type ReplyWords,
} from './reply-document.ts'

/*
 * The text of a reply: the HTML that WordPress keeps of a comment by somebody who may not write everything (kses), with blank
 * lines between paragraphs and newlines for line breaks, of which the blog makes elements when it shows them (wpautop). What is
 * written here comes back from the blog as it is, but for the `rel` that the blog puts on links.
 */

const MARK_OF = new Map<string, ReplyMarkName>(
  REPLY_MARKS.flatMap((name) => TAGS_OF[name].map((tag) => [tag, name] as const)),
)
const PIECES = /<(\/?)([a-z]+)((?:\s[^<>]*)?)\s*\/?>|\r\n?|\n|[^<\r\n]+|</giu
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu
const SAFE_ADDRESS = /^(?:https?|mailto):/i

/** Nothing of a text is lost: a tag that no comment may carry, and a sign that begins none, is read as words. */
export function readReply(text: string): ReplyDocument {
  const root: ReplyBlock[] = []
  const quotes: ReplyBlock[][] = []
  let open: ReplyMark[] = []
  let inline: ReplyInline[] = []

  const endParagraph = (): void => {
    const into = quotes.at(-1) ?? root
    into.push(...asParagraphs(inline))
    inline = []
  }
  const say = (words: string): void => {
    if (words !== '') inline.push({ type: 'text', text: words, ...(open.length > 0 && { marks: inOrder(open) }) })
  }

  for (const [piece, slash, tag, rest] of text.matchAll(PIECES)) {
    const name = tag?.toLowerCase() ?? ''
    const mark = MARK_OF.get(name)
    if (piece === '\n' || piece === '\r' || piece === '\r\n' || name === 'br') inline.push({ type: 'hardBreak' })
    else if (tag === undefined) say(decoded(piece))
    else if (name === 'blockquote') {
      endParagraph()
      if (slash === '') quotes.push([])
      else endQuote(quotes, root)
    } else if (name === 'p') endParagraph()
    else if (mark === undefined) say(decoded(piece))
    else if (slash === '/') open = withoutLast(open, mark)
    else open = [...open, markWith(mark, rest ?? '')]
  }
  endParagraph()
  while (quotes.length > 0) endQuote(quotes, root)
  return { type: 'doc', content: root.length > 0 ? root : [{ type: 'paragraph' }] }
}

/** '' for a reply that says nothing. */
export const writeReply = ({ content }: ReplyDocument): string => writeBlocks(content)

/** The same text as the blog would keep it. */
export const storableReply = (text: string): string => writeReply(readReply(text))

/** What somebody typed where nothing means a tag. */
export const replyOfPlainWords = (words: string): string => storableReply(escaped(words))

/** As readers will see it; the words and addresses are escaped, and still go through the sanitiser like any comment. */
export const replyHtml = (text: string): string => blocksHtml(readReply(text).content)

/** Only the words, for counting, finding and naming. */
export const replyWords = (text: string): string => blockLines(readReply(text).content).join('\n')

/** As UTF-8, which is what a blog counts. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x8_00 ? 2 : codePoint < 0x1_00_00 ? 3 : 4
  }
  return bytes
}

/** Where its links lead, in their order. */
export function replyLinks(text: string): string[] {
  const links = linesOf(readReply(text).content).flatMap((words) =>
    words.flatMap(({ marks = [] }) => marks.flatMap(({ attrs }) => attrs?.href ?? [])),
  )
  return links.filter((href, index) => href !== links[index - 1])
}

function endQuote(quotes: ReplyBlock[][], root: ReplyBlock[]): void {
  const content = quotes.pop()
  if (content && content.length > 0) (quotes.at(-1) ?? root).push({ type: 'blockquote', content })
}

const inOrder = (marks: readonly ReplyMark[]): ReplyMark[] =>
  REPLY_MARKS.flatMap((name) => marks.findLast(({ type }) => type === name) ?? [])

function withoutLast(marks: readonly ReplyMark[], name: ReplyMarkName): ReplyMark[] {
  const index = marks.findLastIndex(({ type }) => type === name)
  return index === -1 ? [...marks] : marks.toSpliced(index, 1)
}

function markWith(type: ReplyMarkName, rest: string): ReplyMark {
  const attributes = new Map(
    [...rest.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? ''),
    ]),
  )
  if (type === 'link') return { type, attrs: { href: attributes.get('href') ?? '' } }
  if (type === 'abbreviation') return { type, attrs: { title: attributes.get('title') ?? '' } }
  return { type }
}

/** Lines without words part paragraphs, as on the blog; what only looks like room at the ends of a line is none. */
function asParagraphs(inline: readonly ReplyInline[]): ReplyParagraph[] {
  const paragraphs: ReplyWords[][][] = [[]]
  for (const words of splitLines(inline)) {
    const line = trimmed(words)
    if (line.length > 0) paragraphs.at(-1)?.push(line)
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([])
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      type: 'paragraph',
      content: lines.flatMap((line, index): ReplyInline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line])),
    }))
}

function splitLines(inline: readonly ReplyInline[]): ReplyWords[][] {
  const lines: ReplyWords[][] = [[]]
  for (const item of inline) {
    if (item.type === 'hardBreak') lines.push([])
    else if (item.type === 'text')
      for (const [index, text] of item.text.split(/\r\n?|\n/).entries()) {
        if (index > 0) lines.push([])
        if (text !== '') lines.at(-1)?.push({ ...item, text })
      }
  }
  return lines
}

function trimmed(words: readonly ReplyWords[]): ReplyWords[] {
  const line = merged(words)
  for (let first = line[0]; first; first = line[0]) {
    line[0] = { ...first, text: first.text.trimStart() }
    if (line[0].text !== '') break
    line.shift()
  }
  for (let last = line.at(-1); last; last = line.at(-1)) {
    line[line.length - 1] = { ...last, text: last.text.trimEnd() }
    if (line.at(-1)?.text !== '') break
    line.pop()
  }
  return line
}

/** Neighbours with the same marks are one piece. */
function merged(words: readonly ReplyWords[]): ReplyWords[] {
  const pieces: ReplyWords[] = []
  for (const { text, marks = [] } of words) {
    const known = inOrder(marks.filter(isKept))
    const last = pieces.at(-1)
    if (last && isSame(last.marks ?? [], known)) pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ type: 'text', text, ...(known.length > 0 && { marks: known }) })
  }
  return pieces
}

/** A link without an address that a comment may lead to is only its words. */
const isKept = ({ type, attrs }: ReplyMark): boolean =>
  type in TAGS_OF && (type !== 'link' || SAFE_ADDRESS.test(attrs?.href ?? ''))

const isSame = (one: readonly ReplyMark[], other: readonly ReplyMark[]): boolean =>
  one.length === other.length && one.every((mark, index) => startOf(mark) === startOf(other[index]))

function writeBlocks(blocks: readonly ReplyBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'blockquote') {
        const quoted = writeBlocks(block.content)
        return quoted === '' ? [] : [`<blockquote>${quoted}</blockquote>`]
      }
      return asParagraphs(block.content ?? []).map((paragraph) => writtenLines(paragraph).join('\n'))
    })
    .join('\n\n')
}

const writtenLines = ({ content = [] }: ReplyParagraph): string[] => splitLines(content).map(writeLine)

/** Every line closes what it opens: the blog puts its own elements between lines. */
function writeLine(words: readonly ReplyWords[]): string {
  let written = ''
  let open: readonly ReplyMark[] = []
  const closeTo = (kept: number): void => {
    for (const { type } of open.slice(kept).toReversed()) written += `</${TAGS_OF[type][0]}>`
    open = open.slice(0, kept)
  }
  for (const { text, marks = [] } of words) {
    const differs = marks.findIndex((mark, index) => startOf(mark) !== startOf(open[index]))
    closeTo(differs === -1 ? marks.length : differs)
    written += marks.slice(open.length).map(startOf).join('')
    open = marks
    written += escaped(text)
  }
  closeTo(0)
  return written
}

function startOf(mark: ReplyMark | undefined): string {
  if (!mark) return ''
  const { type, attrs } = mark
  const tag = TAGS_OF[type][0] ?? ''
  if (type === 'link') return `<${tag} href="${quoted(attrs?.href ?? '')}">`
  const title = type === 'abbreviation' ? (attrs?.title ?? '') : ''
  return title === '' ? `<${tag}>` : `<${tag} title="${quoted(title)}">`
}

const blocksHtml = (blocks: readonly ReplyBlock[]): string =>
  blocks
    .map((block) =>
      block.type === 'blockquote'
        ? `<blockquote>${blocksHtml(block.content)}</blockquote>`
        : `<p>${writtenLines(block).join('<br>')}</p>`,
    )
    .join('')

const linesOf = (blocks: readonly ReplyBlock[]): ReplyWords[][] =>
  blocks.flatMap((block) => (block.type === 'blockquote' ? linesOf(block.content) : splitLines(block.content ?? [])))

const blockLines = (blocks: readonly ReplyBlock[]): string[] =>
  linesOf(blocks)
    .map((words) => words.map(({ text }) => text).join(''))
    .filter((line) => line !== '')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
const quoted = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/** Only what stands for one sign is read as that sign; anything else stays as it was typed. */
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const codePoint = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    const isSign = codePoint > 31 && codePoint <= 0x10_ff_ff && (codePoint < 0xd8_00 || codePoint > 0xdf_ff)
    return isSign ? String.fromCodePoint(codePoint) : whole
  })
