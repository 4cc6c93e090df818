import { app, dialog, session } from 'electron'
import { join } from 'node:path'
import { connectToCore } from './host/connect-to-core.ts'
import { registerAppScheme, serveDesk } from './host/electron/app-protocol.ts'
import { followApprovalReturns } from './host/electron/approval-return.ts'
import { serveHandOuts } from './host/electron/hand-out.ts'
import { serveWindowCalls } from './host/electron/ipc.ts'
import { lockWhenAway } from './host/electron/lock-when-away.ts'
import { followProxy, policyNow, useProxy } from './host/electron/machine-policy.ts'
import { setMenu } from './host/electron/menu.ts'
import { showNotices } from './host/electron/notices.ts'
import { collectOpenedFiles } from './host/electron/opened-files.ts'
import { openKeyStore } from './host/electron/key-store.ts'
import { denyNavigation, denyPermissions } from './host/electron/security.ts'
import { startCoreProcess } from './host/electron/start-core-process.ts'
import { openUpdates } from './host/electron/updates/updates.ts'
import { openWindow, showWindow } from './host/electron/window.ts'
import { createFileLog } from './host/file-log.ts'
import { openProfile } from './host/profile.ts'
import { speakAsTheWindow } from './host/speak-as-the-window.ts'
import { policyOfMachine } from './host/policy/policy-of-machine.ts'
import { listRendererFiles } from './host/renderer-files.ts'
import { t } from '../shared/words/t.ts'

const here = import.meta.dirname

registerAppScheme()
// Windows shows notices only for programs that it knows by the name they were installed under.
if (process.platform === 'win32') app.setAppUserModelId('org.attache.desk')
app.enableSandbox()
denyNavigation()
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    dialog.showErrorBox(t('Attaché could not start'), error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
} else {
  app.quit()
}

async function start(): Promise<void> {
  const followOpenedFiles = collectOpenedFiles()
  await app.whenReady()
  const profile = openProfile(app.getPath('userData'))
  const log = createFileLog(profile.logFolder)
  log.info('program.started', { version: app.getVersion(), platform: process.platform })
  const policy = policyOfMachine()
  await useProxy(policy)
  const connection = connectToCore({
    startProcess: () => startCoreProcess(join(here, 'core-entry.js')),
    start: { profileFolder: profile.folder },
    keyStore: openKeyStore(log),
    log,
  })
  const core = await speakAsTheWindow(connection, app.getPreferredSystemLanguages(), log)
  denyPermissions(session.defaultSession)
  serveDesk({ files: listRendererFiles(join(here, '../renderer')), core })
  serveWindowCalls(core)
  serveHandOuts(core, log)
  lockWhenAway(core)
  followProxy(core, policy)
  setMenu({ updateFromFile: openUpdates(profile.folder, log, () => policyNow(core)).fromFile })

  const open = (place?: string) =>
    openWindow({ preloadPath: join(here, '../preload/index.cjs'), profileFolder: profile.folder, log, place })
  open()
  showNotices(core, (place) => showWindow(() => open(place)))
  followApprovalReturns(core, () => showWindow(open))
  followOpenedFiles(core, () => showWindow(open))
  app.on('activate', () => showWindow(open))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeCoreAtQuit(() => connection.close())
}

/** After the windows are gone, so that what they hand over while closing is saved too. */
function closeCoreAtQuit(close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.exit(0))
  })
}
