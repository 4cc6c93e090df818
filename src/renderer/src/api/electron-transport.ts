import type { WindowBridge } from '../../../shared/contract/wire.ts'
import type { WindowTransport } from './window-transport.ts'

declare global {
  interface Window {
    /** Set by Electron's preload, absent on the Node host. */
    readonly attache?: WindowBridge
  }
}

/** The preload's bridge; its channel lives as long as the window, so nothing is ever missed. */
export function electronTransport(bridge: WindowBridge): WindowTransport {
  return {
    platform: bridge.platform,
    approvalReturnUrl: bridge.approvalReturnUrl,
    call: (request) => bridge.call(request),
    handOut: (request) => bridge.handOut(request),
    onChange: (listener) => bridge.onChange(listener),
    onMenu: (listener) => bridge.onMenu(listener),
    onReconnected: () => () => undefined,
  }
}
