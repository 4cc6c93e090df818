import type { BlogId, PostId, ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewDecision, ReviewRequest, SuggestedBy } from '../../../shared/domain/review-file.ts'
import type { ReviewState } from '../../../shared/domain/review-file.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Store } from './open-store.ts'
import { wordsFromJson } from './stored-words.ts'

export interface StoredReview {
  id: ReviewId
  /** null where the post is on another desk. */
  postId: PostId | null
  blogId: BlogId | null
  blog: { url: string; name: string }
  /** The current one. */
  round: number
  categoryNames: Record<string, string>
  changedAt: UtcIso
}

/** From one asking to the next. */
export interface StoredRound {
  state: ReviewState
  request: ReviewRequest
  askedBy: string
  askedAt: UtcIso
  publishAt: UtcIso | null
  suggestionCount: number
  openCount: number
  concluded: { by: string; at: UtcIso; words: string } | null
}

export interface RoundTexts {
  given: PostWords
  proposed: PostWords
}

/** A line of the queue: the review, its current round, and of its text what a list shows. */
export interface ListedReview {
  review: StoredReview
  round: StoredRound
  title: string
  language: PostWords['language']
  direction: PostWords['direction']
  noteCount: number
  seenAt: UtcIso | null
}

interface ListedRow {
  id: string
  post_id: string | null
  blog_id: string | null
  blog_url: string
  blog_name: string
  round: number
  category_names: string
  changed_at: string
  seen_at: string | null
  state: string
  asked_of: string
  asked_by: string
  asked_at: string
  due_on: string | null
  look_at: string
  publish_at: string | null
  title: string
  language: string
  direction: string
  suggestion_count: number
  open_count: number
  concluded_by: string | null
  concluded_at: string | null
  concluded_words: string | null
  note_count: number
}

/** Not the texts: a list of hundreds would read them all. */
const LISTED = `
  SELECT reviews.id, posts.id AS post_id, posts.blog_id, blog_url, blog_name, reviews.round, category_names, changed_at, seen_at,
    state, asked_of, asked_by, asked_at, due_on, look_at, publish_at, review_rounds.title, review_rounds.language,
    review_rounds.direction, suggestion_count, open_count, concluded_by, concluded_at, concluded_words,
    (SELECT count(*) FROM review_notes WHERE review_id = reviews.id AND resolved_at IS NULL) AS note_count
  FROM reviews
    JOIN review_rounds ON review_rounds.review_id = reviews.id AND review_rounds.round = reviews.round
    LEFT JOIN post_reviews ON post_reviews.review_id = reviews.id
    LEFT JOIN posts ON posts.id = post_reviews.post_id`

export interface ReviewRepository {
  /** The one that changed last at the beginning. */
  listReviews(): ListedReview[]
  getReview(id: ReviewId): ListedReview
  findReview(id: ReviewId): ListedReview | null
  findIdOfPost(postId: PostId): ReviewId | null
  /** A new one, or one that is there with other facts; its current round has to follow in the same transaction. */
  putReview(review: Omit<StoredReview, 'postId' | 'blogId'>): void
  /** The review is of this post, for good. */
  linkPost(id: ReviewId, postId: PostId): void
  putRound(id: ReviewId, number: number, round: StoredRound, texts: RoundTexts): void
  /** Of a round that is there, the texts left as they are. */
  updateRound(id: ReviewId, number: number, round: StoredRound): void
  getTexts(id: ReviewId, number: number): RoundTexts
  listSuggestedBy(id: ReviewId, number: number): SuggestedBy[]
  putSuggestedBy(id: ReviewId, number: number, suggestions: readonly SuggestedBy[]): void
  listDecisions(id: ReviewId, number: number): ReviewDecision[]
  putDecisions(id: ReviewId, number: number, decisions: readonly ReviewDecision[]): void
  removeDecisions(id: ReviewId, number: number, suggestionIds: readonly string[]): void
  /** What came last in a file as proposed in this round. */
  findTaken(id: ReviewId, number: number): { sentAt: UtcIso; proposed: PostWords } | null
  putTaken(id: ReviewId, number: number, taken: { sentAt: UtcIso; proposed: PostWords }): void
  setChangedAt(id: ReviewId, at: UtcIso): void
  findSeen(id: ReviewId): { at: UtcIso; words: PostWords } | null
  putSeen(id: ReviewId, seen: { at: UtcIso; words: PostWords }): void
}

export function createReviewRepository({ database }: Store): ReviewRepository {
  const selectAll = database.prepare<[], ListedRow>(`${LISTED} ORDER BY changed_at DESC, reviews.id`)
  const selectOne = database.prepare<[string], ListedRow>(`${LISTED} WHERE reviews.id = ?`)
  const selectOfPost = database
    .prepare<[string], string>('SELECT review_id FROM post_reviews WHERE post_id = ?')
    .pluck()
  const upsert = database.prepare<[string, string, string, number, string, string]>(`
    INSERT INTO reviews (id, blog_url, blog_name, round, category_names, changed_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET blog_url = excluded.blog_url, blog_name = excluded.blog_name, round = excluded.round,
      category_names = excluded.category_names, changed_at = excluded.changed_at`)
  const link = database.prepare<[string, string]>('INSERT INTO post_reviews (post_id, review_id) VALUES (?, ?)')
  const upsertRound = database.prepare<[Record<string, string | number | null>]>(`
    INSERT INTO review_rounds (review_id, round, state, asked_of, asked_by, asked_at, due_on, look_at, publish_at, given, proposed,
      title, language, direction, suggestion_count, open_count, concluded_by, concluded_at, concluded_words)
    VALUES (@review_id, @round, @state, @asked_of, @asked_by, @asked_at, @due_on, @look_at, @publish_at, @given, @proposed,
      @title, @language, @direction, @suggestion_count, @open_count, @concluded_by, @concluded_at, @concluded_words)
    ON CONFLICT (review_id, round) DO UPDATE SET state = @state, asked_of = @asked_of, asked_by = @asked_by, asked_at = @asked_at,
      due_on = @due_on, look_at = @look_at, publish_at = @publish_at, given = @given, proposed = @proposed, title = @title,
      language = @language, direction = @direction, suggestion_count = @suggestion_count, open_count = @open_count,
      concluded_by = @concluded_by, concluded_at = @concluded_at, concluded_words = @concluded_words`)
  const update = database.prepare<[Record<string, string | number | null>]>(`
    UPDATE review_rounds SET state = @state, asked_of = @asked_of, asked_by = @asked_by, asked_at = @asked_at, due_on = @due_on,
      look_at = @look_at, publish_at = @publish_at, suggestion_count = @suggestion_count, open_count = @open_count,
      concluded_by = @concluded_by, concluded_at = @concluded_at, concluded_words = @concluded_words
    WHERE review_id = @review_id AND round = @round`)
  const selectTexts = database.prepare<[string, number], { given: string; proposed: string }>(
    'SELECT given, proposed FROM review_rounds WHERE review_id = ? AND round = ?',
  )
  const selectSuggestions = database.prepare<[string, number], SuggestedBy>(`
    SELECT suggestion_id AS suggestionId, author_name AS authorName, suggested_at AS suggestedAt FROM review_suggestions
    WHERE review_id = ? AND round = ? ORDER BY suggested_at, suggestion_id`)
  const deleteSuggestions = database.prepare<[string, number]>(
    'DELETE FROM review_suggestions WHERE review_id = ? AND round = ?',
  )
  const insertSuggestion = database.prepare<[string, number, string, string, string]>(
    'INSERT INTO review_suggestions (review_id, round, suggestion_id, author_name, suggested_at) VALUES (?, ?, ?, ?, ?)',
  )
  const selectDecisions = database.prepare<
    [string, number],
    { suggestion_id: string; is_taken: number; decided_by: string; decided_at: string }
  >('SELECT * FROM review_decisions WHERE review_id = ? AND round = ? ORDER BY decided_at, suggestion_id')
  const upsertDecision = database.prepare<[string, number, string, number, string, string]>(`
    INSERT INTO review_decisions (review_id, round, suggestion_id, is_taken, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (review_id, round, suggestion_id) DO UPDATE SET is_taken = excluded.is_taken, decided_by = excluded.decided_by,
      decided_at = excluded.decided_at`)
  const deleteDecision = database.prepare<[string, number, string]>(
    'DELETE FROM review_decisions WHERE review_id = ? AND round = ? AND suggestion_id = ?',
  )
  const selectTaken = database.prepare<[string, number], { taken: string | null; taken_sent_at: string | null }>(
    'SELECT taken, taken_sent_at FROM review_rounds WHERE review_id = ? AND round = ?',
  )
  const updateTaken = database.prepare<[string, string, string, number]>(
    'UPDATE review_rounds SET taken = ?, taken_sent_at = ? WHERE review_id = ? AND round = ?',
  )
  const updateChangedAt = database.prepare<[string, string]>('UPDATE reviews SET changed_at = ? WHERE id = ?')
  const selectSeen = database.prepare<[string], { seen_at: string | null; seen_words: string | null }>(
    'SELECT seen_at, seen_words FROM reviews WHERE id = ?',
  )
  const updateSeen = database.prepare<[string, string, string]>(
    'UPDATE reviews SET seen_at = ?, seen_words = ? WHERE id = ?',
  )

  const findReview = (id: ReviewId): ListedReview | null => {
    const row = selectOne.get(id)
    return row ? toListed(row) : null
  }
  return {
    listReviews: () => selectAll.all().map(toListed),
    getReview: (id) => found(findReview(id)),
    findReview,
    findIdOfPost: (postId) => (selectOfPost.get(postId) as ReviewId | undefined) ?? null,
    putReview: ({ id, blog, round, categoryNames, changedAt }) =>
      void upsert.run(id, blog.url, blog.name, round, JSON.stringify(categoryNames), changedAt),
    linkPost: (id, postId) => void link.run(postId, id),
    putRound: (id, number, round, { given, proposed }) =>
      void upsertRound.run({
        ...rowOfRound(id, number, round),
        given: JSON.stringify(given),
        proposed: JSON.stringify(proposed),
        title: proposed.title,
        language: proposed.language,
        direction: proposed.direction,
      }),
    updateRound: (id, number, round) => void update.run(rowOfRound(id, number, round)),
    getTexts(id, number) {
      const { given, proposed } = found(selectTexts.get(id, number))
      return { given: wordsFromJson(given), proposed: wordsFromJson(proposed) }
    },
    listSuggestedBy: (id, number) => selectSuggestions.all(id, number),
    putSuggestedBy(id, number, suggestions) {
      deleteSuggestions.run(id, number)
      for (const { suggestionId, authorName, suggestedAt } of suggestions)
        insertSuggestion.run(id, number, suggestionId, authorName, suggestedAt)
    },
    listDecisions: (id, number) =>
      selectDecisions.all(id, number).map((row) => ({
        suggestionId: row.suggestion_id,
        isTaken: row.is_taken === 1,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at as UtcIso,
      })),
    putDecisions(id, number, decisions) {
      for (const { suggestionId, isTaken, decidedBy, decidedAt } of decisions)
        upsertDecision.run(id, number, suggestionId, isTaken ? 1 : 0, decidedBy, decidedAt)
    },
    removeDecisions(id, number, suggestionIds) {
      for (const suggestionId of suggestionIds) deleteDecision.run(id, number, suggestionId)
    },
    findTaken(id, number) {
      const row = selectTaken.get(id, number)
      return row?.taken ? { sentAt: row.taken_sent_at as UtcIso, proposed: wordsFromJson(row.taken) } : null
    },
    putTaken: (id, number, { sentAt, proposed }) => void updateTaken.run(JSON.stringify(proposed), sentAt, id, number),
    setChangedAt: (id, at) => void updateChangedAt.run(at, id),
    findSeen(id) {
      const { seen_at, seen_words } = found(selectSeen.get(id))
      return seen_at === null || seen_words === null
        ? null
        : { at: seen_at as UtcIso, words: wordsFromJson(seen_words) }
    },
    putSeen: (id, { at, words }) => void updateSeen.run(at, JSON.stringify(words), id),
  }
}

function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new AppError({ kind: 'no-such-item', what: 'review' })
  return row
}

const rowOfRound = (id: ReviewId, number: number, round: StoredRound): Record<string, string | number | null> => ({
  review_id: id,
  round: number,
  state: round.state,
  asked_of: round.request.of,
  asked_by: round.askedBy,
  asked_at: round.askedAt,
  due_on: round.request.by,
  look_at: round.request.lookAt,
  publish_at: round.publishAt,
  suggestion_count: round.suggestionCount,
  open_count: round.openCount,
  concluded_by: round.concluded?.by ?? null,
  concluded_at: round.concluded?.at ?? null,
  concluded_words: round.concluded?.words ?? null,
})

const toListed = (row: ListedRow): ListedReview => ({
  review: {
    id: row.id as ReviewId,
    postId: row.post_id as PostId | null,
    blogId: row.blog_id as BlogId | null,
    blog: { url: row.blog_url, name: row.blog_name },
    round: row.round,
    categoryNames: JSON.parse(row.category_names) as Record<string, string>,
    changedAt: row.changed_at as UtcIso,
  },
  round: {
    state: row.state as ReviewState,
    request: { of: row.asked_of, by: row.due_on, lookAt: row.look_at },
    askedBy: row.asked_by,
    askedAt: row.asked_at as UtcIso,
    publishAt: row.publish_at as UtcIso | null,
    suggestionCount: row.suggestion_count,
    openCount: row.open_count,
    concluded:
      row.concluded_by === null
        ? null
        : { by: row.concluded_by, at: row.concluded_at as UtcIso, words: row.concluded_words ?? '' },
  },
  title: row.title,
  language: row.language,
  direction: row.direction as PostWords['direction'],
  noteCount: row.note_count,
  seenAt: row.seen_at as UtcIso | null,
})
