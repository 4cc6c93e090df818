import { parentPort } from 'node:worker_threads'
import type { PortMessage } from '../../../shared/contract/wire.ts'
import { openLockedDesk } from '../open-locked-desk.ts'
import { serveCore } from '../serve-core.ts'
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
  ({ profileFolder }, lent) => openLockedDesk({ profileFolder, ...lent, fetch: nodeFetch }),
)
