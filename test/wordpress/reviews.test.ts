import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAnchor } from '../../src/shared/content/anchors/find-anchor.ts'
import { makeAnchor } from '../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../src/shared/content/checks/readable-post.ts'
import type { ReviewId } from '../../src/shared/domain/ids.ts'
import type { PostWords } from '../../src/shared/domain/post.ts'
import { errorLine } from '../../src/shared/sentences.ts'
import { newPost, paragraph, write } from '../support/desk-on-practice-blog.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'
import { deskOnWordpress } from './desk-on-wordpress.ts'

const FERRY = ['It leaves at six.', 'Nobody has seen it wait.', 'Take bread with you.']

/** The review desk on a plain WordPress: an author and an editor with accounts, and an editor without one. */
for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `reviews on WordPress ${version}`, () => {
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
    const withoutAccount = (): TestDesk => {
      const desk = openDesk(temporaryFolder(), { fetch: () => Promise.reject(new TypeError('no network')) })
      desks.push(desk)
      return desk
    }

    test(
      'from the asking to the post that is public: what goes live is what was approved',
      { timeout: 240_000 },
      async () => {
        const [ann, mai, tuan] = [await deskOf('author'), await deskOf('editor'), withoutAccount()]
        await ann.desk.mutate('settings', 'set', {
          reviewPolicies: { [ann.blogId]: { publishing: 'required', allowsUrgent: false } },
        })
        const postId = await newPost(ann.desk, ann.blogId, `The ferry at Can Tho, ${version}`, ...FERRY.map(paragraph))
        const post = () => ann.desk.query('posts', 'get', { postId })
        const publish = () => ann.desk.mutate('posts', 'publish', { postId, as: 'publish' })
        const ask = async (of: string, lookAt: string): Promise<ReviewId> => {
          const through = 'blog' as const
          const asked = { postId, of, by: null, lookAt, through, name: 'Ann' }
          return (await ann.desk.mutate('reviews', 'ask', asked)).id
        }
        const reviewId = await ask('Mai', 'Is the hour right?')
        const onDesk = (desk: TestDesk) => desk.query('reviews', 'get', { reviewId })
        await ann.sync()
        await mai.sync()
        expect(await onDesk(mai.desk)).toMatchObject({
          state: 'asked',
          postId: null,
          request: { lookAt: 'Is the hour right?' },
        })

        // On a train: nothing of it needs a line.
        const { given } = await onDesk(mai.desk)
        const others = ['Nobody has seen it wait.', 'Take bread and tea.']
        await mai.desk.mutate('reviews', 'propose', {
          reviewId,
          words: withParagraphs(given, 'It leaves at seven.', ...others),
          name: 'Mai',
        })
        const anchor = makeAnchor(readPost(given), { in: 'text', path: [1], from: 0, to: 6 })
        await mai.desk.mutate('reviews', 'addNote', { reviewId, anchor, words: 'Who says so?', name: 'Mai' })
        await mai.desk.mutate('reviews', 'conclude', { reviewId, decision: 'send-back', words: 'Nearly.', name: 'Mai' })
        await mai.sync()

        await ann.sync()
        const back = await onDesk(ann.desk)
        expect(back).toMatchObject({
          state: 'sent-back',
          conclusion: { by: 'Mai', words: 'Nearly.' },
          openCount: 2,
          notes: [{ words: 'Who says so?', anchor: { quote: 'Nobody' } }],
        })
        const isHour = ({ suggestionId }: { suggestionId: string }) =>
          suggestionId === back.suggestedBy[0]?.suggestionId
        for (const suggested of back.suggestedBy)
          await ann.desk.mutate('reviews', 'decide', {
            reviewId,
            suggestionIds: [suggested.suggestionId],
            isTaken: isHour(suggested),
            name: 'Ann',
          })
        const noteId = back.notes[0]?.id ?? ''
        await ann.desk.mutate('reviews', 'replyToNote', { reviewId, noteId, words: 'The pilot.', name: 'Ann' })

        // The editor who has no account gets the same review by file, and answers by file.
        const passphrase = 'the heron waits'
        const fileOf = async (desk: TestDesk, name: string) => {
          const { fileId } = await desk.mutate('reviews', 'writeFile', {
            reviewIds: [reviewId],
            lock: { passphrase },
            name,
          })
          const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
          return { bytes: Uint8Array.from(bytes as unknown as Uint8Array<ArrayBuffer>), passphrase }
        }
        await ask('Tuan', 'And the second paragraph?')
        await tuan.mutate('reviews', 'readFile', await fileOf(ann.desk, 'Ann'))
        await tuan.mutate('reviews', 'addNote', { reviewId, anchor: null, words: 'Fine with me.', name: 'Tuan' })
        await ann.desk.mutate('reviews', 'readFile', await fileOf(tuan, 'Tuan'))
        await ask('Mai', 'Tuan is content. And you?')
        await ann.sync()
        await mai.sync()
        const again = await onDesk(mai.desk)
        expect(again).toMatchObject({ round: 3, state: 'asked' })
        expect(again.notes.map(({ words, replies }) => [words, ...replies.map((reply) => reply.words)])).toEqual([
          ['Who says so?', 'The pilot.'],
          ['Fine with me.'],
        ])

        // Nothing goes out before it is approved, and nothing but what was approved.
        expect(errorLine((await failureOf(publish)) as never)).toMatch(/approv/)
        await mai.desk.mutate('reviews', 'conclude', { reviewId, decision: 'approve', words: 'Go.', name: 'Mai' })
        await mai.sync()
        await ann.sync()
        expect(await onDesk(ann.desk)).toMatchObject({ state: 'approved', seal: { state: 'whole', approvedBy: 'Mai' } })
        const approved = (await post()).document
        const [first, ...rest] = approved.content
        await write(ann.desk, postId, { blocks: [paragraph('It leaves at seven!'), ...rest] })
        expect((await onDesk(ann.desk)).seal).toMatchObject({ state: 'broken', pieces: ['text'] })
        expect(await failureOf(publish)).toMatchObject({ kind: 'unsealed', pieces: ['text'], approvedBy: 'Mai' })
        await write(ann.desk, postId, { blocks: [...(first ? [first] : []), ...rest] })
        expect((await onDesk(ann.desk)).seal).toMatchObject({ state: 'whole' })

        await publish()
        await ann.sync()
        const sent = await ann.desk.query('outbox', 'list', { blogId: ann.blogId })
        const { receipt } = sent.find((entry) => entry.receipt?.remoteStatus === 'publish') ?? {}
        expect(receipt).toMatchObject({ seal: { state: 'whole', approvedBy: 'Mai' } })
        const live = await (await fetch(receipt?.url ?? '')).text()
        expect(live).toContain('It leaves at seven.')
        expect(live).not.toContain('attache')
        const trail = (await onDesk(ann.desk)).trail.map(({ act, by }) => `${act} ${by}`)
        for (const step of ['asked Ann', 'sent-back Mai', 'took Ann', 'left Ann', 'approved Mai'])
          expect(trail).toContain(step)
        expect(trail.at(-1)).toMatch(/^published /)
      },
    )

    if (version === '6.1') return
    test(
      'a note on a passage made in the blog’s editor is one here, and one made here is one there',
      { timeout: 120_000 },
      async () => {
        const [ann, mai] = [await deskOf('author'), await deskOf('editor')]
        const postId = await newPost(ann.desk, ann.blogId, 'Notes on both sides', ...FERRY.map(paragraph))
        const ask = { postId, of: 'Mai', by: null, lookAt: '', through: 'blog' as const, name: 'Ann' }
        const { id: reviewId } = await ann.desk.mutate('reviews', 'ask', ask)
        await ann.sync()
        const { remoteId } = await ann.desk.query('posts', 'get', { postId })
        const noteNumber = Number(
          await site.php(`
          wp_set_current_user(${site.users.editor.id});
          $note = wp_insert_comment(['comment_post_ID' => ${remoteId}, 'comment_type' => 'note', 'comment_content' => 'Seven, I think.',
            'comment_approved' => '0', 'user_id' => ${site.users.editor.id}, 'comment_author' => 'Editor']);
          $content = preg_replace('/<!-- wp:paragraph -->/', '<!-- wp:paragraph {"metadata":{"noteId":[' . $note . ']}} -->', get_post(${remoteId})->post_content, 1);
          wp_update_post(wp_slash(['ID' => ${remoteId}, 'post_content' => $content]));
          echo $note;`),
        )
        expect(noteNumber).toBeGreaterThan(0)
        await mai.sync()
        const { given, notes } = await mai.desk.query('reviews', 'get', { reviewId })
        expect(notes).toMatchObject([{ words: 'Seven, I think.', anchor: { quote: 'It leaves at six.' } }])
        const anchor = notes[0]?.anchor
        expect(anchor && findAnchor(readPost(given), anchor)).toMatchObject({ where: { in: 'text', path: [0] } })

        await mai.desk.mutate('reviews', 'addNote', {
          reviewId,
          anchor: makeAnchor(readPost(given), { in: 'text', path: [2], from: 5, to: 10 }),
          words: 'Or rice?',
          name: 'Mai',
        })
        await mai.desk.mutate('reviews', 'conclude', { reviewId, decision: 'send-back', words: '', name: 'Mai' })
        await mai.sync()
        await ann.sync()
        const here = (await ann.desk.query('reviews', 'get', { reviewId })).notes.map(({ words }) => words)
        expect(here.toSorted()).toEqual(['Or rice?', 'Seven, I think.'])
        const there = await site.php(
          `foreach (get_comments(['post_id' => ${remoteId}, 'type' => 'note', 'status' => 'all']) as $note) echo $note->comment_content, "\\n";`,
        )
        expect(there).toContain('Mai: Or rice?')
        await ann.desk.mutate('line', 'syncNow', { blogId: ann.blogId })
        expect((await ann.desk.query('reviews', 'get', { reviewId })).notes).toHaveLength(2)
      },
    )
  })
}

const withParagraphs = (words: PostWords, ...texts: string[]): PostWords => ({
  title: words.title,
  document: { type: 'doc', content: texts.map(paragraph) },
  excerpt: words.excerpt,
  language: words.language,
  direction: words.direction,
  categoryIds: words.categoryIds,
  tags: words.tags,
  shareLines: words.shareLines,
})

async function failureOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act()
  } catch (error) {
    return (error as { data?: unknown }).data
  }
  return null
}
