import { Worker } from 'node:worker_threads'
import type { PortMessage } from '../../../shared/contract/wire.ts'
import type { CoreProcess } from '../core-process.ts'

/** Runs the core in a worker thread of its own. */
export function startCoreWorker(entry: URL): CoreProcess {
  const worker = new Worker(entry)
  // Without a listener an error in the worker would end this process too; its end is told by `exit`.
  worker.on('error', () => undefined)
  return {
    post: (message) => worker.postMessage(message),
    onMessage(listener) {
      worker.on('message', (message: PortMessage) => listener(message))
    },
    onEnd(listener) {
      worker.once('exit', (code) => listener(code))
    },
    kill: () => void worker.terminate(),
  }
}
