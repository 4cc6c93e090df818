import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startHttpHost } from '../../src/main/host/node/http-host.ts'
import { openDesk } from '../../src/main/host/node/open-desk.ts'
import { listRendererFiles } from '../../src/main/host/renderer-files.ts'

/** As `serve`, for a desk whose machine has the policy that lies in its profile. */
const { values } = parseArgs({ options: { profile: { type: 'string' } } })
const core = openDesk(values.profile ?? '', new URL('./core-entry-under-policy.ts', import.meta.url))
const files = listRendererFiles(join(import.meta.dirname, '../../out/renderer'))
const host = await startHttpHost({ core, files, port: 0, onWindow: () => () => undefined })
process.once('SIGTERM', () => void stop())
console.log(`Attaché is at ${host.address}`)

async function stop(): Promise<void> {
  await host.close()
  await core.close()
  process.exit(0)
}
