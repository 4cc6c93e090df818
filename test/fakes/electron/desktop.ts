import type {
  Dialog,
  Display,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NativeTheme,
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
  menu: [] as MenuItemConstructorOptions[],
}

export const dialog = {
  showMessageBox(options: MessageBoxOptions) {
    const { message, detail = '', buttons = ['OK'], cancelId = 0 } = options
    desktop.dialogs.push({ message, detail, buttons })
    return Promise.resolve({ response: desktop.nextAnswers.shift() ?? cancelId, checkboxChecked: false })
  },
  showErrorBox(title: string, content: string): void {
    desktop.dialogs.push({ message: title, detail: content, buttons: ['OK'] })
    process.stderr.write(`${title}: ${content}\n`)
  },
} satisfies Pick<Dialog, 'showErrorBox'> & { showMessageBox: unknown }

export const shell = {
  openExternal(url: string): Promise<void> {
    desktop.openedLinks.push(url)
    return Promise.resolve()
  },
} satisfies Pick<Shell, 'openExternal'>

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
