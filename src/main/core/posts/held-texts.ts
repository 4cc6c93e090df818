import { withChange } from '../../../shared/content/block-change.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import { isStorableSize, sizeOfBlocks, type DocumentSize } from '../../../shared/contract/document-input.ts'
import type { ChangedText, PostEdit } from '../../../shared/contract/inputs.ts'
import type { PostId } from '../../../shared/domain/ids.ts'

/** Windows that are written in by turns; one whose text is not held sends it whole. */
const MOST_TEXTS = 8

interface Held {
  window: string
  sequence: number
  blocks: BlockNode[]
  /** null until it is first needed. */
  size: DocumentSize | null
}

/** The text of each window as it was handed over last, so that the next key need not bring all of it. */
export class HeldTexts {
  readonly #held = new Map<PostId, Held>()
  /** Changes of a text that is still on its way: two requests of a page that goes may come in either order. */
  readonly #early = new Map<PostId, ChangedText>()

  /** null where the text that `change` is of is not held, or would be more than can be stored: the window is to send it whole. */
  whole(edit: PostEdit | ChangedText): PostEdit | null {
    if ('document' in edit) {
      this.#hold(edit, edit.document.content, null)
      return edit
    }
    const { change, ...rest } = edit
    const held = this.#held.get(edit.postId)
    if (held?.window !== edit.window || held.sequence !== change.over) {
      if (held?.window !== edit.window || held.sequence < change.over) putNewest(this.#early, edit.postId, edit)
      return null
    }
    const content = withChange(held.blocks, change)
    const size = content?.length === change.total ? sizeAfter(held, change) : null
    if (!content || !size || !isStorableSize(size)) return null
    this.#hold(edit, content, size)
    return { ...rest, document: { type: 'doc', content } }
  }

  /** What came before the text that it is a change of, once that is held. Nobody may be there any more to send it whole. */
  takeEarly({ postId, window, sequence }: PostEdit): ChangedText | null {
    const early = this.#early.get(postId)
    if (early?.window !== window || early.change.over !== sequence) return null
    this.#early.delete(postId)
    return early
  }

  #hold({ postId, window, sequence }: PostEdit | ChangedText, blocks: BlockNode[], size: DocumentSize | null): void {
    putNewest(this.#held, postId, { window, sequence, blocks, size })
  }
}

function putNewest<What>(texts: Map<PostId, What>, postId: PostId, text: What): void {
  texts.delete(postId)
  texts.set(postId, text)
  const [oldest] = texts.keys()
  if (oldest !== undefined && texts.size > MOST_TEXTS) texts.delete(oldest)
}

function sizeAfter(held: Held, { from, removed, blocks }: ChangedText['change']): DocumentSize | null {
  const before = held.size ?? sizeOfBlocks(held.blocks)
  const gone = sizeOfBlocks(held.blocks.slice(from, from + removed))
  const come = sizeOfBlocks(blocks)
  return (
    before &&
    gone &&
    come && {
      nodeCount: before.nodeCount - gone.nodeCount + come.nodeCount,
      textLength: before.textLength - gone.textLength + come.textLength,
    }
  )
}
