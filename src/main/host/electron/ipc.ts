import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { CommandId } from '../../../shared/commands/commands.ts'
import type { CallResponse, CoreTransport } from '../../../shared/contract/wire.ts'
import { parseWindowCall } from '../parse-window-call.ts'
import { isDeskUrl } from './app-protocol.ts'

/** The channels of calls between the window and this process; the preload spells the same words. */
const CHANNELS = { call: 'attache:call', change: 'attache:change', menu: 'attache:menu' } as const

/**
 * Answers the window's calls, always with a CallResponse: an error thrown here would lose its fields on the way. Only the
 * desk's own top frame is heard. Change events go to every window.
 */
export function serveWindowCalls(core: CoreTransport): void {
  ipcMain.handle(CHANNELS.call, async (event, value: unknown): Promise<CallResponse> => {
    if (!isFromDesk(event)) return { ok: false, error: { kind: 'forbidden', code: 'sender' } }
    const request = parseWindowCall(value)
    if (!request) return { ok: false, error: { kind: 'invalid-input', field: 'request', rule: 'call' } }
    return core.call(request)
  })
  core.onChange((event) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(CHANNELS.change, event)
  })
}

export function sendMenuCommand(command: CommandId): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(CHANNELS.menu, command)
}

/** Only the desk's own top frame is heard, on every channel. */
export function isFromDesk({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isDeskUrl(senderFrame.url)
}
