import type { BlogId, RemotePostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { WalkPosition } from '../sync/pull-walk.ts'
import type { Store } from './open-store.ts'

export type PulledList = 'posts' | 'pages' | 'comments'

/** How far a list has come that is not whole yet. */
export interface PullPosition {
  position: WalkPosition
  /** The newest time seen when the walk began: where the cursor goes once the list is whole. */
  newest: UtcIso | null
  doneCount: number
  /** What the blog counted at the beginning; null when it did not say. */
  totalCount: number | null
}

/** So many posts of this desk are no longer on the blog that a person is asked before they count as gone. */
export interface VanishedPosts {
  remoteIds: RemotePostId[]
  /** How many there were before. */
  ofCount: number
  isConfirmed: boolean
}

interface PullRow {
  is_paused: number
  reconciled_at: string | null
  vanished: string | null
}
interface PositionRow {
  position: string
  newest: string | null
  done_count: number
  total_count: number | null
}

export interface PullRepository {
  findPosition(blogId: BlogId, list: PulledList): PullPosition | null
  putPosition(blogId: BlogId, list: PulledList, position: PullPosition): void
  removePosition(blogId: BlogId, list: PulledList): void
  isPaused(blogId: BlogId): boolean
  setPaused(blogId: BlogId, isPaused: boolean): void
  /** When the ids were last compared with the blog's. */
  reconciledAt(blogId: BlogId): UtcIso | null
  setReconciled(blogId: BlogId, at: UtcIso): void
  findVanished(blogId: BlogId): VanishedPosts | null
  putVanished(blogId: BlogId, vanished: VanishedPosts | null): void
}

export function createPullRepository({ database, aside }: Store): PullRepository {
  const selectPosition = database.prepare<[string, string], PositionRow>(
    'SELECT position, newest, done_count, total_count FROM pull_positions WHERE blog_id = ? AND list = ?',
  )
  const upsertPosition = database.prepare<[string, string, string, string | null, number, number | null]>(`
    INSERT INTO pull_positions (blog_id, list, position, newest, done_count, total_count) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (blog_id, list) DO UPDATE SET position = excluded.position, newest = excluded.newest,
      done_count = excluded.done_count, total_count = excluded.total_count`)
  const deletePosition = database.prepare<[string, string]>('DELETE FROM pull_positions WHERE blog_id = ? AND list = ?')
  const selectPull = database.prepare<[string], PullRow>(
    'SELECT is_paused, reconciled_at, vanished FROM pulls WHERE blog_id = ?',
  )
  const upsertPull = database.prepare<[string, number, string | null, string | null]>(`
    INSERT INTO pulls (blog_id, is_paused, reconciled_at, vanished) VALUES (?, ?, ?, ?)
    ON CONFLICT (blog_id) DO UPDATE SET is_paused = excluded.is_paused, reconciled_at = excluded.reconciled_at,
      vanished = excluded.vanished`)

  const pullOf = (blogId: BlogId): PullRow =>
    selectPull.get(blogId) ?? { is_paused: 0, reconciled_at: null, vanished: null }
  const change = (blogId: BlogId, changed: Partial<PullRow>): void => {
    const row = { ...pullOf(blogId), ...changed }
    aside(() => upsertPull.run(blogId, row.is_paused, row.reconciled_at, row.vanished))
  }

  return {
    findPosition(blogId, list) {
      const row = selectPosition.get(blogId, list)
      if (!row) return null
      return {
        position: JSON.parse(row.position) as WalkPosition,
        newest: row.newest as UtcIso | null,
        doneCount: row.done_count,
        totalCount: row.total_count,
      }
    },
    putPosition(blogId, list, { position, newest, doneCount, totalCount }) {
      aside(() => upsertPosition.run(blogId, list, JSON.stringify(position), newest, doneCount, totalCount))
    },
    removePosition(blogId, list) {
      aside(() => deletePosition.run(blogId, list))
    },
    isPaused: (blogId) => pullOf(blogId).is_paused === 1,
    setPaused: (blogId, isPaused) => change(blogId, { is_paused: isPaused ? 1 : 0 }),
    reconciledAt: (blogId) => pullOf(blogId).reconciled_at as UtcIso | null,
    setReconciled: (blogId, at) => change(blogId, { reconciled_at: at }),
    findVanished(blogId) {
      const { vanished } = pullOf(blogId)
      return vanished === null ? null : (JSON.parse(vanished) as VanishedPosts)
    },
    putVanished: (blogId, vanished) => change(blogId, { vanished: vanished && JSON.stringify(vanished) }),
  }
}
