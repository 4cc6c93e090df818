import { gzipSync } from 'node:zlib'
import type { Fetch } from '../../src/main/core/ports.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { newPost, paragraph, write } from '../support/write-posts.ts'
import { growthOf, type Bench, type Measure } from './measure.ts'
import { onSealedDesk } from './sealed-desk.ts'

const SENTENCE = 'Three provinces, two boats and one very patient interpreter took us down the Mekong in four days. '
const HOUR_MS = 3_600_000
const ROUND_MS = 60_000
const STILL_MS = 150
const WORDS = SENTENCE.repeat(30)

/** What the desk costs where the megabyte is paid for: each answer of the blog, as it is and packed as a server sends it. */
export const benchLine: Bench = {
  about:
    'what comes down in a quiet round, for a changed post, and in a first pull: requests and bytes, plain and packed',
  options: { posts: [75, 150, 300] },
  quick: { posts: [5, 10] },
  async run(options) {
    const sizes: CostOfSize[] = []
    for (const posts of options.numbers('posts')) sizes.push(await costsOf(posts))
    const largest = sizes.at(-1)
    if (!largest) return []
    const { posts, first, hour, costlyHour, changed } = largest
    return [
      measure('L1', `an hour in which nothing happens, on ${posts} posts: bytes ÷ 60 × 1 KB`, hour, 60_000),
      measure('L4', 'the same hour on a line that costs: bytes ÷ 60 × 1 KB', costlyHour, 60_000),
      measure('L2', 'one changed post, sent and read back, with its round: bytes ÷ its words', changed, WORDS.length),
      measure(
        'L3',
        `bytes of signing in and a first pull of ${posts} posts ÷ their words`,
        first,
        WORDS.length * posts,
      ),
      ...growthOf(
        { id: 'L1, growth', of: 'an hour in which nothing happens', unit: 'posts', cost: 'bytes' },
        sizes.map((size) => ({ size: size.posts, cost: size.hour.bytes })),
      ),
      ...growthOf(
        { id: 'L3, growth', of: 'a first pull', unit: 'posts', cost: 'bytes' },
        sizes.map((size) => ({ size: size.posts, cost: size.first.bytes })),
      ),
    ]
  },
}

interface CostOfSize {
  posts: number
  first: Cost
  hour: Cost
  costlyHour: Cost
  changed: Cost
}

async function costsOf(posts: number): Promise<CostOfSize> {
  const clock = createManualClock()
  const blog = await servePracticeBlog({ contents: 'empty', clock })
  const { cost, fetch, untilStill } = countingFetch()
  try {
    for (let index = 0; index < posts; index += 1) {
      await put(blog, index)
      clock.advance(HOUR_MS)
    }
    return await onSealedDesk({ posts: 0, clock, fetch }, async ({ desk }) => {
      let blogId = '' as BlogId
      const round = () => desk.mutate('line', 'syncNow', { blogId })
      const anHour = async () => {
        for (let minute = 0; minute < 60; minute += 1) {
          clock.advance(ROUND_MS)
          await untilStill()
        }
      }
      const first = await cost(async () => {
        blogId = (await desk.mutate('blogs', 'connect', { ...blog.accounts.editor, address: blog.url })).id
        await round()
      })
      desk.core.start()
      await untilStill()
      const hour = await cost(anHour)
      await desk.mutate('settings', 'set', { isLineMetered: true })
      const costlyHour = await cost(anHour)
      await desk.mutate('settings', 'set', { isLineMetered: false })
      const postId = await newPost(desk, blogId, 'The ferry', paragraph(WORDS))
      const send = () => desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await send()
      await round()
      clock.advance(HOUR_MS)
      await untilStill()
      await write(desk, postId, { title: 'The ferry at noon' })
      await send()
      const changed = await cost(async () => {
        clock.advance(ROUND_MS)
        await untilStill()
      })
      return { posts, first, hour, costlyHour, changed }
    })
  } finally {
    await blog.stop()
  }
}

async function put({ url, accounts }: ServedPracticeBlog, index: number): Promise<void> {
  const { userName, applicationPassword } = accounts.editor
  const headers = {
    authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const content = `<!-- wp:paragraph -->\n<p>${index}. ${WORDS}</p>\n<!-- /wp:paragraph -->`
  const body = JSON.stringify({ title: `Post ${index}`, content, status: 'publish' })
  const answer = await fetch(`${url}/wp-json/wp/v2/posts`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`the blog refused: ${answer.status}`)
}

interface Cost {
  requests: number
  bytes: number
  packedBytes: number
}

function countingFetch(): {
  fetch: Fetch
  cost: (act: () => Promise<unknown>) => Promise<Cost>
  untilStill: () => Promise<void>
} {
  let sum: Cost = { requests: 0, bytes: 0, packedBytes: 0 }
  let lastMs = 0
  return {
    async untilStill() {
      lastMs = performance.now()
      while (performance.now() - lastMs < STILL_MS) await new Promise((resolve) => setTimeout(resolve, STILL_MS / 5))
    },
    async fetch(input, init) {
      lastMs = performance.now()
      const answer = await fetch(input, init)
      const body = Buffer.from(await answer.clone().arrayBuffer())
      sum.requests += 1
      sum.bytes += body.byteLength
      sum.packedBytes += gzipSync(body).byteLength
      return answer
    },
    async cost(act) {
      sum = { requests: 0, bytes: 0, packedBytes: 0 }
      await act()
      return sum
    },
  }
}

const measure = (id: string, work: string, { requests, bytes, packedBytes }: Cost, floor: number): Measure => ({
  id,
  work,
  ratio: bytes / floor,
  goal: null,
  figures: { requests, kb: bytes / 1000, packed_kb: packedBytes / 1000 },
})
