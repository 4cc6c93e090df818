import type { BrowserWindow as RealBrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { EventEmitter } from 'node:events'
import { app, assertReady, openWindows } from './app.ts'
import { cancelable } from './cancelable.ts'
import { FakeWebContents } from './web-contents.ts'

const windows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows]

  static getFocusedWindow = (): BrowserWindow | null => [...windows].find((window) => window.isFront) ?? null

  static fromWebContents = (webContents: FakeWebContents): BrowserWindow | null =>
    [...windows].find((window) => window.webContents === webContents) ?? null

  readonly webContents: FakeWebContents
  readonly options: BrowserWindowConstructorOptions
  isShown: boolean
  isFront = false
  private bounds: Rectangle
  private state: 'normal' | 'maximized' | 'minimized' = 'normal'

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    assertReady('BrowserWindow')
    this.options = options
    this.isShown = options.show ?? true
    // Without a place the system centres it.
    this.bounds = {
      x: options.x ?? 320,
      y: options.y ?? 120,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    windows.add(this)
    openWindows.add(this)
    this.webContents = new FakeWebContents(
      options.webPreferences?.preload ?? '',
      options.webPreferences?.additionalArguments ?? [],
    )
    app.emit('browser-window-created', {}, this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    if (!this.isShown) this.emit('ready-to-show')
  }
  show(): void {
    this.isShown = true
  }
  focus(): void {
    this.isFront = true
  }
  blur(): void {
    this.isFront = false
  }
  minimize(): void {
    this.state = 'minimized'
  }
  maximize(): void {
    this.state = 'maximized'
  }
  restore(): void {
    this.state = 'normal'
  }
  isMinimized = (): boolean => this.state === 'minimized'
  isMaximized = (): boolean => this.state === 'maximized'
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
  }
  getNormalBounds = (): Rectangle => this.bounds

  /** false when a listener kept it open. */
  close(): boolean {
    const event = cancelable()
    this.emit('close', event)
    if (event.isPrevented()) return false
    windows.delete(this)
    openWindows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.windowsAllClosed()
    return true
  }
}

type Methods =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'blur'
  | 'minimize'
  | 'maximize'
  | 'restore'
  | 'isMinimized'
  | 'isMaximized'
  | 'setBounds'
  | 'getNormalBounds'
null as unknown as BrowserWindow satisfies Pick<RealBrowserWindow, Methods>
