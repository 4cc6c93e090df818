import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts'
import { newPost, paragraph, write } from '../support/write-posts.ts'
import type { Bench, Measure } from './measure.ts'
import { memoryOfLongList, memoryOfLongPost } from './memory-of-window.ts'
import { onSealedDesk, type SealedDesk } from './sealed-desk.ts'

/** An hour at one act a second, without the waiting: the core writes, saves, looks, searches, sends and syncs. */
export const benchMemory: Bench = {
  about:
    'the core’s memory after an hour of scripted work: at its end ÷ in its middle; the window’s with a long list and a long post',
  options: { posts: 10_000, acts: 3600 },
  quick: { posts: 100, acts: 40 },
  async run(options) {
    const clock = createManualClock()
    const core = await onSealedDesk({ posts: options.number('posts'), clock }, async (sealed): Promise<Measure[]> => {
      const acts = options.number('acts')
      const postId = await newPost(sealed.desk, sealed.blogId, 'The ferry', paragraph('It left before noon.'))
      const at: { heapMb: number; rssMb: number }[] = [memory()]
      for (let act = 0; act < acts; act += 1) {
        await doSomething(sealed, clock, postId, act)
        if (act === Math.floor(acts / 2) || act === acts - 1) at.push(memory())
      }
      const [start, middle, end] = at
      if (!start || !middle || !end) return []
      return [
        {
          id: 'MEM1',
          work: `heap of the core after ${acts} acts on ${options.number('posts')} posts: end ÷ middle`,
          ratio: end.heapMb / middle.heapMb,
          goal: 1.05,
          figures: {
            heap_mb_start: start.heapMb,
            heap_mb_middle: middle.heapMb,
            heap_mb_end: end.heapMb,
            rss_mb_start: start.rssMb,
            rss_mb_middle: middle.rssMb,
            rss_mb_end: end.rssMb,
          },
        },
      ]
    })
    return [...core, await memoryOfLongList(options.number('posts')), await memoryOfLongPost()]
  },
}

async function doSomething(
  { desk, blogId }: SealedDesk,
  clock: ManualClock,
  postId: PostId,
  act: number,
): Promise<void> {
  clock.advance(1000)
  if (act % 60 === 59) await desk.mutate('line', 'syncNow', { blogId })
  else if (act % 300 === 150) await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  else if (act % 20 === 7) await desk.query('posts', 'list', { blogId })
  else if (act % 20 === 13) await desk.query('search', 'find', { text: 'harbour', filters: {} })
  else if (act % 30 === 17) await desk.query('today', 'look')
  else await write(desk, postId, { blocks: [paragraph(`${act}. ${'It left before noon. '.repeat(100)}`)] })
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Of what is still needed. */
function memory(): { heapMb: number; rssMb: number } {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  return { heapMb: heapUsed / 1e6, rssMb: rss / 1e6 }
}
