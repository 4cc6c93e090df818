import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FakeOptions } from './fake-options.ts'
import { type AttacheUnderFake, startAttache } from './start-attache.ts'

/**
 * The built program with its page in a real browser: the main process runs under the fake Electron in a child process; what
 * the page loads is asked of its `app:` protocol handler, headers and policy included; the built preload runs before the
 * page and reaches the main process through a binding. `.localhost` is a safe origin, as `app://attache` is in Electron.
 */
export interface DeskInChromium {
  page: Page
  attache: AttacheUnderFake
  /** What the page's policy refused and what the page threw; empty in a good run. */
  complaints: string[]
  /** As a power cut: everything at once, the browser's page too. */
  kill9(): Promise<void>
  /** As a person closes the window and quits. */
  stop(): Promise<void>
}

const PAGE_ORIGIN = 'http://attache.localhost'
const DESK_ORIGIN = 'app://attache'
const preloadPath = join(import.meta.dirname, '../../../out/preload/index.cjs')

/** `userDataFolder` is the profile, and outlives a stop or a kill. */
export async function openInChromium(options: {
  browser: Browser
  userDataFolder: string
  fake?: Partial<FakeOptions>
  commandLine?: string[]
  /** For example a screen size or a colour scheme. */
  context?: Parameters<Browser['newContext']>[0]
}): Promise<DeskInChromium> {
  const attache = await startAttache({ ...options.fake, userDataFolder: options.userDataFolder }, options.commandLine)
  const context = await options.browser.newContext(options.context)
  const complaints: string[] = []
  await context.route('**/*', (route) => serve(route, attache))
  await context.exposeBinding('fakeElectronInvoke', async (source, channel: string, text: string) => {
    if (source.frame.parentFrame() !== null) throw new Error('a frame called')
    return encode(await attache.control('invoke', channel, decode(text) as unknown[]))
  })
  await context.addInitScript({ content: preloadScript() })

  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|requires 'Trusted/.test(message.text())) complaints.push(message.text())
  })
  // Its address was handed over when it was asked for.
  context.on('page', (opened) => void opened.close())
  const stopSending = attache.onSent((channel, args) => {
    // A page that is being closed no longer listens.
    page
      .evaluate(`fakeElectronDeliver(${JSON.stringify(channel)}, ${JSON.stringify(encode(args))})`)
      .catch(() => undefined)
  })
  await page.goto(`${PAGE_ORIGIN}/`)
  return {
    page,
    attache,
    complaints,
    async kill9() {
      stopSending()
      await attache.kill9()
      await context.close()
    },
    async stop() {
      await leave(page, context)
      stopSending()
      await attache.stop()
    },
  }
}

/** The page goes first, and what it hands over while it closes still reaches the core. */
async function leave(page: Page, context: BrowserContext): Promise<void> {
  await page.close({ runBeforeUnload: false })
  await context.close()
}

async function serve(route: Route, attache: AttacheUnderFake): Promise<void> {
  const request = route.request()
  const url = request.url()
  try {
    if (url.startsWith(`${PAGE_ORIGIN}/`)) {
      const answer = await attache.control('fetch', DESK_ORIGIN + url.slice(PAGE_ORIGIN.length), request.method())
      return await route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) })
    }
    if (request.isNavigationRequest()) await attache.control(isNewWindow(request) ? 'openFromPage' : 'navigate', url)
    return await route.abort('blockedbyclient')
  } catch {
    // The program or the page is gone.
    return route.abort('failed').catch(() => undefined)
  }
}

/** Playwright has no frame yet for the first request of a window that is being opened. */
function isNewWindow(request: Request): boolean {
  try {
    return request.frame().page().url() === 'about:blank'
  } catch {
    return true
  }
}

/** Bytes travel as `{ $bytes: base64 }`; the rest of what a call carries is JSON already. */
function encode(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  )
}
function decode(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    const bytes = (part as { $bytes?: unknown } | null)?.$bytes
    return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : part
  })
}

/** The built preload, unchanged, between stand-ins for what a sandboxed preload is given. */
function preloadScript(): string {
  return `(() => {
    if (location.origin !== ${JSON.stringify(PAGE_ORIGIN)}) return
    const listeners = new Map()
    const encode = (value) => JSON.stringify(value, (_key, part) => {
      if (!(part instanceof Uint8Array)) return part
      let text = ''
      for (let at = 0; at < part.length; at += 32768) text += String.fromCharCode(...part.subarray(at, at + 32768))
      return { $bytes: btoa(text) }
    })
    const decode = (text) => text === undefined ? undefined : JSON.parse(text, (_key, part) =>
      part && typeof part.$bytes === 'string' ? Uint8Array.from(atob(part.$bytes), (letter) => letter.charCodeAt(0)) : part)
    const invoke = window.fakeElectronInvoke
    const electron = {
      ipcRenderer: {
        invoke: async (channel, ...args) => decode(await invoke(channel, encode(args))),
        on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
        off: (channel, listener) => void listeners.set(channel, (listeners.get(channel) ?? []).filter((known) => known !== listener)),
      },
      contextBridge: {
        exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: Object.freeze({ ...api }) }),
      },
    }
    Object.defineProperty(window, 'fakeElectronDeliver', {
      value: (channel, text) => { for (const listener of listeners.get(channel) ?? []) listener({}, ...decode(text)) },
    })
    const module = { exports: {} }
    ;(function (require, process, module, exports) {
${readFileSync(preloadPath, 'utf8')}
    })((name) => { if (name === 'electron') return electron; throw new Error('module not found: ' + name) },
      { platform: ${JSON.stringify(process.platform)}, argv: [] }, module, module.exports)
  })()`
}
