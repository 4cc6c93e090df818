import { gzipSync } from 'node:zlib'
import type { Fetch } from '../../src/main/core/ports.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { newPost, paragraph, write } from '../support/write-posts.ts'
import type { Bench, Measure } from './measure.ts'
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
  options: { posts: 300 },
  async run(options) {
    const clock = createManualClock()
    const blog = await servePracticeBlog({ contents: 'empty', clock })
    const { cost, fetch, untilStill } = countingFetch()
    try {
      const count = options.number('posts')
      for (let index = 0; index < count; index += 1) {
        await put(blog, index)
        clock.advance(HOUR_MS)
      }
      return await onSealedDesk({ posts: 0, clock, fetch }, async ({ desk }) => {
        let blogId = '' as BlogId
        const round = () => desk.mutate('line', 'syncNow', { blogId: blogId })
        const first = await cost(async () => {
          blogId = (await desk.mutate('blogs', 'connect', { ...blog.accounts.editor, address: blog.url })).id
          await round()
        })
        desk.core.start()
        await untilStill()
        const hour = await cost(async () => {
          for (let minute = 0; minute < 60; minute += 1) {
            clock.advance(ROUND_MS)
            await untilStill()
          }
        })
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
        return [
          measure('L1', `an hour in which nothing happens, on ${count} posts: bytes ÷ 60 × 1 KB`, hour, 60_000),
          measure(
            'L2',
            'one changed post, sent and read back, with its round: bytes ÷ its words',
            changed,
            WORDS.length,
          ),
          measure(
            'L3',
            `bytes of signing in and a first pull of ${count} posts ÷ their words`,
            first,
            WORDS.length * count,
          ),
        ]
      })
    } finally {
      await blog.stop()
    }
  },
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
