import type { PortMessage } from '../../../shared/contract/wire.ts'
import { openLockedDesk } from '../open-locked-desk.ts'
import { serveCore } from '../serve-core.ts'
import { netFetch } from './net-fetch.ts'

const { parentPort } = process

// What SQLite makes beside its file takes the umask: nobody else on this machine reads it.
process.umask(0o077)

serveCore(
  {
    post: (message) => parentPort.postMessage(message),
    onMessage(listener) {
      parentPort.on('message', (event: { data: PortMessage }) => listener(event.data))
    },
  },
  ({ profileFolder }, lent) => openLockedDesk({ profileFolder, ...lent, fetch: netFetch }),
)
