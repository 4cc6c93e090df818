import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { nodeFetch } from '../../src/main/host/node/node-fetch.ts'
import { openLockedDesk } from '../../src/main/host/open-locked-desk.ts'
import { readPolicyFile } from '../../src/main/host/policy/read-machine-policy.ts'
import { serveCore } from '../../src/main/host/serve-core.ts'
import type { PortMessage } from '../../src/shared/contract/wire.ts'

/** The core as on a managed machine, whose policy lies beside the profile instead of where only an administrator writes. */
const port = parentPort
if (!port) throw new Error('core-entry runs in a worker')

serveCore(
  {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (message: PortMessage) => listener(message))
    },
  },
  ({ profileFolder }, lent) =>
    openLockedDesk({
      profileFolder,
      ...lent,
      fetch: nodeFetch,
      readPolicy: () => readPolicyFile(join(profileFolder, 'policy.json')),
    }),
)
