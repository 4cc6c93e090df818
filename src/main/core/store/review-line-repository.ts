import type { BlogId, PostId, RemoteUserId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { Store } from './open-store.ts'

/** The post on a blog that carries a review. */
export interface ReviewLine {
  reviewId: ReviewId
  blogId: BlogId
  postId: PostId
}

/** What somebody put beside the post. */
export interface KnownLetter {
  token: string
  round: number
  proposed: PostWords
}

/** Reviews that go through the blog. */
export interface ReviewLineRepository {
  findLine(reviewId: ReviewId): ReviewLine | null
  findLineOfPost(postId: PostId): ReviewLine | null
  listLines(blogId: BlogId): ReviewLine[]
  /** One that is there already stays as it is. */
  addLine(line: ReviewLine): void
  hasLetter(reviewId: ReviewId, author: RemoteUserId, token: string): boolean
  /** The one that came or went last in this round. */
  findLastLetter(reviewId: ReviewId, author: RemoteUserId, round: number): KnownLetter | null
  /** One that is there already stays as it is. */
  addLetter(reviewId: ReviewId, author: RemoteUserId, letter: KnownLetter): void
}

interface LineRow {
  review_id: string
  blog_id: string
  post_id: string
}

export function createReviewLineRepository({ database }: Store): ReviewLineRepository {
  const selectLine = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE review_id = ?')
  const selectOfPost = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE post_id = ?')
  const selectLines = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE blog_id = ?')
  const insertLine = database.prepare<[string, string, string]>(
    'INSERT INTO review_lines (review_id, blog_id, post_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const selectHas = database
    .prepare<[string, number, string], number>(
      'SELECT EXISTS (SELECT 1 FROM review_letters WHERE review_id = ? AND author_remote_id = ? AND token = ?)',
    )
    .pluck()
  const selectLast = database.prepare<[string, number, number], { token: string; round: number; proposed: string }>(`
    SELECT token, round, proposed FROM review_letters WHERE review_id = ? AND author_remote_id = ? AND round = ?
    ORDER BY letter DESC LIMIT 1`)
  const insertLetter = database.prepare<[string, number, string, number, string]>(`
    INSERT INTO review_letters (review_id, author_remote_id, token, round, proposed) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`)
  return {
    findLine: (reviewId) => toLine(selectLine.get(reviewId)),
    findLineOfPost: (postId) => toLine(selectOfPost.get(postId)),
    listLines: (blogId) => selectLines.all(blogId).flatMap((row) => toLine(row) ?? []),
    addLine: ({ reviewId, blogId, postId }) => void insertLine.run(reviewId, blogId, postId),
    hasLetter: (reviewId, author, token) => selectHas.get(reviewId, author, token) === 1,
    findLastLetter(reviewId, author, round) {
      const row = selectLast.get(reviewId, author, round)
      return row ? { ...row, proposed: JSON.parse(row.proposed) as PostWords } : null
    },
    addLetter: (reviewId, author, { token, round, proposed }) =>
      void insertLetter.run(reviewId, author, token, round, JSON.stringify(proposed)),
  }
}

const toLine = (row: LineRow | undefined): ReviewLine | null =>
  row ? { reviewId: row.review_id as ReviewId, blogId: row.blog_id as BlogId, postId: row.post_id as PostId } : null
