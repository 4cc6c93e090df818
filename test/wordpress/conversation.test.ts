import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Comment } from '../../src/shared/domain/comment.ts'
import { answerTo, ANSWERED, converse, DECIDED, type Conversed, type ConversingRole } from '../faults/converse.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

const ROLES: ConversingRole[] = ['editor', 'author', 'contributor']
const LINES = [
  ['a good line', false],
  ['a line that fails at random', true],
] as const
const AS_DECIDED = { Huong: 'unapproved', Duc: 'spam', Quang: 'trash', Hoa: 'approved', Chi: 'approved' }
const AS_IT_WAS = { Huong: 'approved', Duc: 'approved', Quang: 'approved', Hoa: 'unapproved', Chi: 'spam' }

/** Read without a line, three answered, five decided on; then all of it on the blog as asked and as the role may, once each. */
for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `the conversation on WordPress ${version}`, () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version })
    })
    afterAll(() => site.stop())

    /** With the readers as somebody of this role may have them in the end. */
    function expected(role: ConversingRole): Omit<Conversed, 'faults'> {
      const mayModerate = role !== 'contributor'
      const own = site.users[role].displayName
      const states = mayModerate ? AS_DECIDED : AS_IT_WAS
      const seen = [
        ...ANSWERED,
        ...DECIDED.map(([reader]) => reader).filter((name) => mayModerate || !['Hoa', 'Chi'].includes(name)),
      ]
      const why = { kind: 'not-allowed-now', why: 'no-right-to-moderate' } as const
      const unseen = { kind: 'no-such-item', what: 'comment' } as const
      return {
        readers: seen.toSorted(),
        refusals: mayModerate ? [null, null, null, null, null] : [why, why, why, unseen, unseen],
        writesWithoutLine: 0,
        open: [],
        onSite: {
          ...Object.fromEntries(ANSWERED.map((reader) => [reader, ['approved']])),
          ...Object.fromEntries(ANSWERED.map((reader) => [`${own} > ${reader}: ${answerTo(reader)}`, ['approved']])),
          ...Object.fromEntries(Object.entries(states).map(([reader, state]) => [reader, [state]])),
        },
        inWindow: {
          ...Object.fromEntries(ANSWERED.map((reader) => [reader, { status: 'approved', isUnanswered: false }])),
          ...(mayModerate
            ? {
                Huong: { status: 'hold', isUnanswered: true },
                Hoa: { status: 'approved', isUnanswered: true },
                Chi: { status: 'approved', isUnanswered: true },
              }
            : Object.fromEntries(
                ['Huong', 'Duc', 'Quang'].map((reader) => [reader, { status: 'approved', isUnanswered: true }]),
              )),
        },
        passwordsSentAstray: 0,
      }
    }

    test.each(ROLES.flatMap((role) => LINES.map(([line, isFaulty]) => ({ role, line, isFaulty }))))(
      '$role over $line',
      async ({ role, isFaulty }) => {
        const { faults, ...found } = await converse({
          site,
          role,
          isFaulty,
          seed: `${role}-1`,
          folder: temporaryFolder(),
        })
        expect(found).toEqual(expected(role))
        expect(Object.keys(faults).length > 0).toBe(isFaulty)
      },
    )

    test('what a colleague got meanwhile is not decided on any more: the blog refuses, the person reads why', async () => {
      const { postId, comment, desk, sync, close } = await onPostWithQuestion()
      await desk.mutate('comments', 'moderate', { seen: [seenNow(comment)], to: 'spam' })
      await site.php(`wp_update_post(['ID' => ${postId}, 'post_author' => ${site.users.editor.id}]);`)
      const { blogId } = await sync()
      const [entry] = await desk.query('outbox', 'list', { blogId })
      expect(entry).toMatchObject({ kind: 'moderate-comment', state: 'blocked', reason: { kind: 'forbidden' } })
      expect(await site.php(`echo get_comments(['post_id' => ${postId}])[0]->comment_approved;`)).toBe('1')
      await close()
    })

    test('a contributor on a new laptop reads what was published of theirs, and what was said under it', async () => {
      const remoteId = await site.php(`
        $id = wp_insert_post(['post_title' => 'Out by now', 'post_content' => '<!-- wp:paragraph --><p>It rains.</p><!-- /wp:paragraph -->',
          'post_status' => 'publish', 'post_author' => ${site.users.contributor.id}]);
        wp_insert_comment(['comment_post_ID' => $id, 'comment_author' => 'Lan', 'comment_content' => 'When?']);
        echo $id;`)
      const desk = openDesk(temporaryFolder())
      const { userName, applicationPassword } = site.users.contributor
      const { id: blogId } = await desk.mutate('blogs', 'connect', { address: site.url, userName, applicationPassword })
      await desk.mutate('line', 'syncNow', { blogId })
      const posts = (await desk.query('posts', 'list', { blogId })).filter(({ title }) => title === 'Out by now')
      expect(posts).toMatchObject([{ state: 'published', isOnlyToRead: true, excerptLine: 'It rains.' }])
      const thread = await desk.query('comments', 'list', { blogId, postId: posts[0]?.id ?? null })
      expect(thread).toMatchObject([{ authorName: 'Lan', postTitle: 'Out by now' }])
      expect(await site.php(`echo get_post(${remoteId})->post_content;`)).toContain('wp:paragraph')
      await desk.close()
    })

    /** An author's own post with a reader's question, on their laptop. */
    async function onPostWithQuestion() {
      const postId = Number(
        await site.php(`
          $id = wp_insert_post(['post_title' => 'Handed over', 'post_status' => 'publish', 'post_author' => ${site.users.author.id}]);
          wp_insert_comment(['comment_post_ID' => $id, 'comment_author' => 'Lan', 'comment_content' => 'When?']);
          echo $id;`),
      )
      const desk = openDesk(temporaryFolder())
      const { userName, applicationPassword } = site.users.author
      const { id: blogId } = await desk.mutate('blogs', 'connect', { address: site.url, userName, applicationPassword })
      const sync = async () => {
        await desk.mutate('line', 'syncNow', { blogId })
        return { blogId }
      }
      await sync()
      const comment = (await desk.query('comments', 'list', { blogId, postId: null })).find(
        ({ postTitle }) => postTitle === 'Handed over',
      )
      if (!comment) throw new Error('the question did not come down')
      return { postId, comment, desk, sync, close: () => desk.close() }
    }
  })
}

const seenNow = ({ id, print, status }: Comment) => ({ commentId: id, print, status, decided: null })
