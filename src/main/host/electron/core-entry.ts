import type { PortMessage } from '../../../shared/contract/wire.ts'
import { createAppCore } from '../../core/app-core.ts'
import { profileIn } from '../profile.ts'
import { serveCore } from '../serve-core.ts'
import { systemClock } from '../system-clock.ts'
import { systemRandom } from '../system-random.ts'
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
  ({ profileFolder, databaseKey }, lent) =>
    createAppCore({
      ...profileIn(profileFolder),
      ...lent,
      databaseKey,
      fetch: netFetch,
      clock: systemClock,
      random: systemRandom,
    }),
)
