import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BlockNode } from '../../src/shared/content/document.ts'
import { newPost, paragraph } from '../support/desk-on-practice-blog.ts'
import { startFaultProxy, type FaultProxy, type Matching } from '../support/fault-proxy.ts'
import { openDesk } from '../support/open-desk.ts'
import { ferryNumbered } from '../support/pictures.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { commentAsVisitor } from './comment-as-visitor.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

/** The blog applies the request and answers, and the line breaks before a byte of the answer arrives. */
const LOST: { what: string; matching: Matching }[] = [
  { what: 'creating the draft', matching: { method: 'POST', pathContains: '/wp/v2/posts' } },
  { what: 'uploading the picture', matching: { method: 'POST', pathContains: '/wp/v2/media' } },
  { what: 'making the tag', matching: { method: 'POST', pathContains: '/wp/v2/tags' } },
  { what: 'staging the words', matching: { method: 'POST', pathContains: '/wp/v2/posts/' } },
  { what: 'the reply', matching: { method: 'POST', pathContains: '/wp/v2/comments' } },
]

for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, 'an answer that never arrives leaves exactly one of each on the site', () => {
    let site: RunningWordpress
    let proxy: FaultProxy
    beforeAll(async () => {
      site = await startWordpress({ version })
      proxy = await startFaultProxy({ target: site.url })
    })
    afterAll(async () => {
      await proxy.stop()
      await site.stop()
    })

    for (const [index, { what, matching }] of LOST.entries()) {
      test(`lost: ${what}`, () => fly(`Flight ${index}`, () => proxy.loseNextAnswer(matching)))
    }

    test('lost: the flip to public', () =>
      fly('The flip', () => {
        // The first change of the post by its id stages it, the second is the flip.
        proxy.answerNext({ method: 'POST', pathContains: '/wp/v2/posts/' }, { status: 502, isApplied: true })
        proxy.loseNextAnswer({ method: 'POST', pathContains: '/wp/v2/posts/' })
      }))

    let flights = 0

    async function fly(title: string, breakLine: () => void): Promise<void> {
      let skippedMs = 0
      // Real time, except for the waits: they are skipped, not slept through.
      const clock = {
        ...systemClock,
        now: () => new Date(Date.now() + skippedMs),
        elapsedMs: () => performance.now() + skippedMs,
      }
      const desk = openDesk(temporaryFolder(), { clock })
      const { userName, applicationPassword, id: userId } = site.users.editor
      const { id: blogId } = await desk.mutate('blogs', 'connect', {
        address: proxy.url,
        userName,
        applicationPassword,
      })
      const settle = async (): Promise<void> => {
        for (let round = 0; round < 10; round += 1) {
          const { waitingCount } = await desk.mutate('line', 'syncNow', { blogId })
          if (waitingCount === 0) return
          skippedMs += 20 * 60_000
        }
        throw new Error(`still waiting: ${JSON.stringify(await desk.query('outbox', 'list', { blogId }))}`)
      }

      const earlierId = Number(
        await site.php(`echo wp_insert_post(['post_title' => 'Before ${title}', 'post_status' => 'publish']);`),
      )
      await commentAsVisitor(site.url, { postId: earlierId, name: 'Lan', text: `A question before ${title}` })
      await settle()
      const comments = await desk.query('comments', 'list', { blogId, postId: null })
      const question = comments.find(({ contentHtml }) => contentHtml.includes(`A question before ${title}`))

      // Bytes of its own, so that each flight uploads a picture of its own.
      flights += 1
      const picture = await desk.mutate('media', 'add', { fileName: 'ferry.gif', bytes: ferryNumbered(flights) })
      const block: BlockNode = {
        type: 'picture',
        attrs: {
          mediaId: picture.id,
          remoteId: null,
          url: null,
          alt: `Picture of ${title}`,
          caption: '',
          source: null,
        },
      }
      const postId = await newPost(desk, blogId, title, paragraph('At dawn.'), block)
      const post = await desk.query('posts', 'get', { postId })
      await desk.mutate('posts', 'edit', {
        ...post,
        postId,
        sequence: 1_000_000,
        tags: [`Tag of ${title}`],
        caret: null,
      })
      breakLine()
      await desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await desk.mutate('comments', 'reply', { commentId: question?.id ?? '', text: `An answer to ${title}` })
      await settle()

      expect(proxy.pendingFaultCount()).toBe(0)
      const stem = `picture-${picture.id.slice(0, 16)}`
      const found = await site.php(`
        $mine = fn($post) => $post->post_title === '${title}' || str_starts_with($post->post_name, 'desk-');
        $posts = array_values(array_filter(get_posts(['post_status' => 'any,trash', 'numberposts' => -1]), $mine));
        $files = array_filter(get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'numberposts' => -1]),
          fn($file) => str_starts_with($file->post_name, '${stem}'));
        $replies = get_comments(['user_id' => ${userId}, 'post_id' => ${earlierId}]);
        echo json_encode([
          'posts' => array_map(fn($post) => $post->post_status, $posts),
          'showsPicture' => substr_count($posts[0]->post_content, 'Picture of ${title}'),
          'tags' => array_map(fn($tag) => $tag->name, get_the_tags($posts[0]->ID) ?: []),
          'files' => count($files),
          'replies' => array_map(fn($reply) => $reply->comment_content, $replies),
        ]);`)
      expect(JSON.parse(found)).toEqual({
        posts: ['publish'],
        showsPicture: 1,
        tags: [`Tag of ${title}`],
        files: 1,
        replies: [`An answer to ${title}`],
      })
      await desk.close()
    }
  })
}
