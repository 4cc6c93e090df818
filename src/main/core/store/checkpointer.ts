import { Worker } from 'node:worker_threads'
import type { Log } from '../ports.ts'
import { createCheckpointSignal, type CheckpointSignal } from './checkpoint-signal.ts'
import type { CheckpointWork } from './checkpoint-worker.ts'

/** Folds the log of the store into its file beside the writer, from a thread of its own with a connection of its own (docs/adr/0023). */
export interface Checkpointer {
  /** Asks for it, and begins the thread where there is none. false: nobody will, now, and the writer has to look after the log itself. */
  fold(): boolean
  isRunning(): boolean
  /**
   * When this returns the thread has let go of the file, which may be moved, sealed anew or erased then. It waits for a folding that is under way, and
   * keeps the thread of the writer meanwhile. Nothing is folded any more.
   */
  end(): void
}

export interface CheckpointerPorts {
  databasePath: string
  /** Read when the thread begins, not before. */
  key: Uint8Array | null
  log: Log
}

/** A thread that died was torn from its connection with it; there is nothing to wait for beyond this. */
const LONGEST_END_MS = 30_000

export function createCheckpointer({ databasePath, key, log }: CheckpointerPorts): Checkpointer {
  let running: CheckpointSignal | null = null
  /** What failed once would fail again each time: the writer does it then, as it did before there was a thread for it. */
  let isOver = false

  function fail(error: unknown): void {
    isOver = true
    log.warn('checkpoints-failed', { error: error instanceof Error ? error.name : 'unknown' })
  }

  function start(): CheckpointSignal {
    const signal = createCheckpointSignal()
    const workerData: CheckpointWork = { databasePath, key, cells: signal.cells }
    const worker = new Worker(entry(), { workerData })
    // It keeps no program running that has nothing else to do.
    worker.unref()
    worker.on('error', fail)
    worker.on('exit', () => {
      signal.markEnded()
      if (running === signal) running = null
    })
    return signal
  }

  return {
    fold() {
      if (isOver) return false
      try {
        running ??= start()
      } catch (error) {
        fail(error)
        return false
      }
      return running.ask()
    },
    isRunning: () => running !== null,
    end() {
      isOver = true
      if (running && !running.end(LONGEST_END_MS)) log.error('checkpoints-did-not-end')
      running = null
    },
  }
}

/** From source this file runs as it is; built, it is part of the core's entry, and the worker lies beside that. */
function entry(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './checkpoint-worker.ts' : './checkpoint-worker.js', import.meta.url)
}
