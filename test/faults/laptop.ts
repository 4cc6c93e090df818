import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import { isAppError } from '../../src/shared/errors.ts'
import { useKey } from '../../src/main/core/store/use-key.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import type { FaultProxy } from '../support/fault-proxy.ts'
import { memorySecrets, openDesk, type TestDesk } from '../support/open-desk.ts'
import { wallClock } from '../support/wall-clock.ts'
import type { SeededRandom } from './seeded-random.ts'
import { openKeysIn } from '../support/open-keys.ts'

const LONG_WAIT_MS = 20 * 60_000
/** Shorter than the quarantine of a reply. */
const SHORT_WAIT_MS = 10_000
const ROUNDS_TO_HEAL = 20
const QUIET_ROUNDS = 2

/** The real core of one person, whose waits are skipped by its clock. */
export interface Laptop {
  blogId: BlogId
  desk: () => TestDesk
  /** One round; then the desk's clock moves on. */
  round(waitMs: number): Promise<number>
  restart(): Promise<void>
  signInAgain(): Promise<void>
  closeAndReadHistory(postId: PostId): Promise<string[]>
  close(): Promise<void>
}

export async function openLaptop(options: {
  folder: string
  account: { userName: string; applicationPassword: string }
  address: string
  proxy: FaultProxy
  random: SeededRandom
  /** Called when the desk's clock has moved on, with how far it is ahead by now. */
  onSkipped?: (skippedMs: number) => Promise<unknown>
}): Promise<Laptop> {
  const { folder, account, address, proxy } = options
  // Jitter repeats itself; names and tokens stay new, because all flights share one site.
  const random = { bytes: systemRandom.bytes, fraction: options.random.fraction }
  const { userName, applicationPassword } = account
  let skippedMs = 0
  const clock = {
    ...wallClock,
    now: () => new Date(Date.now() + skippedMs),
    elapsedMs: () => performance.now() + skippedMs,
  }
  const secrets = memorySecrets()
  let desk: TestDesk | null = openDesk(folder, { clock, secrets, random })
  const opened = (): TestDesk => {
    if (desk === null) throw new Error('the desk is closed')
    return desk
  }
  const close = async (): Promise<void> => {
    await desk?.close()
    desk = null
  }
  const connect = () => opened().mutate('blogs', 'connect', { address, userName, applicationPassword })
  const { id: blogId } = await connect()
  return {
    blogId,
    desk: opened,
    async round(waitMs) {
      const { waitingCount } = await opened().mutate('line', 'syncNow', { blogId })
      // A request that is still on its way arrives within two minutes, or never: the reply's quarantine counts on it.
      if (waitMs >= 120_000) await proxy.deliverLateRequests()
      skippedMs += waitMs
      await options.onSkipped?.(skippedMs)
      return waitingCount
    },
    async restart() {
      await close()
      desk = openDesk(folder, { clock, secrets, random })
    },
    signInAgain: async () => void (await connect()),
    async closeAndReadHistory(postId) {
      await close()
      const database = new Database(profileIn(folder).databasePath, { readonly: true })
      useKey(database, openKeysIn(folder)?.database ?? null)
      const texts = database.prepare<[string], string>('SELECT words FROM snapshots WHERE post_id = ?').pluck()
      const found = texts.all(postId)
      database.close()
      return found
    },
    close,
  }
}

/** Some rounds, with restarts between. */
export async function flyOn(laptop: Laptop, random: SeededRandom): Promise<void> {
  const rounds = random.integer(1, 8)
  for (let round = 0; round < rounds; round += 1) {
    if (random.chance(0.15)) await laptop.restart()
    await laptop.round(random.chance(0.3) ? SHORT_WAIT_MS : LONG_WAIT_MS)
  }
}

/** Over a line that is good again. Returns what does not end, in words. */
export async function heal(laptop: Laptop): Promise<string[]> {
  await laptop.round(LONG_WAIT_MS)
  await laptop.signInAgain()
  for (let round = 0, quiet = 0; round < ROUNDS_TO_HEAL; round += 1) {
    const open = await openEntries(laptop)
    // What is done is read back by the next round, and looked at once more by the one after: that may give it something to do.
    quiet = open.length === 0 ? quiet + 1 : 0
    if (quiet > QUIET_ROUNDS) return []
    for (const { id } of open) await tryNow(laptop, id)
    await laptop.round(LONG_WAIT_MS)
  }
  return (await openEntries(laptop)).map(({ kind, state, reason }) => `${kind} ${state} ${JSON.stringify(reason)}`)
}

async function tryNow({ desk }: Laptop, entryId: Awaited<ReturnType<typeof openEntries>>[number]['id']): Promise<void> {
  await desk()
    .mutate('outbox', 'tryNow', { entryId })
    .catch((error: unknown) => {
      if (!isAppError(error) || error.data.kind !== 'not-allowed-now') throw error
    })
}

async function openEntries({ desk, blogId }: Laptop) {
  const entries = await desk().query('outbox', 'list', { blogId })
  return entries.filter(({ state }) => state !== 'done' && state !== 'cancelled')
}

/** A host that is not the blog. What it is asked must carry no password. */
export async function startStrayHost() {
  let passwordCount = 0
  const server = createServer((incoming, outgoing) => {
    if (incoming.headers.authorization !== undefined) passwordCount += 1
    outgoing.end('<!DOCTYPE html><p>Somebody else.</p>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passwordCount: () => passwordCount,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
