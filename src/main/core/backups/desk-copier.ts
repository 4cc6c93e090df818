import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../ports.ts'
import type { CopyReport, CopyWork } from './copy-worker.ts'

/**
 * Copies the desk beside the writer, as `copyDesk` does, from a thread of its own over a connection of its own: whoever writes meanwhile waits for
 * nothing, and what is committed after it began is not in the copy. It has let go of the desk's file when the promise is settled. `false`: no such
 * thread can be had, or it could not open the desk or died; what is at `into` then is no copy. Rejects with `AppError`.
 */
export type CopyDeskBeside = (into: string) => Promise<boolean>

export interface DeskCopierPorts {
  databasePath: string
  /** Read when a copy begins. */
  key: Uint8Array | null
  log: Log
}

export function createDeskCopier({ databasePath, key, log }: DeskCopierPorts): CopyDeskBeside {
  return async (into) => {
    try {
      const report = await reportOf({ databasePath, key, into })
      if (!report.isDone) throw new AppError(report.fault)
      return true
    } catch (error) {
      if (error instanceof AppError) throw error
      log.warn('copies-in-a-thread-failed', { error: error instanceof Error ? error.name : 'unknown' })
      return false
    }
  }
}

/** Settled when the thread is gone. */
function reportOf(workerData: CopyWork): Promise<CopyReport> {
  const ended = Promise.withResolvers<CopyReport>()
  const worker = new Worker(entry(), { workerData })
  let report: CopyReport | null = null
  worker.on('message', (message: CopyReport) => (report = message))
  worker.on('error', ended.reject)
  worker.on('exit', () => {
    if (report) ended.resolve(report)
    else ended.reject(new Error('it said nothing'))
  })
  return ended.promise
}

/** From source this file runs as it is; built, it is part of the core's entry, and the worker lies beside that. */
function entry(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './copy-worker.ts' : './copy-worker.js', import.meta.url)
}
