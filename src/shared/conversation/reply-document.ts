/** A reply as its editor has it: exactly what a comment on a WordPress blog may carry, and nothing that the blog would take out. */
export interface ReplyDocument {
  type: 'doc'
  content: ReplyBlock[]
}

export type ReplyBlock = ReplyParagraph | { type: 'blockquote'; content: ReplyBlock[] }

export interface ReplyParagraph {
  type: 'paragraph'
  content?: ReplyInline[]
}

export type ReplyInline = { type: 'hardBreak' } | ReplyWords

export interface ReplyWords {
  type: 'text'
  text: string
  marks?: ReplyMark[]
}

/** From the outside in: so they nest in what is written. */
export const REPLY_MARKS = ['link', 'abbreviation', 'quotation', 'cite', 'bold', 'italic', 'strike', 'code'] as const
export type ReplyMarkName = (typeof REPLY_MARKS)[number]

export interface ReplyMark {
  type: ReplyMarkName
  /** `href` of a link, `title` of an abbreviation. */
  attrs?: { href?: string | null; title?: string | null }
}

/** `$allowedtags` of WordPress 6.1 to 7.1, the comment's own; the first of a mark is the one that is written. */
export const TAGS_OF: Record<ReplyMarkName, readonly string[]> = {
  link: ['a'],
  abbreviation: ['abbr', 'acronym'],
  quotation: ['q'],
  cite: ['cite'],
  bold: ['strong', 'b'],
  italic: ['em', 'i'],
  strike: ['s', 'strike', 'del'],
  code: ['code'],
}

/** WordPress refuses a comment that is longer, `comment_content_column_length`; bytes of UTF-8 as they are sent. */
export const LONGEST_REPLY_BYTES = 65_525
