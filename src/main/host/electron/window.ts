import { app, BrowserWindow, nativeTheme } from 'electron'
import { LANGUAGES_ARGUMENT } from '../../../shared/contract/wire.ts'
import type { Log } from '../../core/ports.ts'
import { DESK_URL } from './app-protocol.ts'
import { keepWindowState, readWindowState } from './window-state.ts'

const RELOAD_AT_MOST_EVERY_MS = 10_000

/** Opens the desk's one window, shown once it has something to show; at a place of the desk, such as `/conversation`, or where it opens. */
export function openWindow(options: {
  preloadPath: string
  profileFolder: string
  log: Log
  place?: string | undefined
}): BrowserWindow {
  const { isMaximized, ...bounds } = readWindowState(options.profileFolder)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Attaché',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f6f4ef',
    webPreferences: {
      preload: options.preloadPath,
      additionalArguments: [`${LANGUAGES_ARGUMENT}${app.getPreferredSystemLanguages().join(',')}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from its vendor.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  keepWindowState(window, options.profileFolder)
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  reloadAfterCrash(window, options.log)
  void window.loadURL(options.place === undefined ? DESK_URL : `${DESK_URL}#${options.place}`)
  return window
}

/** Brings the window to the front, opening one if there is none (macOS keeps the program without windows). */
export function showWindow(open: () => BrowserWindow): void {
  const window = BrowserWindow.getAllWindows()[0] ?? open()
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The text is safe in the core, so a page that died is simply loaded again, unless it dies at once. */
function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let lastReloadAtMs = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('window.gone', { reason, exitCode })
    const nowMs = performance.now()
    if (reason === 'clean-exit' || nowMs - lastReloadAtMs < RELOAD_AT_MOST_EVERY_MS) return
    lastReloadAtMs = nowMs
    window.webContents.reload()
  })
}
