import { countWordsOfMarkup } from '../../../shared/content/count-words-of-markup.ts'
import { countWords } from '../../../shared/content/count-words.ts'
import type { PostDocument } from '../../../shared/content/document.ts'
import { documentToText } from '../../../shared/content/document-to-text.ts'
import { readFootnotesMeta } from '../../../shared/content/footnotes-meta.ts'
import { replyWords } from '../../../shared/conversation/reply-text.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { markupPictures } from '../../../shared/content/markup-pictures.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { CommentId, PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { CommentInPlace } from '../store/comment-repository.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'

/** What can be found of a post, as a person reads it. */
export interface ReadablePost {
  post: StoredPost
  title: string
  /** A line per block. */
  text: string
  tags: string[]
  /** The description of each picture, in reading order; '' for one that has none. */
  pictures: string[]
  at: UtcIso
  isInTrash: boolean
  /** Of the text, as lists show it. */
  countWords: () => number
}

/**
 * The words of a post without opening it as a document: of thousands that came down, only those that are edited ever are.
 * null for a post that is gone.
 */
export function readPost(desk: Desk, id: PostId): ReadablePost | null {
  const post = unlessGone(() => desk.posts.getPost(id))
  if (!post) return null
  const copy = desk.posts.findWorkingCopy(id)
  const remote = desk.posts.findBase(id, 'agreed')?.remote
  if (!copy && !remote) return null
  const isOff = isOffBlogStatus(remote?.status)
  const isPublic = remote?.status === 'publish' || remote?.status === 'private'
  const common = {
    post,
    at: isPublic && remote?.publishedAt ? remote.publishedAt : post.editedAt,
    isInTrash: copy ? post.isTrashed : post.isTrashed || isOff,
  }
  if (copy)
    return {
      ...common,
      title: copy.title,
      text: withExcerpt(documentToText(copy.document), copy.excerpt),
      tags: copy.tags,
      pictures: picturesIn(copy.document),
      countWords: () => countWords(copy.document, post.language),
    }
  if (!remote) return null
  const text = htmlToText(remote.content)
  return {
    ...common,
    title: remote.title,
    text: withExcerpt([text, ...notesOf(remote)].join('\n'), remote.excerpt),
    tags: desk.terms.namesOf(post.blogId, remote.tagIds),
    pictures: markupPictures(remote.content).map(({ alt, caption }) => lineEach(alt, caption)),
    countWords: () => countWordsOfMarkup(remote, text, post.language),
  }
}

const notesOf = ({ footnotes }: RemotePost): string[] =>
  readFootnotesMeta(footnotes).map(({ html }) => htmlToText(html))

const withExcerpt = (text: string, excerpt: string): string =>
  excerpt === '' ? text : `${text}\n${htmlToText(excerpt)}`

/** By what a picture is wherever it stands: in the text, in a gallery, in a column. */
function picturesIn(document: PostDocument): string[] {
  const found: string[] = []
  const look = (node: object): void => {
    if ('type' in node && node.type === 'picture' && 'attrs' in node) {
      const { alt, caption } = node.attrs as { alt?: unknown; caption?: unknown }
      found.push(lineEach(alt, caption))
    }
    if ('content' in node && Array.isArray(node.content)) for (const child of node.content as object[]) look(child)
  }
  look(document)
  return found
}

const lineEach = (...words: unknown[]): string =>
  words.filter((some) => typeof some === 'string' && some.trim() !== '').join('\n')

/** null for a comment that is gone, or that the desk does not show. */
export function readComment(
  desk: Desk,
  id: CommentId,
): { comment: CommentInPlace; text: string; begunAnswer: string } | null {
  const comment = unlessGone(() => desk.comments.getComment(id))
  if (!comment || (comment.status !== 'approved' && comment.status !== 'hold')) return null
  return { comment, text: htmlToText(comment.contentHtml), begunAnswer: replyWords(desk.replyDrafts.getText(id)) }
}

function unlessGone<Item>(read: () => Item): Item | null {
  try {
    return read()
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'no-such-item') return null
    throw error
  }
}
