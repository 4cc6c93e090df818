import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { commandName } from '../../../shared/commands/command-names.ts'
import { COMMAND_IDS, factsOf } from '../../../shared/commands/commands.ts'
import { acceleratorOf } from '../../../shared/commands/shortcut.ts'
import { onSpeech } from '../../../shared/words/spoken.ts'
import { t } from '../../../shared/words/t.ts'
import { sendMenuCommand } from './ipc.ts'

const isMac = process.platform === 'darwin'
const line: MenuItemConstructorOptions = { type: 'separator' }

/** The application menu, with the platform's own places and accelerators, in whatever language is spoken. Electron itself speaks only English. */
export function setMenu({ updateFromFile }: { updateFromFile: () => void }): void {
  const draw = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        ...(isMac ? [{ role: 'appMenu', submenu: programMenu() } satisfies MenuItemConstructorOptions] : []),
        { label: t('File', {}, 'menu'), submenu: fileMenu() },
        { label: t('Edit', {}, 'menu'), submenu: editMenu() },
        { label: t('View', {}, 'menu'), submenu: viewMenu() },
        { label: t('Go', {}, 'menu'), submenu: commandsOf('go') },
        { role: 'windowMenu', label: t('Window', {}, 'menu'), submenu: windowMenu() },
        {
          role: 'help',
          label: t('Help', {}, 'menu'),
          submenu: [
            ...commandsOf('help'),
            line,
            { id: 'update', label: t('Update from a file…'), click: updateFromFile },
          ],
        },
      ]),
    )
  onSpeech(draw)
  draw()
}

function programMenu(): MenuItemConstructorOptions[] {
  return [
    { role: 'about', label: t('About Attaché') },
    line,
    { role: 'services', label: t('Services', {}, 'menu of macOS') },
    line,
    { role: 'hide', label: t('Hide Attaché') },
    { role: 'hideOthers', label: t('Hide others', {}, 'programs') },
    { role: 'unhide', label: t('Show all', {}, 'programs') },
    line,
    { role: 'quit', label: t('Quit Attaché') },
  ]
}

function fileMenu(): MenuItemConstructorOptions[] {
  return [
    ...commandsOf('file'),
    line,
    isMac ? { role: 'close', label: t('Close window') } : { role: 'quit', label: t('Quit Attaché') },
  ]
}

/** The keys are shown only: the window takes them itself, and knows what they mean where somebody is. */
const commandsOf = (menu: 'file' | 'view' | 'go' | 'help'): MenuItemConstructorOptions[] =>
  COMMAND_IDS.filter((id) => factsOf(id).menu === menu).map((id) => {
    const { shortcut } = factsOf(id)
    return {
      id,
      label: commandName(id),
      ...(shortcut === undefined ? {} : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
      click: () => sendMenuCommand(id),
    }
  })

function editMenu(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: t('Undo') },
    { role: 'redo', label: t('Redo') },
    line,
    { role: 'cut', label: t('Cut', {}, 'menu') },
    { role: 'copy', label: t('Copy') },
    { role: 'paste', label: t('Paste', {}, 'menu') },
    { role: 'pasteAndMatchStyle', label: t('Paste as plain text', {}, 'menu') },
    line,
    { role: 'selectAll', label: t('Select all', {}, 'menu') },
  ]
}

function viewMenu(): MenuItemConstructorOptions[] {
  return [
    ...commandsOf('view'),
    line,
    { role: 'resetZoom', label: t('Actual size') },
    { role: 'zoomIn', label: t('Zoom in') },
    { role: 'zoomOut', label: t('Zoom out') },
    line,
    { role: 'togglefullscreen', label: t('Full screen') },
    ...(app.isPackaged ? [] : [line, { role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
  ]
}

function windowMenu(): MenuItemConstructorOptions[] {
  const zoom: MenuItemConstructorOptions[] = isMac ? [{ role: 'zoom', label: t('Zoom', {}, 'a window') }] : []
  return [
    { role: 'minimize', label: t('Minimise', {}, 'a window') },
    ...zoom,
    ...(isMac
      ? [line, { role: 'front', label: t('Bring all to front') } satisfies MenuItemConstructorOptions]
      : [{ role: 'close', label: t('Close window') } satisfies MenuItemConstructorOptions]),
  ]
}
