import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { Byline, PostFacts } from '../../../shared/domain/post.ts'
import type { Store } from './open-store.ts'

/** What this desk alone knows of a post; the blog has no place for it. */
export interface PostFactsRepository {
  /** Of a post without any: no template, no day, no line of its own. */
  getFacts(postId: PostId): PostFacts
  /** Only those that have some. */
  listFacts(blogId: BlogId): Map<PostId, PostFacts>
  /** Posts out of the trash whose day has come, the earliest first. */
  listDue(blogId: BlogId, day: string): { postId: PostId; reviewBy: string }[]
  putFacts(postId: PostId, facts: PostFacts): void
}

interface FactsRow {
  post_id: string
  template: string
  review_by: string | null
  byline: string | null
}

export const NO_FACTS: PostFacts = { template: '', reviewBy: null, byline: null }

export function createPostFactsRepository({ database }: Store): PostFactsRepository {
  const selectOne = database.prepare<[string], FactsRow>('SELECT * FROM post_facts WHERE post_id = ?')
  const selectAll = database.prepare<[string], FactsRow>(
    'SELECT post_facts.* FROM post_facts JOIN posts ON posts.id = post_facts.post_id WHERE posts.blog_id = ?',
  )
  const selectDue = database.prepare<[string, string], { post_id: string; review_by: string }>(`
    SELECT post_facts.post_id, post_facts.review_by FROM post_facts JOIN posts ON posts.id = post_facts.post_id
    WHERE posts.blog_id = ? AND posts.is_trashed = 0 AND post_facts.review_by <= ? ORDER BY post_facts.review_by`)
  const upsert = database.prepare<[FactsRow]>(`
    INSERT INTO post_facts (post_id, template, review_by, byline) VALUES (@post_id, @template, @review_by, @byline)
    ON CONFLICT (post_id) DO UPDATE SET template = @template, review_by = @review_by, byline = @byline`)
  return {
    getFacts(postId) {
      const row = selectOne.get(postId)
      return row ? toFacts(row) : NO_FACTS
    },
    listFacts: (blogId) => new Map(selectAll.all(blogId).map((row) => [row.post_id as PostId, toFacts(row)])),
    listDue: (blogId, day) =>
      selectDue.all(blogId, day).map((row) => ({ postId: row.post_id as PostId, reviewBy: row.review_by })),
    putFacts(postId, { template, reviewBy, byline }) {
      upsert.run({
        post_id: postId,
        template,
        review_by: reviewBy,
        byline: byline === null ? null : JSON.stringify(byline),
      })
    },
  }
}

const toFacts = (row: FactsRow): PostFacts => ({
  template: row.template,
  reviewBy: row.review_by,
  byline: row.byline === null ? null : (JSON.parse(row.byline) as Byline),
})
