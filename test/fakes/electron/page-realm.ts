import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'

/** One loaded page: the preload in an isolated world of its own, the page's scripts in the main world. */
export interface PageRealm {
  /** Runs code in the page's main world and hands back a clone of what it comes to. */
  evaluate(code: string): Promise<unknown>
  /** A message from the main process to the preload's listeners. */
  deliver(channel: string, args: unknown[]): void
}

/** Copies plain data into the realm it runs in, so that nothing of the giver's realm is reachable from it. */
const CLONE_INTO = `(function clone(value) {
  if (Array.isArray(value)) return Array.from(value, clone)
  if (value === null || typeof value !== 'object') return value
  if (Object.prototype.toString.call(value) === '[object Uint8Array]') return Uint8Array.from(value)
  if (Object.prototype.toString.call(value) === '[object Date]') return new Date(value.getTime())
  return Object.fromEntries(Object.keys(value).map((key) => [key, clone(value[key])]))
})`

export function openPage(options: {
  preloadPath: string
  /** What the program adds to the page's own arguments. */
  argv: readonly string[]
  platform: string
  invoke: (channel: string, args: unknown[]) => Promise<unknown>
}): PageRealm {
  const fromMain = new EventEmitter()
  const mainWorld = vm.createContext({})
  const isolatedWorld = vm.createContext({
    // What a sandboxed preload has: electron's renderer part and a few of Node's words, nothing else of Node.
    process: { platform: options.platform, argv: [...options.argv], type: 'renderer', sandboxed: true },
    setTimeout,
    clearTimeout,
    console,
  })
  const bridge = bridgeBetween(mainWorld)
  const electron = {
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]) => options.invoke(channel, structuredClone(args)),
      on: (channel: string, listener: (...args: unknown[]) => void) => void fromMain.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) => void fromMain.off(channel, listener),
    },
    contextBridge: { exposeInMainWorld: bridge.expose },
  }
  const requireInSandbox = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const preload = vm.runInContext(
    `(function (require, module, exports) {${readFileSync(options.preloadPath, 'utf8')}\n})`,
    isolatedWorld,
    { filename: options.preloadPath },
  ) as (...args: unknown[]) => void
  const exports = {}
  preload(requireInSandbox, { exports }, exports)

  return {
    async evaluate(code) {
      return structuredClone(await vm.runInContext(`(async () => (${code}))()`, mainWorld))
    },
    deliver(channel, args) {
      fromMain.emit(channel, { sender: electron.ipcRenderer, senderId: 0, ports: [] }, ...structuredClone(args))
    },
  }
}

/** Functions cross as stand-ins that copy what goes in and out; of an error only the message crosses. */
function bridgeBetween(mainWorld: vm.Context) {
  // A bare `window` is what the page calls its global object.
  vm.runInContext('globalThis.window = globalThis', mainWorld)
  const cloneInto = vm.runInContext(CLONE_INTO, mainWorld) as (value: unknown) => unknown
  const standIn = vm.runInContext(
    `(function (call) {
      return function (...args) {
        const result = call(args)
        if (result.kind === 'value') return result.value
        if (result.kind === 'error') throw new Error(result.message)
        return new Promise((resolve, reject) => result.settle(resolve, (message) => reject(new Error(message))))
      }
    })`,
    mainWorld,
  ) as (call: (args: unknown[]) => unknown) => unknown

  function toPage(value: unknown): unknown {
    if (typeof value === 'function') {
      return standIn((args) => {
        try {
          const result: unknown = (value as (...given: unknown[]) => unknown)(...args.map(fromPage))
          if (!(result instanceof Promise) && !isThenable(result)) return { kind: 'value', value: toPage(result) }
          return {
            kind: 'promise',
            settle: (resolve: (value: unknown) => void, reject: (message: string) => void) =>
              result.then(
                (settled: unknown) => resolve(toPage(settled)),
                (error: unknown) => reject(messageOf(error)),
              ),
          }
        } catch (error) {
          return { kind: 'error', message: messageOf(error) }
        }
      })
    }
    if (
      value !== null &&
      typeof value === 'object' &&
      Object.values(value).some((part) => typeof part === 'function')
    ) {
      return Object.freeze(Object.assign(cloneInto({}) as object, mapValues(value, toPage)))
    }
    return cloneInto(value)
  }

  function fromPage(value: unknown): unknown {
    if (typeof value !== 'function') return structuredClone(value)
    return (...args: unknown[]): unknown =>
      structuredClone((value as (...given: unknown[]) => unknown)(...args.map(toPage)))
  }

  return {
    expose: (key: string, api: unknown): void => {
      Object.defineProperty(mainWorld, key, {
        value: toPage(api),
        writable: false,
        configurable: false,
        enumerable: true,
      })
    },
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function mapValues(value: object, change: (part: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))
}
