import type { UtilityProcess } from 'electron'
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { assertReady } from './app.ts'

export const utilityPids = new Set<number>()

class FakeUtilityProcess extends EventEmitter {
  readonly pid: number | undefined
  private readonly child: ChildProcess

  constructor(modulePath: string, args: string[]) {
    super()
    // 'advanced' sends structured clones, as Electron's ports do.
    this.child = fork(join(import.meta.dirname, 'utility-entry.ts'), [modulePath, ...args], {
      serialization: 'advanced',
    })
    const pid = this.child.pid
    this.pid = pid
    if (pid !== undefined) utilityPids.add(pid)
    this.child.once('spawn', () => this.emit('spawn'))
    this.child.on('message', (message) => this.emit('message', message))
    this.child.once('exit', (code) => {
      if (pid !== undefined) utilityPids.delete(pid)
      this.emit('exit', code ?? 1)
    })
  }
  postMessage = (message: unknown): void => {
    if (this.child.connected) this.child.send(message as object)
  }
  kill = (): boolean => this.child.kill()
}

export const utilityProcess = {
  fork(modulePath: string, args: string[] = []): FakeUtilityProcess {
    assertReady('utilityProcess.fork')
    return new FakeUtilityProcess(modulePath, args)
  },
}
null as unknown as FakeUtilityProcess satisfies Pick<UtilityProcess, 'pid' | 'postMessage' | 'kill'>
