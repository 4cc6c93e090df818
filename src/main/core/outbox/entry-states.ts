import type { EntryState } from '../../../shared/domain/outbox-entry.ts'

/** Which state may follow which: the drawing in docs/sync.md as data. Whatever is not here is a programming error. */
const leavesTo: Record<EntryState, readonly EntryState[]> = {
  held: ['ready', 'cancelled'],
  ready: ['sending', 'held', 'cancelled'],
  sending: ['staged', 'done', 'waiting', 'unknown', 'needs-sign-in', 'needs-you', 'blocked'],
  unknown: ['resolving'],
  resolving: ['done', 'ready', 'unknown', 'needs-you'],
  waiting: ['ready', 'held', 'cancelled'],
  'needs-sign-in': ['ready', 'held', 'cancelled'],
  'needs-you': ['ready', 'cancelled'],
  blocked: ['ready', 'cancelled'],
  staged: ['sending'],
  done: [],
  cancelled: [],
}

export const mayLeaveTo = (from: EntryState, to: EntryState): boolean => leavesTo[from].includes(to)

/** Nothing more happens to it by itself or by a person. */
export const isFinal = (state: EntryState): boolean => leavesTo[state].length === 0

/** The person may take it back: nothing of it can be under way. */
export const canCancel = (state: EntryState): boolean => mayLeaveTo(state, 'cancelled')

/** The person may keep it here: nothing of it is under way, and it would go by itself. */
export const canHold = (state: EntryState): boolean => state === 'held' || mayLeaveTo(state, 'held')

/** The person said that it stays here, without a limit of time. */
export const isKept = ({ state, heldUntil }: { state: EntryState; heldUntil: string | null }): boolean =>
  state === 'held' && heldUntil === null

/** A request of it may be under way: the person can only stop it, and what became of it is looked up. */
export const canStop = (state: EntryState): boolean => !canCancel(state) && !isFinal(state)

/** The person's turn. */
export const needsPerson = (state: EntryState): boolean =>
  state === 'needs-sign-in' || state === 'needs-you' || state === 'blocked'
