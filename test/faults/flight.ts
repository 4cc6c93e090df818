import { createHash } from 'node:crypto'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { isAppError } from '../../src/shared/errors.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { startFaultyLine } from '../support/fault-proxy-line.ts'
import { ferryNumbered } from '../support/pictures.ts'
import type { RunningWordpress } from '../wordpress/start-wordpress.ts'
import { judgeFlight } from './judge-flight.ts'
import type { FlightReport } from './flight-figures.ts'
import { flyOn, heal, openLaptop, startStrayHost, type Laptop } from './laptop.ts'
import { createRandomFaults } from './random-faults.ts'
import { seededRandom } from './seeded-random.ts'
import { lookAtSite } from './site-after-flight.ts'

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
  const laptop = await openLaptop({
    folder: options.folder,
    account: site.users.editor,
    address: line.url,
    proxy,
    random: seededRandom(`${seed} core`),
  })
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
