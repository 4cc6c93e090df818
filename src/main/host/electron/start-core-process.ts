import { utilityProcess } from 'electron'
import type { PortMessage } from '../../../shared/contract/wire.ts'
import type { CoreProcess } from '../core-process.ts'

/** Runs the core in a utility process: Chromium's network stack is there, a window's work is not. */
export function startCoreProcess(entryPath: string): CoreProcess {
  const child = utilityProcess.fork(entryPath, [], { serviceName: 'Attaché core' })
  return {
    post: (message) => child.postMessage(message),
    onMessage(listener) {
      child.on('message', (message: PortMessage) => listener(message))
    },
    onEnd(listener) {
      child.once('exit', (code) => listener(code))
    },
    kill: () => void child.kill(),
  }
}
