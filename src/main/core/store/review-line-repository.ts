import type { BlogId, PostId, RemoteUserId, ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { Store } from './open-store.ts'
import { wordsFromJson } from './stored-words.ts'

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
  /** SHA-256 of its text as the blog had it. */
  textHash: string
}

/** Reviews that go through the blog. */
export interface ReviewLineRepository {
  findLine(reviewId: ReviewId): ReviewLine | null
  findLineOfPost(postId: PostId): ReviewLine | null
  listLines(blogId: BlogId): ReviewLine[]
  /** One that is there already stays as it is. */
  addLine(line: ReviewLine): void
  removeLine(reviewId: ReviewId): void
  findLetter(reviewId: ReviewId, author: RemoteUserId, token: string): KnownLetter | null
  /** Whose letter it is; null for one that this desk has not seen. */
  findAuthor(reviewId: ReviewId, token: string): RemoteUserId | null
  /** The one that came or went first in this round. */
  findFirstLetter(reviewId: ReviewId, author: RemoteUserId, round: number): KnownLetter | null
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

interface LetterRow {
  token: string
  round: number
  proposed: string
  text_hash: string
}

const LETTER =
  'SELECT token, round, proposed, text_hash FROM review_letters WHERE review_id = ? AND author_remote_id = ?'

export function createReviewLineRepository({ database }: Store): ReviewLineRepository {
  const selectLine = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE review_id = ?')
  const selectOfPost = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE post_id = ?')
  const selectLines = database.prepare<[string], LineRow>('SELECT * FROM review_lines WHERE blog_id = ?')
  const insertLine = database.prepare<[string, string, string]>(
    'INSERT INTO review_lines (review_id, blog_id, post_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const deleteLine = database.prepare<[string]>('DELETE FROM review_lines WHERE review_id = ?')
  const selectLetter = database.prepare<[string, number, string], LetterRow>(`${LETTER} AND token = ?`)
  const selectAuthor = database
    .prepare<[string, string], number>(
      'SELECT author_remote_id FROM review_letters WHERE review_id = ? AND token = ? ORDER BY letter LIMIT 1',
    )
    .pluck()
  const selectFirst = database.prepare<[string, number, number], LetterRow>(
    `${LETTER} AND round = ? ORDER BY letter LIMIT 1`,
  )
  const selectLast = database.prepare<[string, number, number], LetterRow>(
    `${LETTER} AND round = ? ORDER BY letter DESC LIMIT 1`,
  )
  const insertLetter = database.prepare<[string, number, string, number, string, string]>(`
    INSERT INTO review_letters (review_id, author_remote_id, token, round, proposed, text_hash) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`)
  return {
    findLine: (reviewId) => toLine(selectLine.get(reviewId)),
    findLineOfPost: (postId) => toLine(selectOfPost.get(postId)),
    listLines: (blogId) => selectLines.all(blogId).flatMap((row) => toLine(row) ?? []),
    addLine: ({ reviewId, blogId, postId }) => void insertLine.run(reviewId, blogId, postId),
    removeLine: (reviewId) => void deleteLine.run(reviewId),
    findLetter: (reviewId, author, token) => toLetter(selectLetter.get(reviewId, author, token)),
    findAuthor: (reviewId, token) => (selectAuthor.get(reviewId, token) as RemoteUserId | undefined) ?? null,
    findFirstLetter: (reviewId, author, round) => toLetter(selectFirst.get(reviewId, author, round)),
    findLastLetter: (reviewId, author, round) => toLetter(selectLast.get(reviewId, author, round)),
    addLetter: (reviewId, author, { token, round, proposed, textHash }) =>
      void insertLetter.run(reviewId, author, token, round, JSON.stringify(proposed), textHash),
  }
}

const toLetter = (row: LetterRow | undefined): KnownLetter | null =>
  row
    ? {
        token: row.token,
        round: row.round,
        proposed: wordsFromJson(row.proposed),
        textHash: row.text_hash,
      }
    : null

const toLine = (row: LineRow | undefined): ReviewLine | null =>
  row ? { reviewId: row.review_id as ReviewId, blogId: row.blog_id as BlogId, postId: row.post_id as PostId } : null
