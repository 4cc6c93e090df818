import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { provideElectron } from './provide-electron.ts'

/** What runs in the child: the built entry, with the parent's port and electron's utility part. */
class FakeParentPort extends EventEmitter {
  private readonly early: unknown[] = []

  receive(message: unknown): void {
    if (this.listenerCount('message') === 0) this.early.push(message)
    else this.emit('message', { data: message, ports: [] })
  }
  /** Like a real port, it holds messages back until someone listens. */
  override on(event: string, listener: (...args: never[]) => void): this {
    super.on(event, listener as (...args: unknown[]) => void)
    for (const message of this.early.splice(0)) this.receive(message)
    return this
  }
  postMessage = (message: unknown): void => {
    process.send?.(message)
  }
}

const parentPort = new FakeParentPort()
Object.assign(process, { parentPort, type: 'utility' })
process.on('message', (message) => parentPort.receive(message))
// A utility process does not outlive the program.
process.on('disconnect', () => process.exit(0))
provideElectron('./utility-module.ts')
const [entry = ''] = process.argv.slice(2)
await import(pathToFileURL(entry).href)
