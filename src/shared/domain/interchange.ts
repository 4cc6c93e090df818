import type { PostId } from './ids.ts'

/** What a post can leave as, besides paper. */
export type ExportForm = 'markdown' | 'html' | 'word'

/** A file that lies ready in the core until the host hands it out, once or several times; the last few are kept. */
export interface PreparedFile {
  fileId: string
  fileName: string
  sizeBytes: number
}

/** What came over from a file and what did not: counted things in the order in which a person would ask. */
export interface ImportReport {
  taken: { what: TakenThing; count: number }[]
  left: { what: LeftThing; count: number }[]
  /** Remarks in the margin of a document, which have no place in a post: who, and what they said. */
  comments: { author: string; text: string }[]
}

export type TakenThing = 'headings' | 'lists' | 'tables' | 'pictures' | 'footnotes' | 'insertions' | 'kept-blocks'
export type LeftThing =
  | 'deletions'
  | 'comments'
  | 'scripts'
  | 'pictures-missing'
  | 'pictures-elsewhere'
  | 'pictures-unsupported'
  | 'categories-unknown'
  | 'styles-unknown'
  | 'drawings'

export interface ImportedPost {
  postId: PostId
  report: ImportReport
}

/** What came out of an export of a whole blog. */
export interface ArchiveReport {
  posts: number
  pages: number
  comments: number
  attachments: number
  /** Menus, revisions, pingbacks and other things that an archive has no place for. */
  leftOut: number
}
