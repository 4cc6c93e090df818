import { paragraph, newPost, write } from '../support/write-posts.ts'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { median, percentile, timedAsync, type Bench } from './measure.ts'
import { onSealedDesk } from './sealed-desk.ts'

const SENTENCE = 'Three provinces, two boats and one very patient interpreter took us down the Mekong in four days. '

/** From "Publish" to the receipt, over a line that costs nothing: what the outbox, its checks and its memory take beside the exchange itself. */
export const benchRoundtrip: Bench = {
  about: 'a change of a public post, sent and read back ÷ one POST and one GET of the same post without any of it',
  options: { runs: 30 },
  async run(options) {
    const blog = await servePracticeBlog({ contents: 'empty' })
    try {
      return await onSealedDesk({ posts: 0, clock: createManualClock() }, async ({ desk }) => {
        const { id: blogId } = await desk.mutate('blogs', 'connect', { ...blog.accounts.editor, address: blog.url })
        const postId = await newPost(desk, blogId, 'The ferry', paragraph(SENTENCE.repeat(40)))
        const send = async (): Promise<void> => {
          await desk.mutate('posts', 'publish', { postId, as: 'publish' })
          const { waitingCount } = await desk.mutate('line', 'syncNow', { blogId })
          if (waitingCount > 0) throw new Error('it still waits')
        }
        await send()
        const { remoteId } = await desk.query('posts', 'get', { postId })
        const ours: number[] = []
        const floors: number[] = []
        for (let run = 0; run < options.number('runs'); run += 1) {
          await write(desk, postId, { blocks: [paragraph(`${run}. ${SENTENCE.repeat(40)}`)] })
          ours.push(await timedAsync(send))
          floors.push(await timedAsync(() => exchange(blog, Number(remoteId), `${run}. ${SENTENCE.repeat(40)}`)))
          // What the exchange left on the blog is taken in, so that the next sending meets no other version.
          await desk.mutate('line', 'syncNow', { blogId })
        }
        return [
          {
            id: 'R1',
            work: 'publish → receipt ÷ one POST and one GET',
            ratio: median(ours) / median(floors),
            goal: null,
            figures: {
              ours_p50_ms: median(ours),
              ours_p99_ms: percentile(ours, 0.99),
              floor_p50_ms: median(floors),
            },
          },
        ]
      })
    } finally {
      await blog.stop()
    }
  },
}

async function exchange({ url, accounts }: ServedPracticeBlog, id: number, text: string): Promise<void> {
  const { userName, applicationPassword } = accounts.editor
  const headers = {
    authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const address = `${url}/wp-json/wp/v2/posts/${id}`
  const content = `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
  const written = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ content }) })
  await written.json()
  const read = await fetch(`${address}?context=edit`, { headers })
  await read.json()
}
