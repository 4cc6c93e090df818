import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import { isAppError } from '../../src/shared/errors.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { startFaultyLine } from '../support/fault-proxy-line.ts'
import { memorySecrets, openDesk, type TestDesk } from '../support/open-desk.ts'
import { ferryNumbered } from '../support/pictures.ts'
import { wallClock } from '../support/wall-clock.ts'
import type { RunningWordpress } from '../wordpress/start-wordpress.ts'
import { judgeFlight } from './judge-flight.ts'
import type { FlightReport } from './flight-figures.ts'
import { createRandomFaults } from './random-faults.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'
import { lookAtSite } from './site-after-flight.ts'

const LONG_WAIT_MS = 20 * 60_000
/** Shorter than the quarantine of a reply. */
const SHORT_WAIT_MS = 10_000
const ROUNDS_TO_HEAL = 20
const QUIET_ROUNDS = 2

/** What one person does in a flight, and what must be on the site afterwards. */
export interface Acts {
  title: string
  earlierTitle: string
  firstText: string
  lastText: string
  tag: string
  replyText: string
}

/**
 * One person with the real core on a real WordPress: a post with a picture and a tag, an update and a reply, while requests
 * and connections fail at random; then the line is good again, the person presses “try now” where asked, and the site
 * is judged. Waits are skipped by the desk's clock. The same seed strikes in the same order.
 */
export async function fly(options: { site: RunningWordpress; seed: string; folder: string }): Promise<FlightReport> {
  const { site, seed } = options
  const random = seededRandom(seed)
  const stray = await startStrayHost()
  const proxy = await startFaultProxy({ target: site.url })
  const line = await startFaultyLine({ target: proxy.url, random: random.fraction })
  const faults = createRandomFaults(random, `${stray.url}/`)
  const laptop = await openLaptop({ ...options, address: line.url, proxy, random: seededRandom(`${seed} core`) })
  try {
    const acts = actsOf(seed)
    const commentId = await prepare(site, laptop, acts)
    proxy.strikeEach((request) => faults.fate(request))
    line.cutEach(() => faults.cut())
    const postId = await writeAndPublish(laptop, acts)
    await laptop.desk().mutate('comments', 'reply', { commentId, text: acts.replyText })
    await flyOn(laptop, random)
    const refused = await update(laptop, postId, acts)
    await flyOn(laptop, random)

    proxy.strikeEach(null)
    line.cutEach(null)
    const open = [...refused, ...(await heal(laptop))]
    const texts = await laptop.closeAndReadHistory(postId)
    const found = await lookAtSite(site, site.users.editor.id)
    return {
      seed,
      requests: proxy.requests.length,
      faults: faults.counts,
      ...judgeFlight({ acts, found, texts, open, passwordsSentAstray: stray.passwordCount() }),
    }
  } finally {
    await laptop.close()
    await Promise.all([line.stop(), stray.stop()])
    await proxy.stop()
  }
}

const actsOf = (seed: string): Acts => ({
  title: `Flight ${seed}`,
  earlierTitle: `Before ${seed}`,
  firstText: `At dawn over Hà Nội, on flight ${seed}.`,
  lastText: `At dusk — السلام عليكم — on flight ${seed}.`,
  tag: `Tag of ${seed}`,
  replyText: `An answer from flight ${seed}.`,
})

interface Laptop {
  blogId: BlogId
  desk: () => TestDesk
  /** One round; then the desk's clock moves on. */
  round(waitMs: number): Promise<number>
  restart(): Promise<void>
  signInAgain(): Promise<void>
  closeAndReadHistory(postId: PostId): Promise<string[]>
  close(): Promise<void>
}

async function openLaptop(options: {
  folder: string
  site: RunningWordpress
  address: string
  proxy: FaultProxy
  random: SeededRandom
}): Promise<Laptop> {
  const { folder, site, address, proxy } = options
  // Jitter repeats itself; names and tokens stay new, because all flights share one site.
  const random = { bytes: systemRandom.bytes, fraction: options.random.fraction }
  const { userName, applicationPassword } = site.users.editor
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
      const texts = database.prepare<[string], string>('SELECT words FROM snapshots WHERE post_id = ?').pluck()
      const found = texts.all(postId)
      database.close()
      return found
    },
    close,
  }
}

/** A post with a reader's question, known to the laptop before anything fails. */
async function prepare(site: RunningWordpress, laptop: Laptop, { earlierTitle }: Acts): Promise<string> {
  await site.php(`
    $id = wp_insert_post(['post_title' => '${earlierTitle}', 'post_status' => 'publish']);
    wp_insert_comment(['comment_post_ID' => $id, 'comment_author' => 'Lan', 'comment_content' => 'A question?',
      'comment_author_email' => 'lan@reader.example', 'comment_approved' => 1]);`)
  await laptop.round(0)
  const [question] = await laptop.desk().query('comments', 'list', { blogId: laptop.blogId, postId: null })
  if (!question) throw new Error('the question did not come down')
  return question.id
}

async function writeAndPublish({ desk, blogId }: Laptop, acts: Acts): Promise<PostId> {
  const bytes = ferryNumbered(createHash('sha256').update(acts.title).digest().readUInt16BE())
  const picture = await desk().mutate('media', 'add', { fileName: 'ferry.gif', bytes })
  const { id: postId } = await desk().mutate('posts', 'create', { blogId })
  const post = await desk().query('posts', 'get', { postId })
  const attrs = { mediaId: picture.id, remoteId: null, url: null, alt: 'A ferry', caption: '', source: null }
  await desk().mutate('posts', 'edit', {
    ...post,
    postId,
    sequence: 1,
    title: acts.title,
    document: { type: 'doc', content: [paragraph(acts.firstText), { type: 'picture', attrs }] },
    tags: [acts.tag],
    caret: null,
  })
  await desk().mutate('posts', 'publish', { postId, as: 'publish' })
  return postId
}

/** Returns why the desk would not take it, in words. */
async function update({ desk }: Laptop, postId: PostId, acts: Acts): Promise<string[]> {
  const post = await desk().query('posts', 'get', { postId })
  const [, ...rest] = post.document.content
  await desk().mutate('posts', 'edit', {
    ...post,
    postId,
    sequence: 2,
    document: { type: 'doc', content: [paragraph(acts.lastText), ...rest] },
    caret: null,
  })
  try {
    await desk().mutate('posts', 'publish', { postId, as: 'publish' })
    return []
  } catch (error) {
    if (isAppError(error)) return [`the update was refused: ${JSON.stringify(error.data)}`]
    throw error
  }
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  attrs: { dir: null, source: null },
  content: [{ type: 'text' as const, text }],
})

async function flyOn(laptop: Laptop, random: SeededRandom): Promise<void> {
  const rounds = random.integer(1, 8)
  for (let round = 0; round < rounds; round += 1) {
    if (random.chance(0.15)) await laptop.restart()
    await laptop.round(random.chance(0.3) ? SHORT_WAIT_MS : LONG_WAIT_MS)
  }
}

/** Returns what does not end, in words. */
async function heal(laptop: Laptop): Promise<string[]> {
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
async function startStrayHost() {
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
