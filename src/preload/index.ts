import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  type CallResponse,
  type HandOutAnswer,
  LANGUAGES_ARGUMENT,
  type WindowBridge,
} from '../shared/contract/wire.ts'

/** Hands on what was sent, never the event: its `sender` would give the page the whole channel. */
function listen(channel: string, listener: (sent: never) => void): () => void {
  const hear = (_event: IpcRendererEvent, sent: unknown): void => listener(sent as never)
  ipcRenderer.on(channel, hear)
  return () => void ipcRenderer.off(channel, hear)
}

function languagesIn(argv: readonly string[]): string[] {
  const told = argv.find((each) => each.startsWith(LANGUAGES_ARGUMENT))?.slice(LANGUAGES_ARGUMENT.length) ?? ''
  return told.split(',').filter((tag) => tag !== '')
}

const bridge: WindowBridge = {
  platform: process.platform,
  languages: languagesIn(process.argv),
  approvalReturnUrl: 'attache://approved',
  call: (request): Promise<CallResponse> => ipcRenderer.invoke('attache:call', request),
  handOut: (request): Promise<HandOutAnswer> => ipcRenderer.invoke('attache:hand-out', request),
  onChange: (listener) => listen('attache:change', listener),
  onMenu: (listener) => listen('attache:menu', listener),
}

contextBridge.exposeInMainWorld('attache', bridge)
