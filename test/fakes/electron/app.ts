import type { App, ProxyConfig } from 'electron'
import { EventEmitter } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fakeOptions } from './fake-options.ts'
import { cancelable } from './cancelable.ts'

const ready = Promise.withResolvers<void>()
let isReady = false
let isQuitting = false

/** Throws as Electron does when a part is used before the app is ready. */
export function assertReady(part: string): void {
  if (!isReady) throw new Error(`${part} can only be used after the app is ready`)
}
export function assertNotReady(part: string): void {
  if (isReady) throw new Error(`${part} should be called before app is ready`)
}

/** Windows register here, so that the app can close them when it quits. */
export const openWindows = new Set<{ close(): boolean }>()

/** In the order in which they were set. */
export const proxies: { of: 'app' | 'session'; config: ProxyConfig }[] = []

export function setProxy(of: 'app' | 'session', config: ProxyConfig): Promise<void> {
  assertReady(`${of}.setProxy()`)
  proxies.push({ of, config })
  return Promise.resolve()
}

class FakeApp extends EventEmitter {
  readonly isPackaged = fakeOptions.isPackaged
  readonly protocolClients: string[] = []
  isSandboxed = false

  whenReady = (): Promise<void> => ready.promise
  isReady = (): boolean => isReady
  getVersion = (): string => '0.0.0'
  getPreferredSystemLanguages = (): string[] => ['en-GB']
  getPath = (name: string): string => {
    if (name !== 'userData') throw new Error(`the fake knows no path '${name}'`)
    return fakeOptions.userDataFolder
  }
  enableSandbox = (): void => {
    assertNotReady('app.enableSandbox()')
    this.isSandboxed = true
  }
  setAsDefaultProtocolClient = (scheme: string): boolean => {
    this.protocolClients.push(scheme)
    return true
  }

  /** Linux and macOS; elsewhere Electron answers false. */
  badgeCount = 0
  setBadgeCount = (count = 0): boolean => {
    assertReady('app.setBadgeCount()')
    this.badgeCount = count
    return true
  }
  setAppUserModelId = (): void => undefined
  setProxy = (config: ProxyConfig): Promise<void> => setProxy('app', config)

  /** A file with the holder's pid. The loser leaves its arguments in a file, which the holder watches for. */
  requestSingleInstanceLock = (): boolean => {
    const folder = join(fakeOptions.userDataFolder, 'singleton')
    mkdirSync(folder, { recursive: true })
    const lockPath = join(folder, 'lock')
    if (!tryLock(lockPath)) {
      writeFileSync(join(folder, `argv-${process.pid}.json`), JSON.stringify(process.argv))
      return false
    }
    const watcher = watch(folder, () => {
      for (const name of readdirSync(folder).filter((file) => file.startsWith('argv-'))) {
        const text = readFileSync(join(folder, name), 'utf8')
        if (!text.endsWith(']')) continue
        rmSync(join(folder, name), { force: true })
        this.emit('second-instance', {}, JSON.parse(text), process.cwd(), null)
      }
    })
    watcher.unref()
    return true
  }

  /** before-quit → each window's close → will-quit → quit, any of the first three may stop it. */
  quit = (): void => {
    if (isQuitting) return
    isQuitting = true
    const before = cancelable()
    this.emit('before-quit', before)
    const isClosed = !before.isPrevented() && [...openWindows].every((window) => window.close())
    if (!isClosed) {
      isQuitting = false
      return
    }
    this.afterWindows()
  }
  exit = (code = 0): void => {
    this.emit('quit', {}, code)
    process.exit(code)
  }

  /** Called when the last window closed by itself. */
  windowsAllClosed(): void {
    if (isQuitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }
  private afterWindows(): void {
    const will = cancelable()
    this.emit('will-quit', will)
    if (!will.isPrevented()) this.exit(0)
  }
  becomeReady(): void {
    if (isQuitting) return
    isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', {}, {})
    ready.resolve()
  }
}

/** The lock of a process that is gone counts as none, as Chromium's does. */
function tryLock(path: string): boolean {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      const holder = Number(readFileSync(path, 'utf8'))
      try {
        process.kill(holder, 0)
        return false
      } catch {
        rmSync(path, { force: true })
      }
    }
  }
}

export const app = new FakeApp()
type Methods =
  'getVersion' | 'whenReady' | 'isReady' | 'getPath' | 'enableSandbox' | 'requestSingleInstanceLock' | 'quit' | 'exit'
app satisfies Pick<
  App,
  Methods | 'isPackaged' | 'setProxy' | 'setAsDefaultProtocolClient' | 'setBadgeCount' | 'setAppUserModelId'
>
