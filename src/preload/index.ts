import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { CallResponse, ChangeEvent, MenuCommand, WindowBridge } from '../shared/contract/wire.ts'

/** Hands on what was sent, never the event: its `sender` would give the page the whole channel. */
function listen<Sent>(channel: string, listener: (sent: Sent) => void): () => void {
  const hear = (_event: IpcRendererEvent, sent: Sent): void => listener(sent)
  ipcRenderer.on(channel, hear)
  return () => void ipcRenderer.off(channel, hear)
}

const bridge: WindowBridge = {
  platform: process.platform,
  approvalReturnUrl: 'attache://approved',
  call: (request): Promise<CallResponse> => ipcRenderer.invoke('attache:call', request),
  onChange: (listener) => listen<ChangeEvent>('attache:change', listener),
  onMenu: (listener) => listen<MenuCommand>('attache:menu', listener),
}

contextBridge.exposeInMainWorld('attache', bridge)
