import type { IpcMain } from 'electron'
import { EventEmitter } from 'node:events'

export interface FakeFrame {
  url: string
  origin: string
  parent: FakeFrame | null
}
type Handler = (event: never, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

class FakeIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new FakeIpcMain()
// `handle` is checked by its uses: its listener's type needs a whole WebContents.
ipcMain satisfies Pick<IpcMain, 'removeHandler'>

/**
 * An `invoke` as it arrives: both ways a structured clone, and of what a handler throws only the text comes back.
 */
export async function invokeFrom(
  sender: { webContents: unknown; frame: FakeFrame },
  channel: string,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  const event = { sender: sender.webContents, senderFrame: sender.frame, frameId: 1, processId: 1, type: 'frame' }
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(event as never, ...structuredClone(args)))
  } catch (error) {
    // oxlint-disable-next-line preserve-caught-error -- what was thrown does not cross the border, that is the point
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
  }
}
