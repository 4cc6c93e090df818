import { protocol } from 'electron'
import type { CoreTransport } from '../../../shared/contract/wire.ts'
import { answerWindow, type RendererFiles } from '../renderer-files.ts'

/** Where the window lives. `app://attache` is its origin. */
export const DESK_URL = 'app://attache/'

/** Must run before `ready`. Standard and secure: relative addresses, storage, and features that ask for a safe origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the window's files and pictures; any other host under `app:` is unknown. */
export function serveDesk(served: { files: RendererFiles; core: Pick<CoreTransport, 'call'> }): void {
  protocol.handle('app', (request) => {
    const url = new URL(request.url)
    const pathname = url.host === 'attache' ? url.pathname : '/unknown'
    return answerWindow({ method: request.method, pathname }, served)
  })
}

/** `new URL(…).origin` is 'null' for schemes it does not know, so the parts are compared. */
export function isDeskUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'app:' && url.host === 'attache'
}
