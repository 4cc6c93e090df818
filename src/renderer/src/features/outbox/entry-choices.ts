import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

export interface EntryChoices {
  /** Within the undo window: one press, no question. */
  canUndo: boolean
  /** Not under way, and it would go by itself. */
  canHold: boolean
  /** Kept here, or being stopped. */
  canRelease: boolean
  /** A request of it may be under way. */
  canStop: boolean
  canTryNow: boolean
  /** Not under way: taken back, its words kept. */
  canDiscard: boolean
  /** The words of a reply. */
  canEdit: boolean
  /** In the person's order; a picture goes with its post. */
  canMove: boolean
}

const nothing: EntryChoices = {
  canUndo: false,
  canHold: false,
  canRelease: false,
  canStop: false,
  canTryNow: false,
  canDiscard: false,
  canEdit: false,
  canMove: false,
}

/** What a person may do with an entry now. The core refuses whatever is no longer so when it arrives there. */
export function entryChoices(entry: OutboxEntry): EntryChoices {
  const choices = byState(entry)
  const isPicture = entry.kind === 'upload-picture'
  return {
    ...choices,
    canUndo: choices.canUndo && !isPicture,
    canHold: choices.canHold && !isPicture,
    canDiscard: choices.canDiscard && !isPicture,
    canMove: choices.canDiscard && !isPicture,
    canEdit: choices.canEdit && entry.kind === 'send-reply',
  }
}

function byState({ state, heldUntil, isStopping }: OutboxEntry): EntryChoices {
  switch (state) {
    case 'held':
      return heldUntil === null
        ? { ...nothing, canRelease: true, canDiscard: true, canEdit: true }
        : { ...nothing, canUndo: true, canHold: true, canTryNow: true, canDiscard: true, canEdit: true }
    case 'ready':
      return { ...nothing, canHold: true, canDiscard: true, canEdit: true }
    case 'waiting':
    case 'needs-sign-in':
      return { ...nothing, canHold: true, canTryNow: true, canDiscard: true, canEdit: true }
    case 'needs-you':
      return { ...nothing, canTryNow: true, canDiscard: true }
    case 'blocked':
      return { ...nothing, canTryNow: true, canDiscard: true, canEdit: true }
    case 'unknown':
      return { ...nothing, canStop: !isStopping, canRelease: isStopping, canTryNow: true }
    case 'sending':
    case 'resolving':
    case 'staged':
      return { ...nothing, canStop: !isStopping, canRelease: isStopping }
    case 'done':
    case 'cancelled':
      return nothing
  }
}
