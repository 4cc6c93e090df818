import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Line } from '../shared/domain/line.ts'
import { startHttpHost } from './host/node/http-host.ts'
import { watchForIdleness } from './host/node/idle-watch.ts'
import { openDesk } from './host/node/open-desk.ts'
import { giveReviewFile } from './host/opened-files.ts'
import { defaultProfileFolder } from './host/profile.ts'
import { listRendererFiles } from './host/renderer-files.ts'
import { systemClock } from './host/system-clock.ts'

/**
 * The desk in a browser on this machine, without Electron: `serve [--profile DIR] [--port N] [FILE.attache-review…]`.
 * Prints one line with the address and runs until SIGINT or SIGTERM, or until no window was open for half an hour.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string' }, port: { type: 'string', default: '0' } },
})

const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${values.port} is not a port.`)

const files = readWindow()
const core = openDesk(values.profile ?? defaultProfileFolder())
const idle = watchForIdleness({
  clock: systemClock,
  isBusy: async () => (await readLines()).some(({ isSyncing }) => isSyncing),
  onIdle: () => void leave(),
})
const host = await startHttpHost({ core, files, port, onWindow: idle.windowOpened }).catch(
  async (error: NodeJS.ErrnoException) => {
    await core.close()
    return fail(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken.` : `Could not listen: ${error.code ?? error.name}.`,
    )
  },
)
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
console.log(`Attaché is at ${host.address}`)
for (const path of positionals) {
  const problem = await giveReviewFile(core, path)
  if (problem !== null) console.error(problem)
}

/** The outbox is said too: what waits there goes when the desk runs again. */
async function leave(): Promise<void> {
  const waitingCount = (await readLines()).reduce((sum, line) => sum + line.waitingCount, 0)
  const waits = waitingCount === 0 ? '' : ` In the outbox ${waitingCount} waiting, for the next start.`
  console.log(`No window was open for 30 minutes. Everything is saved, and Attaché has stopped.${waits}`)
  await stop()
}

async function readLines(): Promise<Line[]> {
  const response = await core.call({ path: 'line.list', type: 'query', input: undefined })
  return response.ok ? (response.data as Line[]) : []
}

async function stop(): Promise<void> {
  await host.close()
  await core.close()
  process.exit(0)
}

/** `out/renderer`, seen from `src/main` and from `out/main`. */
function readWindow(): ReturnType<typeof listRendererFiles> {
  try {
    return listRendererFiles(join(import.meta.dirname, '../../out/renderer'))
  } catch {
    return fail('The window is not built yet. Run: npm run build')
  }
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
