import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPost } from '../support/desk-on-practice-blog.ts'
import { startFaultyLine, type FaultyLine } from '../support/fault-proxy-line.ts'
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from '../wordpress/describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from '../wordpress/start-wordpress.ts'
import { seededRandom } from './seeded-random.ts'

/** A ship's satellite in bad weather. */
const WORST_LINE = { bytesPerSecond: 10_000, roundTripMs: 2_000, lossShare: 0.3 }

await describeOnWordpress('7.1', '10 kB/s, 2 s round trip, 30 % loss', () => {
  let site: RunningWordpress
  let proxy: FaultProxy
  let line: FaultyLine
  beforeAll(async () => {
    site = await startWordpress({ version: '7.1' })
    proxy = await startFaultProxy({ target: site.url })
    line = await startFaultyLine({ target: proxy.url, random: seededRandom('worst line').fraction })
  })
  afterAll(async () => {
    await line.stop()
    await proxy.stop()
    await site.stop()
  })

  test('a post arrives once, and nothing was asked twice', { timeout: 240_000 }, async () => {
    const desk = openDesk(temporaryFolder())
    const { userName, applicationPassword } = site.users.editor
    const { id: blogId } = await desk.mutate('blogs', 'connect', { address: line.url, userName, applicationPassword })
    await desk.mutate('line', 'syncNow', { blogId })
    const postId = await newPost(desk, blogId, 'From the ship')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    line.shape(WORST_LINE)
    const startedMs = performance.now()
    expect(await desk.mutate('line', 'syncNow', { blogId })).toMatchObject({ state: 'open', waitingCount: 0 })
    // Each request is a connection of its own here: two round trips, at least.
    expect(performance.now() - startedMs).toBeGreaterThan(2 * 4_000)
    expect(await desk.query('outbox', 'list', { blogId })).toMatchObject([{ state: 'done', attempts: 1 }])
    const creations = proxy.requests.filter(
      ({ method, path }) => method === 'POST' && /\/wp\/v2\/posts(\?|$)/.test(path),
    )
    expect(creations).toHaveLength(1)
    expect(await site.php("echo count(get_posts(['title' => 'From the ship', 'post_status' => 'any']));")).toBe('1')
    await desk.close()
  })
})
