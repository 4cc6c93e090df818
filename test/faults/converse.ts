import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Comment, CommentStatus } from '../../src/shared/domain/comment.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'
import { newPost } from '../support/desk-on-practice-blog.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { startFaultyLine } from '../support/fault-proxy-line.ts'
import type { RunningWordpress } from '../wordpress/start-wordpress.ts'
import { flyOn, heal, openLaptop, startStrayHost, type Laptop } from './laptop.ts'
import { createRandomFaults, type FaultCounts } from './random-faults.ts'
import { seededRandom } from './seeded-random.ts'

export type ConversingRole = 'editor' | 'author' | 'contributor'

/** Readers whose comments are public at first are answered, or decided on; one waits for approval, one lies in the blog's spam. */
export const ANSWERED = ['Lan', 'Minh', 'Thu']
export const DECIDED: readonly (readonly [reader: string, to: CommentStatus])[] = [
  ['Huong', 'hold'],
  ['Duc', 'spam'],
  ['Quang', 'trash'],
  ['Hoa', 'approved'],
  ['Chi', 'approved'],
]
const AT_FIRST: Record<string, string> = { Hoa: '0', Chi: 'spam' }

export interface Conversed {
  /** Who could be read without a line, in the inbox or the spam. */
  readers: string[]
  /** What the desk said at once of each decision; null where it took it. */
  refusals: (AppErrorData | null)[]
  /** How often something was written to the blog while there was no line to it: never. */
  writesWithoutLine: number
  /** Entries that did not end, in words. */
  open: string[]
  /** By WordPress's own word: each comment, with whom it answers, and the states of all its copies. */
  onSite: Record<string, string[]>
  /** As the window shows the readers under the post in the end. */
  inWindow: Record<string, Pick<Comment, 'status' | 'isUnanswered'>>
  faults: FaultCounts
  passwordsSentAstray: number
}

/**
 * One person of this role with the real core on a real WordPress: reads without a line, answers three readers and decides on five;
 * then the line is back, good, or failing at random until it is good again.
 */
export async function converse(options: {
  site: RunningWordpress
  role: ConversingRole
  seed: string
  folder: string
  isFaulty: boolean
}): Promise<Conversed> {
  const { site, role, folder } = options
  const random = seededRandom(options.seed)
  const stray = await startStrayHost()
  const proxy = await startFaultProxy({ target: site.url })
  const line = await startFaultyLine({ target: proxy.url, random: random.fraction })
  const faults = createRandomFaults(random, `${stray.url}/`)
  const account = site.users[role]
  await followClock(site)
  const laptop = await openLaptop({
    folder,
    account,
    address: line.url,
    proxy,
    random,
    onSkipped: (skippedMs) => site.php(`update_option('skipped', ${Math.round(skippedMs / 1000)});`),
  })
  try {
    const { postId, remoteId } = await askedPost(site, laptop, role)
    await proxy.cut()
    const asked = proxy.requests.length
    const known = await listed(laptop, postId)
    const readers = [...known.keys()].toSorted()
    for (const reader of ANSWERED)
      await laptop
        .desk()
        .mutate('comments', 'reply', { commentId: known.get(reader)?.id ?? '', text: answerTo(reader) })
    const refusals: Conversed['refusals'] = []
    for (const [reader, to] of DECIDED) refusals.push(await decide(laptop, known.get(reader), to))
    await laptop.round(0)
    const writesWithoutLine = proxy.requests.slice(asked).filter(({ method }) => method === 'POST').length

    await proxy.restore()
    if (options.isFaulty) {
      proxy.strikeEach((request) => faults.fate(request))
      line.cutEach(() => faults.cut())
      await flyOn(laptop, random)
      await flyOn(laptop, random)
      proxy.strikeEach(null)
      line.cutEach(null)
    }
    const open = await heal(laptop)
    const shown = await laptop.desk().query('comments', 'list', { blogId: laptop.blogId, postId })
    return {
      readers,
      refusals,
      writesWithoutLine,
      open,
      onSite: await lookAtThread(site, remoteId),
      inWindow: Object.fromEntries(
        shown
          .filter(({ isMine }) => !isMine)
          .map(({ authorName, status, isUnanswered }) => [authorName, { status, isUnanswered }]),
      ),
      faults: faults.counts,
      passwordsSentAstray: stray.passwordCount(),
    }
  } finally {
    await laptop.close()
    await Promise.all([line.stop(), stray.stop()])
    await proxy.stop()
  }
}

export const answerTo = (reader: string): string => `In March, ${reader}. Shall we hope?`

/** WordPress's brake on quick writers, 15 seconds, by the clock of the laptop that skips its waits. */
async function followClock({ pluginFolder, php }: RunningWordpress): Promise<void> {
  const plugin = `<?php
    remove_filter('comment_flood_filter', 'wp_throttle_comment_flood', 10);
    add_filter('comment_flood_filter', fn($isTooQuick, $last, $now) =>
      $isTooQuick || $now - $last + get_option('skipped', 0) - get_option('skipped_at_last', 0) < 15, 10, 3);
    add_action('wp_insert_comment', fn() => update_option('skipped_at_last', get_option('skipped', 0)));`
  await writeFile(join(pluginFolder, 'follow-clock.php'), plugin)
  await php(`update_option('skipped', 0); update_option('skipped_at_last', 0);`)
}

/** The person's own post, written on this laptop, public on the blog, with readers who ask; all of it on the laptop. */
async function askedPost(
  site: RunningWordpress,
  laptop: Laptop,
  role: ConversingRole,
): Promise<{ postId: PostId; remoteId: number }> {
  const desk = laptop.desk()
  const postId = await newPost(desk, laptop.blogId, `Ask the ${role}`)
  await desk.mutate('posts', 'publish', { postId, as: role === 'contributor' ? 'pending' : 'publish' })
  await laptop.round(0)
  const { remoteId } = await desk.query('posts', 'get', { postId })
  if (remoteId === null) throw new Error('the post did not get to the blog')
  const readers = [...ANSWERED, ...DECIDED.map(([reader]) => reader)].map((name) => [name, AT_FIRST[name] ?? '1'])
  await site.php(`
    wp_publish_post(${remoteId});
    foreach (json_decode('${JSON.stringify(readers)}') as $at => [$name, $state]) {
      $time = time() - 3600 + $at;
      wp_insert_comment(['comment_post_ID' => ${remoteId}, 'comment_author' => $name, 'comment_approved' => $state,
        'comment_author_email' => "$name@reader.example", 'comment_content' => "A question of $name: when does the rain come?",
        'comment_date_gmt' => gmdate('Y-m-d H:i:s', $time), 'comment_date' => get_date_from_gmt(gmdate('Y-m-d H:i:s', $time))]);
    }`)
  await laptop.round(0)
  if (role !== 'contributor') await desk.mutate('comments', 'readAway', { blogId: laptop.blogId, status: 'spam' })
  return { postId, remoteId }
}

/** What is there to be read, by who wrote it. */
async function listed({ desk, blogId }: Laptop, postId: PostId): Promise<Map<string, Comment>> {
  const shown = await desk().query('comments', 'list', { blogId, postId })
  const away = await desk().query('comments', 'away', { blogId, status: 'spam' })
  return new Map(
    [...shown, ...away.comments.filter((each) => each.postId === postId)].map((each) => [each.authorName, each]),
  )
}

async function decide({ desk }: Laptop, comment: Comment | undefined, to: CommentStatus): Promise<AppErrorData | null> {
  if (!comment) return { kind: 'no-such-item', what: 'comment' }
  const { id: commentId, print, status } = comment
  try {
    await desk().mutate('comments', 'moderate', { seen: [{ commentId, print, status, decided: null }], to })
    return null
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
}

async function lookAtThread(site: RunningWordpress, remoteId: number): Promise<Record<string, string[]>> {
  const found = await site.php(`
    $states = [];
    foreach (get_comments(['post_id' => ${remoteId}, 'status' => ['approve', 'hold', 'spam', 'trash']]) as $comment) {
      $parent = $comment->comment_parent ? get_comment($comment->comment_parent)->comment_author : '';
      $states[$comment->comment_author . ($parent ? " > $parent: $comment->comment_content" : '')][] = wp_get_comment_status($comment);
    }
    echo json_encode($states);`)
  return JSON.parse(found) as Record<string, string[]>
}
