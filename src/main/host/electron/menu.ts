import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { sendMenuCommand } from './ipc.ts'

/** The application menu, with the platform's own places and accelerators. */
export function setMenu({ updateFromFile }: { updateFromFile: () => void }): void {
  const isMac = process.platform === 'darwin'
  const file: MenuItemConstructorOptions[] = [
    { id: 'new-post', label: 'New post', accelerator: 'CmdOrCtrl+N', click: () => sendMenuCommand('new-post') },
    { id: 'sync-now', label: 'Sync now', accelerator: 'CmdOrCtrl+Shift+S', click: () => sendMenuCommand('sync-now') },
    { id: 'lock', label: 'Lock the desk', accelerator: 'CmdOrCtrl+Shift+L', click: () => sendMenuCommand('lock') },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ]
  const view: MenuItemConstructorOptions[] = [
    // Shown only: the window itself takes the keys, which in a text mean a link.
    {
      id: 'search',
      label: 'Search the desk…',
      accelerator: 'CmdOrCtrl+K',
      registerAccelerator: false,
      click: () => sendMenuCommand('search'),
    },
    {
      id: 'boarding-check',
      label: 'Boarding check',
      accelerator: 'CmdOrCtrl+Shift+B',
      click: () => sendMenuCommand('boarding-check'),
    },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  if (!app.isPackaged) view.push({ type: 'separator' }, { role: 'toggleDevTools' })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
      { label: 'File', submenu: file },
      { role: 'editMenu' },
      { label: 'View', submenu: view },
      { role: 'windowMenu' },
      { role: 'help', submenu: [{ id: 'update', label: 'Update from a file…', click: updateFromFile }] },
    ]),
  )
}
