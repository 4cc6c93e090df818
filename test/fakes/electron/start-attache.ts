import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Controls } from './controls.ts'
import { defaultFakeOptions, type FakeOptions } from './fake-options.ts'

const root = join(import.meta.dirname, '../../..')

type Told<Name extends keyof Controls> = Awaited<ReturnType<Controls[Name]>>
type FromChild =
  | { kind: 'ready' }
  | { kind: 'sent'; channel: string; args: unknown[] }
  | { kind: 'told'; askId: number; value?: unknown; error?: string }

/** The built program under the fake Electron, in a process of its own. */
export interface AttacheUnderFake {
  /** Does one of the controls there and answers what it came to. Rejects when the program ended. */
  control<Name extends keyof Controls>(name: Name, ...args: Parameters<Controls[Name]>): Promise<Told<Name>>
  /** What the main process sends to its window. Returns the function that stops listening. */
  onSent(listener: (channel: string, args: unknown[]) => void): () => void
  /** Resolves with the exit code, null after a kill. */
  readonly ended: Promise<number | null>
  /** As a power cut: the main process and the core, without a word. */
  kill9(): Promise<void>
  /** As a person quits. */
  stop(): Promise<void>
}

/** Starts the built `out/main/index.js`, or the one that is given. Resolves when the window has loaded, or the program ended before it did. */
export async function startAttache(
  options: Pick<FakeOptions, 'userDataFolder'> & Partial<FakeOptions>,
  commandLine: string[] = [],
  entryPath = join(root, 'out/main/index.js'),
): Promise<AttacheUnderFake> {
  const child = fork(join(import.meta.dirname, 'main-process.ts'), [entryPath, ...commandLine], {
    serialization: 'advanced',
    env: { ...process.env, FAKE_ELECTRON: JSON.stringify({ ...defaultFakeOptions, ...options }) },
  })
  const asked = new Map<number, PromiseWithResolvers<unknown>>()
  const sentListeners = new Set<(channel: string, args: unknown[]) => void>()
  const loaded = Promise.withResolvers<void>()
  let lastAskId = 0

  child.on('message', (message: FromChild) => {
    switch (message.kind) {
      case 'ready':
        return loaded.resolve()
      case 'sent':
        for (const listener of sentListeners) listener(message.channel, message.args)
        return
      case 'told': {
        const told = asked.get(message.askId)
        asked.delete(message.askId)
        if (message.error === undefined) told?.resolve(message.value)
        else told?.reject(new Error(message.error))
      }
    }
  })
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
    loaded.resolve()
    for (const told of asked.values()) told.reject(new Error('the program ended'))
    return code ?? null
  })

  const control: AttacheUnderFake['control'] = (name, ...args) => {
    lastAskId += 1
    const told = Promise.withResolvers<unknown>()
    if (!child.connected) return Promise.reject(new Error('the program ended'))
    asked.set(lastAskId, told)
    // Killed, it is connected until it is seen to have ended, and a page may still ask for what comes later.
    child.send({ askId: lastAskId, name, args }, (error) => {
      if (error) told.reject(new Error('the program ended'))
    })
    return told.promise as never
  }

  await loaded.promise
  return {
    control,
    onSent(listener) {
      sentListeners.add(listener)
      return () => sentListeners.delete(listener)
    },
    ended,
    async kill9() {
      const corePids = isRunning(child) ? await control('utilityPids') : []
      child.kill('SIGKILL')
      for (const pid of corePids) process.kill(pid, 'SIGKILL')
      await ended
    },
    async stop() {
      if (isRunning(child)) await control('quit').catch(() => undefined)
      await ended
    },
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
