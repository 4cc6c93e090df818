import { app, type Session, type WebContents } from 'electron'
import { isDeskUrl } from './app-protocol.ts'
import { offerOutsideLink } from './outside-link.ts'

/** Nothing a page asks for is granted, but writing plain text to the clipboard. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((webContents, permission, decide, details) =>
    decide(permission === 'clipboard-sanitized-write' && isDeskUrl(details.requestingUrl) && isDesk(webContents)),
  )
  session.setPermissionCheckHandler(
    (_webContents, permission, requestingOrigin) =>
      permission === 'clipboard-sanitized-write' && isDeskUrl(requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
}

/** Every page of this process stays where it was loaded: no navigation, no redirect, no second window, no webview. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, webContents) => {
    webContents.on('will-navigate', (event) => event.preventDefault())
    webContents.on('will-frame-navigate', (event) => event.preventDefault())
    webContents.on('will-redirect', (event) => event.preventDefault())
    webContents.on('will-attach-webview', (event) => event.preventDefault())
    webContents.setWindowOpenHandler(({ url }) => {
      if (isDesk(webContents)) void offerOutsideLink(url)
      return { action: 'deny' }
    })
  })
}

function isDesk(webContents: WebContents): boolean {
  return isDeskUrl(webContents.getURL())
}
