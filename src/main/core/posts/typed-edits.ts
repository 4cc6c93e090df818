import { changeBetween, withChange } from '../../../shared/content/block-change.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import type { PostEdit } from '../../../shared/contract/inputs.ts'
import { utcIso, type PostId, type SnapshotId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { Clock, Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { ChangedEdit } from '../store/typed-edit-repository.ts'

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

/** The text that was noted or settled last, and the version that holds it; null while only the journal does. */
interface End {
  window: string
  sequence: number
  blocks: readonly BlockNode[]
  version: SnapshotId | null
}

/**
 * The journal of what is typed: a save writes one row behind the others and nothing else, so it costs the same in a long post. What the rows
 * lead to is put into the working copy and into history soon after (`posts-service.ts`); after a cut it is read from here.
 */
export function createTypedEdits({ desk, clock, log }: { desk: Desk; clock: Clock; log: Log }): TypedEdits {
  const ends = new Map<PostId, End>()

  const setEnd = ({ postId, window, sequence, document }: PostEdit, version: SnapshotId | null): void => {
    ends.delete(postId)
    ends.set(postId, { window, sequence, blocks: document.content, version })
    const [oldest] = ends.keys()
    if (oldest !== undefined && ends.size > MOST_TEXTS) ends.delete(oldest)
  }

  return {
    note(edit) {
      const savedAt = utcIso(clock.now())
      const end = ends.get(edit.postId)
      const changed = end?.window === edit.window ? asChange(edit, end) : null
      desk.transaction(() => {
        const isChange = changed && end && isThere(desk, end)
        desk.typedEdits.addEdit({
          overVersion: isChange ? end.version : null,
          edit: isChange ? changed : edit,
          typedAt: savedAt,
        })
      })
      setEnd(edit, null)
      return { edit, savedAt }
    },
    settled(edit, version) {
      if (version) setEnd(edit, version)
      else ends.delete(edit.postId)
    },
    listLeft() {
      const newest = new Map<PostId, PostEdit>()
      return desk.typedEdits.listEdits().flatMap((row) => {
        if (!row) {
          log.error('typed-edit-unreadable', {})
          return []
        }
        const { overVersion, edit: stored, typedAt } = row
        const { postId } = stored
        const before = overVersion === null ? newest.get(postId) : undefined
        const edit = wholeEdit(stored, overVersion === null ? blocksOf(before, stored) : blocksIn(desk, overVersion))
        if (edit) newest.set(postId, edit)
        else log.error('typed-edit-without-its-text', { postId })
        return edit ? [{ edit, savedAt: typedAt }] : []
      })
    },
  }
}

/** Thinning takes versions out of history between two bursts of typing. */
const isThere = (desk: Desk, { version }: End): boolean => version === null || desk.snapshots.hasSnapshot(version)

/** null where most of the text is another. */
function asChange({ document, ...rest }: PostEdit, { sequence, blocks }: End): ChangedEdit | null {
  const change = changeBetween(blocks, document.content)
  const isMost = change.blocks.length * 2 > document.content.length
  return isMost ? null : { ...rest, change: { over: sequence, total: document.content.length, ...change } }
}

/** Of the very edit that is changed; a salvaged journal may have gaps. */
const blocksOf = (before: PostEdit | undefined, edit: PostEdit | ChangedEdit): BlockNode[] | null =>
  'change' in edit && before?.window === edit.window && before.sequence === edit.change.over
    ? before.document.content
    : null

function blocksIn(desk: Desk, version: SnapshotId): BlockNode[] | null {
  try {
    return desk.snapshots.getSnapshot(version).words.document.content
  } catch {
    // It is not there, or cannot be read: the file was damaged.
    return null
  }
}

function wholeEdit(edit: PostEdit | ChangedEdit, before: BlockNode[] | null): PostEdit | null {
  if ('document' in edit) return edit
  const { change, ...rest } = edit
  const content = before && withChange(before, change)
  return content?.length === change.total ? { ...rest, document: { type: 'doc', content } } : null
}
