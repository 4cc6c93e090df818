import type { Clock } from '../ports.ts'
import type { WalkStep } from './pull-walk.ts'

interface Gathering {
  clock: Clock
  /** With so many in hand it waits for no more. */
  mostRows: number
  /** What came lies no longer than this in memory alone. */
  withinMs: number
  mayGoOn: () => boolean
}

/**
 * Puts pages that come soon after each other together, so that they are stored together: rows of one page belong to places all over an
 * index, and of five pages hardly more pages of the store are written than of one. On a slow line each page is handed on by itself. Nothing
 * that came is dropped: if the next page fails, what came before it is handed on first.
 */
export async function* gatherPages<Item>(
  steps: AsyncGenerator<WalkStep<Item>>,
  { clock, mostRows, withinMs, mayGoOn }: Gathering,
): AsyncGenerator<WalkStep<Item>> {
  let held: WalkStep<Item> | null = null
  let due: Due = NOTHING_DUE
  let coming = settled(steps.next())
  try {
    for (;;) {
      const came: Came<WalkStep<Item>> | 'due' =
        held === null ? await coming : await Promise.race([coming, due.reached])
      if (came !== 'due' && came.is === 'there') {
        if (came.step.done) {
          if (held) yield held
          return
        }
        if (held === null) due = dueIn(clock, withinMs)
        held = held === null ? came.step.value : joined(held, came.step.value)
        coming = settled(steps.next())
        if (held.items.length < mostRows && held.next && mayGoOn()) continue
      }
      due.cancel()
      if (held) yield held
      held = null
      if (came !== 'due' && came.is === 'failed') throw came.error
    }
  } finally {
    due.cancel()
    // A page may be on its way still: nobody waits for it.
    void settled(steps.return(undefined))
  }
}

/** The place to go on from is that of the last; what the blog counted is what it counted first. */
const joined = <Item>(one: WalkStep<Item>, other: WalkStep<Item>): WalkStep<Item> => ({
  items: [...one.items, ...other.items],
  next: other.next,
  total: one.total,
})

type Came<Step> = { is: 'there'; step: IteratorResult<Step, void> } | { is: 'failed'; error: unknown }

const settled = <Step>(coming: Promise<IteratorResult<Step, void>>): Promise<Came<Step>> =>
  coming.then(
    (step) => ({ is: 'there', step }),
    (error: unknown) => ({ is: 'failed', error }),
  )

interface Due {
  reached: Promise<'due'>
  cancel: () => void
}
const NOTHING_DUE: Due = { reached: new Promise(() => undefined), cancel: () => undefined }

function dueIn(clock: Clock, ms: number): Due {
  const { promise, resolve } = Promise.withResolvers<'due'>()
  return { reached: promise, cancel: clock.after(ms, () => resolve('due')) }
}
