import { changeBetween, withChange } from '../../../shared/content/block-change.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import type { PostEdit } from '../../../shared/contract/inputs.ts'
import { utcIso, type PostId, type SnapshotId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { Clock, Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { ChangedEdit, EditedOver } from '../store/typed-edit-repository.ts'

/** An edit that is on the disk. */
export interface SavedEdit {
  edit: PostEdit
  savedAt: UtcIso
}

export interface TypedEdits {
  /** The words are on the disk when this returns, as the little that changed where that is known. */
  note(edit: PostEdit): SavedEdit
  /** They are where they belong; `version` of history holds them, if one does. What is noted next may be a change of it. */
  settled(edit: PostEdit, version: SnapshotId | null): void
  /** What an end of the program left here, in the order in which it was typed. */
  listLeft(): SavedEdit[]
}

/** Texts whose next change is written as a change; whoever writes in more of them at once writes whole texts. */
const MOST_TEXTS = 8

/**
 * The journal of what is typed: a save writes one row behind the others and nothing else, so it costs the same in a long post. What the rows
 * lead to is put into the working copy and into history soon after (`settle-edit.ts`); after a cut it is read from here.
 */
export function createTypedEdits({ desk, clock, log }: { desk: Desk; clock: Clock; log: Log }): TypedEdits {
  const ends = new Map<PostId, { over: EditedOver; blocks: readonly BlockNode[] }>()

  const setEnd = (postId: PostId, over: EditedOver, blocks: readonly BlockNode[]): void => {
    ends.delete(postId)
    if (over) ends.set(postId, { over, blocks })
    const [oldest] = ends.keys()
    if (oldest !== undefined && ends.size > MOST_TEXTS) ends.delete(oldest)
  }

  return {
    note(edit) {
      const savedAt = utcIso(clock.now())
      const end = ends.get(edit.postId)
      const changed = end && asChange(edit, end.blocks)
      const number = desk.transaction(() => {
        const stored = changed && isThere(desk, end.over) ? { over: end.over, edit: changed } : { over: null, edit }
        return desk.typedEdits.addEdit({ ...stored, typedAt: savedAt })
      })
      setEnd(edit.postId, { number }, edit.document.content)
      return { edit, savedAt }
    },
    settled({ postId, document }, version) {
      setEnd(postId, version && { version }, document.content)
    },
    listLeft() {
      const newest = new Map<PostId, { number: number; edit: PostEdit }>()
      return desk.typedEdits.listEdits().flatMap(({ number, over, edit: stored, typedAt }) => {
        const { postId } = stored
        const edit = wholeEdit(stored, over && blocksOf(desk, over, newest.get(postId)))
        if (edit) newest.set(postId, { number, edit })
        else log.error('typed-edit-without-its-text', { postId })
        return edit ? [{ edit, savedAt: typedAt }] : []
      })
    },
  }
}

/** Thinning takes versions out of history between two bursts of typing. */
const isThere = (desk: Desk, over: EditedOver): boolean =>
  over === null || 'number' in over || desk.snapshots.hasSnapshot(over.version)

/** null where most of the text is another. */
function asChange({ document, ...rest }: PostEdit, before: readonly BlockNode[]): ChangedEdit | null {
  const change = changeBetween(before, document.content)
  const isMost = change.blocks.length * 2 > document.content.length
  return isMost ? null : { ...rest, change }
}

/** The blocks that a row is a change of; null where they cannot be read any more. */
function blocksOf(
  desk: Desk,
  over: NonNullable<EditedOver>,
  newest: { number: number; edit: PostEdit } | undefined,
): BlockNode[] | null {
  if ('number' in over) return newest?.number === over.number ? newest.edit.document.content : null
  return desk.snapshots.hasSnapshot(over.version)
    ? desk.snapshots.getSnapshot(over.version).words.document.content
    : null
}

function wholeEdit(edit: PostEdit | ChangedEdit, before: BlockNode[] | null): PostEdit | null {
  if ('document' in edit) return edit
  const { change, ...rest } = edit
  const content = before && withChange(before, change)
  return content && { ...rest, document: { type: 'doc', content } }
}
