import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAnchor } from '../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../src/shared/content/checks/readable-post.ts'
import { readLetter } from '../../src/main/core/review-blog/review-letter.ts'
import type { TestDesk } from '../support/open-desk.ts'
import { paragraphsOf, withParagraphs } from '../core/review/reviewing.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'
import { deskOnWordpress } from './desk-on-wordpress.ts'

/** A post that somebody without a desk handed in, in wp-admin, on a plain WordPress. */
for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `posts handed in on WordPress ${version}`, () => {
    let site: RunningWordpress
    const desks: TestDesk[] = []
    beforeAll(async () => {
      site = await startWordpress({ version })
    })
    afterAll(async () => {
      for (const desk of desks) await desk.close()
      await site.stop()
    })

    async function deskOf(role: 'author' | 'editor') {
      const opened = await deskOnWordpress(site, role)
      desks.push(opened.desk)
      return opened
    }
    const handIn = (title: string): Promise<string> =>
      site.php(`
        wp_set_current_user(${site.users.author.id});
        $text = '';
        foreach (['It leaves at six.', 'Nobody has seen it wait.'] as $line) $text .= "<!-- wp:paragraph -->\\n<p>$line</p>\\n<!-- /wp:paragraph -->\\n\\n";
        echo wp_insert_post(['post_title' => '${title}', 'post_content' => trim($text), 'post_status' => 'pending', 'post_author' => ${site.users.author.id}]);`)
    const reviewOf = async (desk: TestDesk, title: string) => {
      const found = (await desk.query('reviews', 'queue')).filter((each) => each.title === title)
      expect(found).toHaveLength(1)
      return desk.query('reviews', 'get', { reviewId: found[0]?.id ?? '' })
    }

    test(
      'are reviewed without having been asked for, and what is decided stands beside them for everybody',
      { timeout: 120_000 },
      async () => {
        const title = `Handed in, ${version}`
        const number = (await handIn(title)).trim()
        const [mai, ann] = [await deskOf('editor'), await deskOf('author')]
        const begun = await reviewOf(mai.desk, title)
        expect(begun).toMatchObject({ handedIn: { left: null }, waitsFor: 'reviewer', mayPublish: true })
        expect(paragraphsOf(begun.given)).toEqual(['It leaves at six.', 'Nobody has seen it wait.'])
        const reviewId = begun.id
        const words = withParagraphs(begun.given, 'It leaves at seven.', 'Nobody has seen it wait.')
        await mai.desk.mutate('reviews', 'propose', { reviewId, words, over: begun.proposed, name: 'Mai' })
        const anchor = makeAnchor(readPost(begun.given), { in: 'text', path: [1], from: 0, to: 6 })
        await mai.desk.mutate('reviews', 'addNote', { reviewId, anchor, words: 'Who says so?', name: 'Mai' })
        await mai.desk.mutate('reviews', 'conclude', { reviewId, decision: 'send-back', words: 'Nearly.', name: 'Mai' })
        await mai.sync()
        const post = await site.php(`$post = get_post(${number}); echo $post->post_status, ' ', $post->post_content;`)
        expect(post).toMatch(/^pending .*It leaves at six\./s)
        const beside = await site.php(`echo wp_get_post_autosave(${number}, ${site.users.editor.id})->post_content;`)
        expect(readLetter(beside)).toMatchObject({ state: 'read' })
        expect(beside).toContain('It leaves at seven.')
        const notes = await site.php(
          `foreach (get_comments(['post_id' => ${number}, 'type' => 'note', 'status' => 'all']) as $note) echo $note->comment_content, "\\n";`,
        )
        if (version === '6.1') expect(notes.trim()).toBe('')
        else expect(notes).toContain('Mai: Who says so?')

        await ann.sync()
        expect(await reviewOf(ann.desk, title)).toMatchObject({
          id: reviewId,
          state: 'sent-back',
          conclusion: { by: 'Mai', words: 'Nearly.' },
          notes: [{ words: 'Who says so?', anchor: { quote: 'Nobody' } }],
          openCount: 1,
        })

        // Its author takes the change in wp-admin, where the post still waits: it is to be looked at again.
        await site.php(`
          wp_set_current_user(${site.users.author.id});
          wp_update_post(wp_slash(['ID' => ${number}, 'post_content' => str_replace('six', 'seven', get_post(${number})->post_content)]));`)
        await mai.sync()
        expect(await reviewOf(mai.desk, title)).toMatchObject({ round: 2, waitsFor: 'reviewer', suggestionCount: 0 })
        const decided = { decision: 'approve' as const, words: 'Go.', publish: true, name: 'Mai' }
        await mai.desk.mutate('reviews', 'conclude', { reviewId, ...decided })
        await mai.sync()
        const live = await site.php(`$post = get_post(${number}); echo $post->post_status, ' ', $post->post_content;`)
        expect(live).toMatch(/^publish .*It leaves at seven\./s)
        expect(live).not.toContain('attache')
      },
    )

    test('leave the queue once they were published elsewhere, with what was said of them kept', async () => {
      const title = `Out already, ${version}`
      const number = (await handIn(title)).trim()
      const mai = await deskOf('editor')
      const { id: reviewId } = await reviewOf(mai.desk, title)
      await mai.desk.mutate('reviews', 'addNote', { reviewId, anchor: null, words: 'Who says so?', name: 'Mai' })
      await site.php(`wp_publish_post(${number});`)
      await mai.sync()
      expect(await reviewOf(mai.desk, title)).toMatchObject({
        waitsFor: null,
        handedIn: { left: 'published' },
        noteCount: 1,
      })
    })
  })
}
