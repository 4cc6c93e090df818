import type { BlockChange } from '../../../shared/content/block-change.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { PostId, SnapshotId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** What changed over the edit `over` of the same window. */
export type ChangedEdit = Omit<PostEdit, 'document'> & {
  change: BlockChange<BlockNode> & { over: number; total: number }
}

export interface StoredEdit {
  /** The version that holds the text which is changed; null where the row before it does, or where the edit is whole. */
  overVersion: SnapshotId | null
  edit: PostEdit | ChangedEdit
  typedAt: UtcIso
}

/** Only ever added to, until the words are in the working copy and in history: a save is one small row. */
export interface TypedEditRepository {
  addEdit(stored: StoredEdit): void
  /** Of all posts, in the order in which they were typed; null for what cannot be read. */
  listEdits(): (StoredEdit | null)[]
  /** Call in the transaction that puts the words where they belong. */
  removeEdits(postId: PostId): void
}

interface TypedEditRow {
  over_version: string | null
  edit: string
  typed_at: string
}

export function createTypedEditRepository({ database }: Store): TypedEditRepository {
  const insert = database.prepare<[string, string | null, string, string]>(
    'INSERT INTO typed_edits (post_id, over_version, edit, typed_at) VALUES (?, ?, ?, ?)',
  )
  const selectAll = database.prepare<[], TypedEditRow>(
    'SELECT over_version, edit, typed_at FROM typed_edits ORDER BY number',
  )
  const remove = database.prepare<[string]>('DELETE FROM typed_edits WHERE post_id = ?')

  return {
    addEdit({ overVersion, edit, typedAt }) {
      insert.run(edit.postId, overVersion, JSON.stringify(edit), typedAt)
    },
    listEdits: () =>
      selectAll.all().map((row) => {
        const edit = editFrom(row.edit)
        return edit && { overVersion: row.over_version as SnapshotId | null, edit, typedAt: row.typed_at as UtcIso }
      }),
    removeEdits(postId) {
      remove.run(postId)
    },
  }
}

/** One row that is damaged must not keep the others, and the desk, from being read. */
function editFrom(json: string): PostEdit | ChangedEdit | null {
  try {
    return JSON.parse(json) as PostEdit | ChangedEdit
  } catch {
    return null
  }
}
