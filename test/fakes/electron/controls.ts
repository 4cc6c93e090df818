import type { MenuItemConstructorOptions } from 'electron'
import { app, proxies } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { desktop } from './desktop.ts'
import { type FakeFrame, invokeFrom } from './ipc-main.ts'
import { shownNotices } from './notification.ts'
import { powerMonitor } from './power-monitor.ts'
import { fetchFromScheme, privilegesOf } from './protocol.ts'
import { permissionHandlers } from './session.ts'
import { utilityPids } from './utility-process.ts'
import type { FakeWebContents } from './web-contents.ts'

/** What a test may do to the running program or ask of it. Arguments and answers travel between processes as clones. */
export const controls = {
  async fetch(address: string, method?: string) {
    const response = await fetchFromScheme(address, method)
    const headers = Object.fromEntries(response.headers)
    return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) }
  },
  /** Runs code in the page's own world; the window's bridge is `window.attache` there. */
  evaluate: (code: string) => page().evaluate(code),
  /** An invoke as a page in a real browser sends it, through the desk's top frame. */
  invoke: (channel: string, args: unknown[]) =>
    invokeFrom({ webContents: webContents(), frame: webContents().mainFrame }, channel, args),
  /** An invoke from a frame that says it is something else. */
  invokeAs(frame: { url: string; isTop: boolean }, channel: string, args: unknown[]) {
    const parent: FakeFrame | null = frame.isTop ? null : webContents().mainFrame
    const origin = new URL(frame.url).origin
    return invokeFrom({ webContents: webContents(), frame: { url: frame.url, origin, parent } }, channel, args)
  },
  power: (event: 'suspend' | 'lock-screen') => powerMonitor.emit(event),
  navigate: (url: string) => webContents().navigate(url),
  redirect: (url: string) => webContents().redirect(url),
  attachWebview: () => webContents().attachWebview(),
  openFromPage: (url: string) => webContents().openFromPage(url),
  /** Electron grants where there is no handler. */
  async askPermission(permission: string, requestingUrl: string) {
    const contents = webContents()
    const isChecked =
      permissionHandlers.check?.(contents as never, permission as never, requestingUrl, {} as never) ?? true
    const { request } = permissionHandlers
    const isGranted = await new Promise<boolean>((resolve) => {
      if (request) request(contents as never, permission as never, resolve, { requestingUrl } as never)
      else resolve(true)
    })
    return { isChecked, isGranted }
  },
  windows: () =>
    BrowserWindow.getAllWindows().map((window) => ({
      options: structuredClone(window.options) as Record<string, unknown>,
      url: window.webContents.getURL(),
      isShown: window.isShown,
      isFront: window.isFront,
      isMaximized: window.isMaximized(),
      isMinimized: window.isMinimized(),
      bounds: window.getNormalBounds(),
    })),
  arrangeWindow(change: {
    bounds?: { x: number; y: number; width: number; height: number }
    to?: 'maximized' | 'minimized' | 'behind'
  }) {
    if (change.bounds) firstWindow().setBounds(change.bounds)
    if (change.to === 'maximized') firstWindow().maximize()
    if (change.to === 'minimized') firstWindow().minimize()
    if (change.to === 'behind') firstWindow().blur()
  },
  focusWindow: () => firstWindow().focus(),
  closeWindow: () => firstWindow().close(),
  crashPage: () => webContents().emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
  openUrl: (address: string) => app.emit('open-url', { preventDefault: () => undefined }, address),
  openFile: (path: string) => app.emit('open-file', { preventDefault: () => undefined }, path),
  menuLabels: () => menuItems().map((item) => item.label ?? item.role ?? item.type ?? ''),
  clickMenu(id: string) {
    const item = menuItems().find((candidate) => candidate.id === id)
    if (!item?.click) throw new Error(`no menu item '${id}'`)
    item.click({} as never, undefined, {})
  },
  saveNextTo: (path: string) => void desktop.nextPaths.push(path),
  printerSays(reason: string) {
    webContents().printerSays = reason
  },
  handedOut: () => ({ saveDialogs: desktop.saveDialogs, printed: webContents().printed }),
  notices: () => shownNotices.map(({ title, body, isOpen }) => ({ title, body, isOpen })),
  clickNotice: () => shownNotices.at(-1)?.click(),
  badge: () => app.badgeCount,
  proxies: () => proxies,
  answerNextDialog: (button: number) => void desktop.nextAnswers.push(button),
  seen: () => ({ dialogs: desktop.dialogs, openedLinks: desktop.openedLinks, protocolClients: app.protocolClients }),
  appState: () => ({ isSandboxed: app.isSandboxed, appScheme: privilegesOf('app') }),
  utilityPids: () => [...utilityPids],
  quit: () => app.quit(),
}
export type Controls = typeof controls

function firstWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('no window is open')
  return window
}
function webContents(): FakeWebContents {
  return firstWindow().webContents
}
function page() {
  const { page: loaded } = webContents()
  if (!loaded) throw new Error('the page is not loaded')
  return loaded
}
function menuItems(): MenuItemConstructorOptions[] {
  return desktop.menu.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : [item]))
}
