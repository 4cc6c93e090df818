import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, test as base, type Browser, type Page } from '@playwright/test'
import { openInChromium } from '../fakes/electron/open-in-chromium.ts'
import { findElectronBinary } from './find-electron-binary.ts'

const ROOT = join(import.meta.dirname, '../..')

/** One run of the desk with its page. The profile folder outlives it. */
export interface DeskWindow {
  page: Page
  /** As a power cut. */
  kill9(): Promise<void>
  stop(): Promise<void>
}

type Host = 'node' | 'fake-electron' | 'electron'
type Context = Parameters<Browser['newContext']>[0]

/** `openDesk(profileFolder)` on the host that the project names, with `files` by a double click; whatever a test leaves open is stopped. */
export const test = base.extend<{
  host: Host
  /** What runs on the Node host, from the root of the project. */
  serve: string
  /** A folder of this test's own, removed once every desk on it is closed. */
  profile: string
  openDesk: (profileFolder: string, context?: Context, files?: readonly string[]) => Promise<DeskWindow>
}>({
  host: ['node', { option: true }],
  // As it is shipped; out of a thousand sources each start costs half as much again.
  serve: ['out/main/serve.js', { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
  async profile({}, use) {
    const folder = await mkdtemp(join(tmpdir(), 'attache-journey-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  // `profile` is named so that it outlives the desks.
  async openDesk({ browser, host, serve, locale, viewport, profile: _profile }, use) {
    const open: DeskWindow[] = []
    await use(async (profileFolder, context = {}, files = []) => {
      const options = { ...(locale ? { locale } : {}), viewport, ...context }
      const desk = await start(host, serve, browser, profileFolder, options, files)
      open.push(desk)
      return desk
    })
    for (const desk of open) await desk.stop()
  },
})
export { expect } from '@playwright/test'

function start(
  host: Host,
  serve: string,
  browser: Browser,
  profileFolder: string,
  context: Context,
  files: readonly string[],
): Promise<DeskWindow> {
  switch (host) {
    case 'node':
      return startOnNode(serve, browser, profileFolder, context, files)
    case 'fake-electron':
      return openInChromium({
        browser,
        userDataFolder: profileFolder,
        commandLine: [...files],
        ...(context ? { context } : {}),
      })
    case 'electron':
      return startOnElectron(profileFolder, files)
  }
}

async function startOnNode(
  serve: string,
  browser: Browser,
  profileFolder: string,
  options: Context,
  files: readonly string[],
): Promise<DeskWindow> {
  const { address, end } = await serveOnNode(serve, profileFolder, files)
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(address)
  const endBoth = async (signal: NodeJS.Signals): Promise<void> => {
    await end(signal)
    await context.close()
  }
  return { page, kill9: () => endBoth('SIGKILL'), stop: () => endBoth('SIGTERM') }
}

/** The desk without a window, and the address that opens it once. */
export async function serveOnNode(serve: string, profileFolder: string, files: readonly string[] = []) {
  const host = spawn(process.execPath, [join(ROOT, serve), '--profile', profileFolder, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  return {
    address: await addressOf(host),
    async end(signal: NodeJS.Signals): Promise<void> {
      if (host.exitCode !== null || host.signalCode !== null) return
      const exited = once(host, 'exit')
      host.kill(signal)
      await exited
    },
  }
}

async function addressOf(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('the host has no output')
  for await (const line of createInterface({ input: host.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('the host ended before it said its address')
}

async function startOnElectron(profileFolder: string, files: readonly string[]): Promise<DeskWindow> {
  const electron = findElectronBinary()
  if ('missing' in electron) throw new Error(electron.missing)
  const application = await _electron.launch({
    executablePath: electron.path,
    args: [`--user-data-dir=${profileFolder}`, ROOT, ...files],
  })
  const page = await application.firstWindow()
  return {
    page,
    async kill9() {
      application.process().kill('SIGKILL')
      await application.close().catch(() => undefined)
    },
    stop: () => application.close().catch(() => undefined),
  }
}
