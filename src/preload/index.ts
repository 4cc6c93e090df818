import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { CallResponse, HandOutAnswer, WindowBridge } from '../shared/contract/wire.ts'

/** Hands on what was sent, never the event: its `sender` would give the page the whole channel. */
function listen(channel: string, listener: (sent: never) => void): () => void {
  const hear = (_event: IpcRendererEvent, sent: unknown): void => listener(sent as never)
  ipcRenderer.on(channel, hear)
  return () => void ipcRenderer.off(channel, hear)
}

const bridge: WindowBridge = {
  platform: process.platform,
  approvalReturnUrl: 'attache://approved',
  call: (request): Promise<CallResponse> => ipcRenderer.invoke('attache:call', request),
  handOut: (request): Promise<HandOutAnswer> => ipcRenderer.invoke('attache:hand-out', request),
  onChange: (listener) => listen('attache:change', listener),
  onMenu: (listener) => listen('attache:menu', listener),
}

contextBridge.exposeInMainWorld('attache', bridge)
