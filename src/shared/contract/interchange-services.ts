import type { Blog } from '../domain/blog.ts'
import type { BlogId, PostId } from '../domain/ids.ts'
import type { ArchiveReport, ExportForm, ImportedPost, PreparedFile } from '../domain/interchange.ts'
import type { Post } from '../domain/post.ts'

export interface InterchangeService {
  /** Everything of the post that this laptop has, ready to be saved as a file. */
  exportPost(options: { postId: PostId; to: ExportForm }): Promise<PreparedFile>
  /** A draft out of a Word, Markdown or HTML file, or out of a zip of one with its pictures. Throws `unreadable-file`; then nothing of it was taken over. */
  importFile(options: { blogId: BlogId; fileName: string; bytes: Uint8Array }): Promise<ImportedPost>
  /** Hosts serve this as `/file/<fileId>`; a window never calls it. */
  takeFile(fileId: string): { fileName: string; mimeType: string; bytes: Uint8Array }
}

export interface ArchivesService {
  /** A file of this size will be handed over with `feed`, in order. Throws `unreadable-file` for one that is too large. */
  begin(options: { fileName: string; sizeBytes: number }): { archiveId: BlogId }
  /** The next part of the file. Throws `unreadable-file`; then nothing of it stays and nothing more is taken. */
  feed(options: { archiveId: BlogId; bytes: Uint8Array }): Promise<ArchiveReport>
  /** The file is over: now the archive is one of the blogs, to be read. Throws as `feed`, `cut-off` for half a file. */
  finish(archiveId: BlogId): Promise<{ blog: Blog; report: ArchiveReport }>
  /** Nothing of it stays. */
  cancel(archiveId: BlogId): Promise<void>
  /** Takes an archive off this laptop; the file it came from is left as it is. */
  remove(blogId: BlogId): Promise<void>
  /** A post of an archive as a new draft of another blog. Nothing is sent. */
  copyPost(options: { postId: PostId; blogId: BlogId }): Post
  /** Everything this laptop has of a blog, as WordPress exports and imports it (WXR 1.2). */
  exportBlog(blogId: BlogId): Promise<PreparedFile>
}
