import { parentPort } from 'node:worker_threads'
import type { PortMessage } from '../../../shared/contract/wire.ts'
import { createAppCore } from '../../core/app-core.ts'
import { profileIn } from '../profile.ts'
import { serveCore } from '../serve-core.ts'
import { systemClock } from '../system-clock.ts'
import { systemRandom } from '../system-random.ts'
import { nodeFetch } from './node-fetch.ts'

const port = parentPort
if (!port) throw new Error('core-entry runs in a worker')

serveCore(
  {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (message: PortMessage) => listener(message))
    },
  },
  ({ profileFolder, databaseKey }, lent) =>
    createAppCore({
      ...profileIn(profileFolder),
      ...lent,
      databaseKey,
      fetch: nodeFetch,
      clock: systemClock,
      random: systemRandom,
    }),
)
