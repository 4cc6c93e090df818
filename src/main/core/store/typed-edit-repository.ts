import type { BlockChange } from '../../../shared/content/block-change.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { PostId, SnapshotId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Store } from './open-store.ts'

/** The words an edit changes: those of an edit noted before, of a version in history, or none, when it brings all of them. */
export type EditedOver = { number: number } | { version: SnapshotId } | null

export type ChangedEdit = Omit<PostEdit, 'document'> & { change: BlockChange<BlockNode> }

export interface StoredEdit {
  number: number
  over: EditedOver
  /** With all of its text where it is over nothing. */
  edit: PostEdit | ChangedEdit
  typedAt: UtcIso
}

/** Only ever added to, until the words are in the working copy and in history: a save is one small row. */
export interface TypedEditRepository {
  /** Returns the number of the new row. */
  addEdit(stored: Omit<StoredEdit, 'number'>): number
  /** Of all posts, in the order in which they were typed. */
  listEdits(): StoredEdit[]
  /** Call in the transaction that puts the words where they belong. */
  removeEdits(postId: PostId): void
}

interface TypedEditRow {
  number: number
  over_number: number | null
  over_version: string | null
  edit: string
  typed_at: string
}

export function createTypedEditRepository({ database }: Store): TypedEditRepository {
  const insert = database.prepare<[string, number | null, string | null, string, string]>(
    'INSERT INTO typed_edits (post_id, over_number, over_version, edit, typed_at) VALUES (?, ?, ?, ?, ?)',
  )
  const selectAll = database.prepare<[], TypedEditRow>(
    'SELECT number, over_number, over_version, edit, typed_at FROM typed_edits ORDER BY number',
  )
  const remove = database.prepare<[string]>('DELETE FROM typed_edits WHERE post_id = ?')

  return {
    addEdit({ over, edit, typedAt }) {
      const number = over && 'number' in over ? over.number : null
      const version = over && 'version' in over ? over.version : null
      return Number(insert.run(edit.postId, number, version, JSON.stringify(edit), typedAt).lastInsertRowid)
    },
    listEdits: () =>
      selectAll.all().map((row) => ({
        number: row.number,
        over: overOf(row),
        edit: JSON.parse(row.edit) as PostEdit | ChangedEdit,
        typedAt: row.typed_at as UtcIso,
      })),
    removeEdits(postId) {
      remove.run(postId)
    },
  }
}

function overOf({ over_number, over_version }: TypedEditRow): EditedOver {
  if (over_number !== null) return { number: over_number }
  return over_version === null ? null : { version: over_version as SnapshotId }
}
