import type { ProxyConfig, Session } from 'electron'
import { assertReady, setProxy } from './app.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]
type DisplayHandler = Parameters<Session['setDisplayMediaRequestHandler']>[0]

/** Electron grants what no handler refuses; so does this. */
export const permissionHandlers: { request: RequestHandler; check: CheckHandler; device: DeviceHandler } = {
  request: null,
  check: null,
  device: null,
}

const defaultSession = {
  setPermissionRequestHandler: (handler: RequestHandler) => void (permissionHandlers.request = handler),
  setPermissionCheckHandler: (handler: CheckHandler) => void (permissionHandlers.check = handler),
  setDevicePermissionHandler: (handler: DeviceHandler) => void (permissionHandlers.device = handler),
  setDisplayMediaRequestHandler: (_handler: DisplayHandler) => undefined,
  setProxy: (config: ProxyConfig) => setProxy('session', config),
} satisfies Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setProxy'
>

export const session = {
  get defaultSession() {
    assertReady('session.defaultSession')
    return defaultSession
  },
}
