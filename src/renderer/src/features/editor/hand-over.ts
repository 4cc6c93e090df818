import type { Node } from '@tiptap/pm/model'
import { changeBetween } from '../../../../shared/content/block-change.ts'
import type { ChangedText, PostEdit } from '../../../../shared/contract/inputs.ts'
import { documentOf, readBlock } from './read-document.ts'

type Sent = Omit<PostEdit, 'document'>

interface Handed {
  sequence: number
  doc: Node
}

/** Brings the text of one window into the core: the blocks that changed since it did so last, and all of them where the core has not those. */
export class HandOver {
  readonly #edit: (edit: PostEdit | ChangedText) => Promise<'taken' | 'send-whole'>
  /** The text that the core holds of this window; null while nobody knows. */
  #taken: Handed | null = null
  #onItsWay: Handed | null = null

  constructor(edit: (edit: PostEdit | ChangedText) => Promise<'taken' | 'send-whole'>) {
    this.#edit = edit
  }

  /**
   * One at a time; only a page that goes sends its last beside another, as a change of that one, which the core hears first. Rejects with what the
   * core answered; the next one is whole then.
   */
  async send(doc: Node, sent: Sent): Promise<void> {
    const before = this.#taken ?? this.#onItsWay
    const handed = { sequence: sent.sequence, doc }
    this.#taken = null
    this.#onItsWay = handed
    try {
      const change = before && { over: before.sequence, ...changeOf(before.doc, doc) }
      const isTaken = change !== null && (await this.#edit({ ...sent, change })) === 'taken'
      if (!isTaken) await this.#edit({ ...sent, document: documentOf(doc) })
      this.#taken = handed
    } finally {
      if (this.#onItsWay === handed) this.#onItsWay = null
    }
  }
}

/** Nodes of one editor that did not change are the same ones. */
function changeOf(before: Node, after: Node): Omit<ChangedText['change'], 'over'> {
  const { from, removed, blocks } = changeBetween(before.children, after.children)
  return { from, removed, blocks: blocks.map(readBlock), total: after.childCount }
}
