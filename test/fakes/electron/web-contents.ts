import type { PrintToPDFOptions, WebContents, WebContentsPrintOptions, WindowOpenHandlerResponse } from 'electron'
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { cancelable } from './cancelable.ts'
import { type FakeFrame, invokeFrom } from './ipc-main.ts'
import { openPage, type PageRealm } from './page-realm.ts'
import { fetchFromScheme } from './protocol.ts'

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

export class FakeWebContents extends EventEmitter {
  readonly mainFrame: FakeFrame = { url: '', origin: 'null', parent: null }
  page: PageRealm | null = null
  /** A second listener to what is sent, for a page that lives in a real browser. */
  onSent: ((channel: string, args: unknown[]) => void) | null = null
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  private readonly preloadPath: string
  private readonly argv: readonly string[]

  constructor(preloadPath: string, argv: readonly string[]) {
    super()
    this.preloadPath = preloadPath
    this.argv = argv
    app.emit('web-contents-created', {}, this)
  }

  getURL = (): string => this.mainFrame.url
  send = (channel: string, ...args: unknown[]): void => {
    const sent = structuredClone(args)
    this.page?.deliver(channel, sent)
    this.onSent?.(channel, sent)
  }
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler
  }
  /** What a printer does next: takes it, or says why not in Electron's words. */
  printerSays = ''
  readonly printed: (WebContentsPrintOptions | PrintToPDFOptions)[] = []
  print = (options?: WebContentsPrintOptions, callback?: (success: boolean, failureReason: string) => void): void => {
    this.printed.push(options ?? {})
    setImmediate(() => callback?.(this.printerSays === '', this.printerSays))
  }
  printToPDF = (options: PrintToPDFOptions): Promise<Buffer> => {
    this.printed.push(options)
    return Promise.resolve(Buffer.from('%PDF-1.4\n%%EOF\n'))
  }
  reload = (): void => void this.load(this.mainFrame.url)

  async load(address: string): Promise<void> {
    const response = await fetchFromScheme(address)
    if (!response.ok) throw new Error(`ERR_FAILED (-2) loading '${address}'`)
    const url = new URL(address)
    this.mainFrame.url = url.href
    this.mainFrame.origin = `${url.protocol}//${url.host}`
    this.page = openPage({
      preloadPath: this.preloadPath,
      argv: this.argv,
      platform: process.platform,
      invoke: (channel, args) => invokeFrom({ webContents: this, frame: this.mainFrame }, channel, args),
    })
    this.emit('did-finish-load')
  }

  /** A navigation the page begins; true when the program stopped it. */
  navigate(url: string): boolean {
    const details = { url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame }
    const frame = cancelable(details)
    this.emit('will-frame-navigate', frame)
    const main = cancelable(details)
    this.emit('will-navigate', main, url)
    return frame.isPrevented() || main.isPrevented()
  }
  redirect(url: string): boolean {
    const event = cancelable({ url, isMainFrame: true })
    this.emit('will-redirect', event, url)
    return event.isPrevented()
  }
  attachWebview(): boolean {
    const event = cancelable()
    this.emit('will-attach-webview', event, {}, {})
    return event.isPrevented()
  }
  openFromPage(url: string): WindowOpenHandlerResponse['action'] {
    return this.openHandler({ url }).action
  }
}

type Methods = 'getURL' | 'send' | 'reload' | 'print' | 'printToPDF'
null as unknown as FakeWebContents satisfies Pick<WebContents, Methods>
