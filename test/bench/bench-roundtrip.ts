import { paragraph, newPost, write } from '../support/write-posts.ts'
import { servePracticeBlog, type ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { growthOf, median, spreadOf, timedAsync, type Bench, type Measure, type Point } from './measure.ts'
import { onSealedDesk } from './sealed-desk.ts'

const SENTENCE = 'Three provinces, two boats and one very patient interpreter took us down the Mekong in four days. '

/** From "Publish" to the receipt, over a line that costs nothing: what the outbox, its checks and its memory take beside the exchange itself. */
export const benchRoundtrip: Bench = {
  about: 'a change of a public post, sent and read back ÷ one POST and one GET of the same post without any of it',
  options: { kilobytes: [4, 40, 400], runs: 30 },
  quick: { kilobytes: [1, 2], runs: 1 },
  async run(options) {
    const measures: Measure[] = []
    const points: Point[] = []
    for (const kilobytes of options.numbers('kilobytes')) {
      const { ours, floors } = await roundtrips(kilobytes, options.number('runs'))
      points.push({ size: kilobytes, cost: median(ours) })
      measures.push({
        id: measures.length === 0 ? 'R1' : `R1, ${kilobytes} KB`,
        work: `publish → receipt of ${kilobytes} KB ÷ one POST and one GET`,
        ratio: median(ours) / median(floors),
        goal: null,
        figures: { ...spreadOf('ours', ours), floor_p50_ms: median(floors) },
      })
    }
    return [...measures, ...growthOf({ id: 'R2', of: 'a sending', unit: 'KB', cost: 'ours_p50_ms' }, points)]
  },
}

async function roundtrips(kilobytes: number, runs: number): Promise<{ ours: number[]; floors: number[] }> {
  const blog = await servePracticeBlog({ contents: 'empty' })
  try {
    return await onSealedDesk({ posts: 0, clock: createManualClock() }, async ({ desk }) => {
      const words = SENTENCE.repeat(Math.ceil((kilobytes * 1000) / SENTENCE.length))
      const { id: blogId } = await desk.mutate('blogs', 'connect', { ...blog.accounts.editor, address: blog.url })
      const postId = await newPost(desk, blogId, 'The ferry', paragraph(words))
      const send = async (): Promise<void> => {
        await desk.mutate('posts', 'publish', { postId, as: 'publish' })
        const { waitingCount } = await desk.mutate('line', 'syncNow', { blogId })
        if (waitingCount > 0) throw new Error('it still waits')
      }
      await send()
      const { remoteId } = await desk.query('posts', 'get', { postId })
      const ours: number[] = []
      const floors: number[] = []
      for (let run = 0; run < runs; run += 1) {
        await write(desk, postId, { blocks: [paragraph(`${run}. ${words}`)] })
        ours.push(await timedAsync(send))
        floors.push(await timedAsync(() => exchange(blog, Number(remoteId), `${run}. ${words}`)))
        // What the exchange left on the blog is taken in, so that the next sending meets no other version.
        await desk.mutate('line', 'syncNow', { blogId })
      }
      return { ours, floors }
    })
  } finally {
    await blog.stop()
  }
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
