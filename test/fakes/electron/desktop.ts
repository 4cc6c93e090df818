import type {
  Dialog,
  Display,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NativeTheme,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Screen,
  Shell,
} from 'electron'
import { assertReady } from './app.ts'
import { fakeOptions } from './fake-options.ts'

/** What the program showed or opened outside its window, and what the person will answer next. */
export const desktop = {
  dialogs: [] as { message: string; detail: string; buttons: string[] }[],
  openedLinks: [] as string[],
  nextAnswers: [] as number[],
  /** What each window for saving proposed. */
  saveDialogs: [] as SaveDialogOptions[],
  /** Where the person saves next, or which file they choose; '' leaves without saving, and so does an unexpected window. */
  nextPaths: [] as string[],
  menu: [] as MenuItemConstructorOptions[],
}

export const dialog = {
  showMessageBox(options: MessageBoxOptions) {
    const { message, detail = '', buttons = ['OK'], cancelId = 0 } = options
    desktop.dialogs.push({ message, detail, buttons })
    return Promise.resolve({ response: desktop.nextAnswers.shift() ?? cancelId, checkboxChecked: false })
  },
  showSaveDialog(...given: unknown[]): Promise<SaveDialogReturnValue> {
    // The window over which it opens may stand first.
    const options = given.at(-1) as SaveDialogOptions
    desktop.saveDialogs.push(structuredClone(options))
    const filePath = desktop.nextPaths.shift() ?? ''
    return Promise.resolve({ canceled: filePath === '', filePath })
  },
  showOpenDialog(): Promise<OpenDialogReturnValue> {
    const filePath = desktop.nextPaths.shift() ?? ''
    return Promise.resolve({ canceled: filePath === '', filePaths: filePath === '' ? [] : [filePath] })
  },
  showErrorBox(title: string, content: string): void {
    desktop.dialogs.push({ message: title, detail: content, buttons: ['OK'] })
    process.stderr.write(`${title}: ${content}\n`)
  },
} satisfies Pick<Dialog, 'showErrorBox' | 'showSaveDialog' | 'showOpenDialog'> & { showMessageBox: unknown }

export const shell = {
  openExternal(url: string): Promise<void> {
    desktop.openedLinks.push(url)
    return Promise.resolve()
  },
  openPath(path: string): Promise<string> {
    desktop.openedLinks.push(path)
    return Promise.resolve('')
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: MenuItemConstructorOptions[]): void {
    desktop.menu = menu
  },
}

export const screen = {
  getAllDisplays(): Display[] {
    assertReady('screen')
    return fakeOptions.displays.map((area) => ({ bounds: area, workArea: area }) as Display)
  },
} satisfies Pick<Screen, 'getAllDisplays'>

export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<NativeTheme, 'shouldUseDarkColors'>
