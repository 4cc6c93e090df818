import type { PostId } from '../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import type { Review } from '../../../src/shared/domain/review.ts'
import { deskOnPracticeBlog, newPost, paragraph } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'

export const FERRY = ['It leaves at six.', 'Nobody has seen it wait.', 'Take bread with you.']

/** The post's words with other paragraphs. */
export const withParagraphs = (words: PostWords, ...texts: string[]): PostWords => ({
  ...wordsOf(words),
  document: { type: 'doc', content: texts.map(paragraph) },
})

export const wordsOf = ({
  title,
  document,
  excerpt,
  language,
  direction,
  categoryIds,
  tags,
  shareLines,
}: PostWords): PostWords => ({ title, document, excerpt, language, direction, categoryIds, tags, shareLines })

export const paragraphsOf = ({ document }: Pick<PostWords, 'document'>): string[] =>
  document.content.map((block) =>
    block.type === 'paragraph'
      ? (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join('')
      : block.type,
  )

export const askFor = (
  desk: TestDesk,
  postId: PostId,
  more: { publishAt?: string; name?: string } = {},
): Promise<Review> =>
  desk.mutate('reviews', 'ask', {
    postId,
    of: 'Mai',
    by: '2026-12-01',
    lookAt: 'Is the hour right?',
    name: 'Ann',
    ...more,
  })

/** Ann's post about the ferry, which Mai is asked to review. */
export async function askedReview(options: Parameters<typeof deskOnPracticeBlog>[0] = {}) {
  const on = await deskOnPracticeBlog(options)
  const postId = await newPost(on.desk, on.blogId, 'The ferry at Can Tho', ...FERRY.map(paragraph))
  const review = await askFor(on.desk, postId)
  const propose = (...texts: string[]) =>
    on.desk.mutate('reviews', 'propose', {
      reviewId: review.id,
      words: withParagraphs(review.given, ...texts),
      name: 'Mai',
    })
  const post = () => on.desk.query('posts', 'get', { postId })
  return { ...on, postId, review, reviewId: review.id, propose, post }
}
