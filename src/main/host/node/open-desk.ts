import { type CoreConnection, connectToCore } from '../connect-to-core.ts'
import { createFileLog } from '../file-log.ts'
import { openProfile } from '../profile.ts'
import { noKeyStore } from './no-key-store.ts'
import { startCoreWorker } from './start-core-worker.ts'

/**
 * Opens the desk in a profile folder, its core in a worker: for the loopback host and the command line.
 * A database that does not open shows in the answers, not here. Close it, or the last second of typing is lost.
 */
export function openDesk(profileFolder: string, entry = coreEntry()): CoreConnection {
  // What SQLite makes beside its file takes the umask, and the folder may have been there before, open to others.
  process.umask(0o077)
  const profile = openProfile(profileFolder)
  const log = createFileLog(profile.logFolder)
  log.info('program.started', { node: process.version, platform: process.platform })
  return connectToCore({
    startProcess: () => startCoreWorker(entry),
    start: { profileFolder: profile.folder },
    keyStore: noKeyStore,
    log,
  })
}

/** From source this file runs as it is; built, it is part of `serve.js`, and the entry lies beside that. */
function coreEntry(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './core-entry.ts' : './node-core-entry.js', import.meta.url)
}
