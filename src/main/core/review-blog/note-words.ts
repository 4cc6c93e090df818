import { replyOfPlainWords, replyWords } from '../../../shared/conversation/reply-text.ts'
import type { RemoteCommentId } from '../../../shared/domain/ids.ts'
import type { ReviewedPost, ReviewRemark } from '../../../shared/domain/review-file.ts'
import { toldOf } from '../../../shared/review-told.ts'
import type { RemoteNote } from '../blog-api/review-calls.ts'
import { comparableText } from '../comments/comparable-text.ts'
import { idFor } from '../new-id.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** What a remark says on the blog, where it stands under the account's name: another name comes before it. */
export const noteText = ({ authorName, words }: Pick<ReviewRemark, 'authorName' | 'words'>, blog: StoredBlog): string =>
  replyOfPlainWords(authorName === blog.displayName ? words : `${authorName}: ${words}`)

/** As long as a letter carries. */
const LONGEST_NAME = 200

/** What a note of the blog says here. */
export const remarkOf = (blog: StoredBlog, note: RemoteNote): ReviewRemark => ({
  id: nameOfNumber(blog, note.remoteId),
  authorName: note.authorName.slice(0, LONGEST_NAME),
  writtenAt: note.createdAt,
  words: replyWords(note.content),
})

/** The same on every desk that reads this blog, so that what two of them tell each other of it stays one. */
const nameOfNumber = ({ url }: StoredBlog, id: RemoteCommentId): string => idFor(`attache note\n${url}\n${id}`)

const TOKEN = /token\/(desk-[0-9a-f]{32})/

/** Of the letter with which a note went; null for what somebody wrote in the blog's own editor. */
export const tokenOf = ({ userAgent }: RemoteNote): string | null => TOKEN.exec(userAgent ?? '')?.[1] ?? null

/** Whether the blog's note is this text, whoever wrote it. */
export const hasText = ({ content }: RemoteNote, text: string): boolean =>
  comparableText(content) === comparableText(text)

/** Whether the blog's note is this text of this account. */
export const saysSo = (blog: StoredBlog, note: RemoteNote, text: string): boolean =>
  note.authorId === blog.remoteUserId && hasText(note, text)

/** What was asked or decided, for those who read it in the blog's own editor; null where that says nothing new. */
export function decisionText({ round }: ReviewedPost, language: string | null): string | null {
  const told = toldOf(round, language)
  if (told === null) return null
  const words = round.state === 'asked' ? round.request.lookAt : (round.concluded?.words ?? '')
  return replyOfPlainWords(words === '' ? told : `${told}\n\n${words}`)
}
