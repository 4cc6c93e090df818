const ASKED = 0
const STAGE = 1

const Asked = { nothing: 0, fold: 1, end: 2 } as const
const Stage = { unopened: 0, open: 1, ended: 2 } as const

/**
 * What the thread of the writer and that of the checkpoints say to each other, in memory that both see: neither has a turn of its loop to spare
 * for a message, the one while it closes the desk, the other while it folds.
 */
export interface CheckpointSignal {
  /** To hand to the other thread. */
  readonly cells: Int32Array<SharedArrayBuffer>

  /** From the writer. false: the other thread ends, or has ended. */
  ask(): boolean
  /** From the writer: waits until the other thread has let go of the file, for so long at most; whether it has. */
  end(longestMs: number): boolean

  /** From the other thread, before it opens the file. false: it must not open it any more. */
  begin(): boolean
  /** From the other thread: waits until something is asked. Nobody asked for so long: the end. */
  next(idleMs: number): 'fold' | 'end'
  /** The file is closed. From the other thread, or from whoever saw it die. */
  markEnded(): void
}

export function createCheckpointSignal(
  cells: CheckpointSignal['cells'] = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
): CheckpointSignal {
  const change = (cell: number, from: number, to: number): boolean =>
    Atomics.compareExchange(cells, cell, from, to) === from
  return {
    cells,

    ask() {
      if (Atomics.load(cells, STAGE) === Stage.ended) return false
      if (change(ASKED, Asked.nothing, Asked.fold)) Atomics.notify(cells, ASKED)
      return Atomics.load(cells, ASKED) !== Asked.end
    },

    end(longestMs) {
      Atomics.store(cells, ASKED, Asked.end)
      Atomics.notify(cells, ASKED)
      if (change(STAGE, Stage.unopened, Stage.ended)) return true
      return Atomics.wait(cells, STAGE, Stage.open, longestMs) !== 'timed-out'
    },

    begin: () => change(STAGE, Stage.unopened, Stage.open),

    next(idleMs) {
      const isIdle = Atomics.wait(cells, ASKED, Asked.nothing, idleMs) === 'timed-out'
      if (isIdle && change(ASKED, Asked.nothing, Asked.end)) return 'end'
      return change(ASKED, Asked.fold, Asked.nothing) ? 'fold' : 'end'
    },

    markEnded() {
      Atomics.store(cells, STAGE, Stage.ended)
      Atomics.notify(cells, STAGE)
    },
  }
}
