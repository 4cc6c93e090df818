import { beforeAll, describe, expect, it } from 'vitest'
import type { RemoteComment, RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import { LONGEST_REPLY_BYTES } from '../../src/shared/conversation/reply-document.ts'
import { storableReply } from '../../src/shared/conversation/reply-text.ts'
import type { RemoteCommentId } from '../../src/shared/domain/ids.ts'
import { utcIso } from '../../src/shared/domain/ids.ts'
import { failureOf, freshSlug, type ContractLine, type ContractRole } from './contract-blog.ts'

const TOKEN = 'f3b1c0ffee00c0dec0de00000000beef'
const HOUR_MS = 3_600_000

export function commentsContract(open: () => ContractLine): void {
  describe('comments', () => {
    let post: RemotePost | null = null
    let question: RemoteComment | null = null

    const given = (): { post: RemotePost; question: RemoteComment } => {
      if (!post || !question) throw new Error('nothing to reply to')
      return { post, question }
    }
    const listed = async (role: ContractRole): Promise<RemoteComment[]> => {
      const canModerate = role === 'editor'
      const { remoteId } = given().post
      const options = { pageNumber: 1, after: null, postIds: [remoteId], authorId: null, canModerate }
      return (await open().as[role].listComments(options)).items
    }
    const reply = (role: ContractRole, text: string, token = TOKEN): Promise<RemoteComment> => {
      const { post, question } = given()
      const target = { postRemoteId: post.remoteId, parentRemoteId: question.remoteId }
      return open().as[role].createReply({ ...target, text, token })
    }

    beforeAll(async () => {
      const { as, blog } = open()
      const draft = await as.editor.createDraft({ slug: freshSlug(), title: 'Ask us' })
      await as.editor.updatePost(draft.remoteId, { content: '<p>Questions are welcome.</p>' })
      post = await as.editor.setPostStatus(draft.remoteId, { status: 'publish' })
      await blog.visitorComment({ postId: post.remoteId, name: 'Minh & Lan', text: 'When do the doors open?' })
      const options = { pageNumber: 1, after: null, postIds: [post.remoteId], authorId: null, canModerate: true }
      question = (await as.editor.listComments(options)).items[0] ?? null
    })

    it('a comment of a visitor is there for every role', async () => {
      const { post, question } = given()
      const expected = {
        remoteId: question.remoteId,
        postRemoteId: post.remoteId,
        parentRemoteId: null,
        authorName: 'Minh & Lan',
        authorId: null,
        contentHtml: expect.stringContaining('When do the doors open?'),
        status: 'approved',
        createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/),
        link: expect.stringContaining(`#comment-${question.remoteId}`),
      }
      expect(Math.abs(Date.parse(question.createdAt) - Date.now())).toBeLessThan(60_000)
      expect(await listed('editor')).toEqual([{ ...expected, userAgent: expect.any(String) }])
      expect(await listed('author')).toEqual([{ ...expected, userAgent: null }])
      expect(await listed('contributor')).toEqual([{ ...expected, userAgent: null }])
    })

    it('a reply of someone who moderates carries the token back', async () => {
      const { post, question } = given()
      const made = await reply('editor', 'At six o’clock.')
      expect(made).toMatchObject({
        postRemoteId: post.remoteId,
        parentRemoteId: question.remoteId,
        authorName: open().blog.users.editor.displayName,
        status: 'approved',
        contentHtml: expect.stringContaining('At six o’clock.'),
        userAgent: expect.stringContaining(`token/${TOKEN}`),
      })
      const found = (await listed('editor')).filter((comment) => comment.userAgent?.includes(TOKEN))
      expect(found).toEqual([made])
    })

    it('who wrote a comment is told to those who moderate and to nobody else', async () => {
      const { question } = given()
      const { author, editor } = open().as
      expect(await editor.readCommenter(question.remoteId)).toEqual({
        email: expect.stringContaining('@'),
        ip: expect.any(String),
        website: expect.any(String),
      })
      expect(await failureOf(author.readCommenter(question.remoteId))).toMatchObject({ kind: 'forbidden' })
    })

    it('what a reply may carry comes back as it was written, and the same again is a conflict', async () => {
      const text = storableReply(
        'If a < b & c > d, write <img src=x>\nand <strong>that</strong> <em>is</em> <s>not</s> <code>x &lt; y</code>, <q>so</q> <cite>Kiều</cite> ' +
          '<abbr title="Ministry">MFA</abbr> <a href="https://example.org/?a=1&amp;b=2">says</a>.\n\n<blockquote>When?\n\nAnd where?</blockquote>\n\nمرحبا 🌧',
      )
      const shown = [
        /If a &lt; b &(amp|#038);/,
        /&lt;img src=x&gt;<br \/>\nand <strong>that<\/strong> <em>is<\/em> <s>not<\/s> <code>x &lt; y<\/code>, <q>so<\/q> <cite>Kiều<\/cite> <abbr title="Ministry">MFA<\/abbr> <a href="https:\/\/example\.org\/\?a=1&(amp|#038);b=2" rel="nofollow ugc">says<\/a>\.<\/p>/,
        /<blockquote>\s*<p>When\?<\/p>\s*<p>And where\?<\/p>\s*<\/blockquote>/,
        /<p>مرحبا 🌧<\/p>/u,
      ]
      const { contentHtml } = await reply('editor', text)
      for (const part of shown) expect(contentHtml).toMatch(part)
      expect(await failureOf(reply('editor', text))).toEqual({ kind: 'conflict', code: 'comment_duplicate' })
    })

    it('a reply that is longer than the blog holds is refused, counted in bytes', async () => {
      expect(await failureOf(reply('editor', 'ж'.repeat(LONGEST_REPLY_BYTES / 2 + 1)))).toMatchObject({
        kind: 'rejected',
        code: 'comment_content_column_length',
      })
    })

    it('a reply of an author stores the token, the same reply again is a conflict, and a quick other one must wait', async () => {
      const { author } = open().as
      const token = freshSlug()
      const text = '<em>An author</em> knows <a href="https://example.org/">it</a> too &lt;3.'
      const made = await reply('author', text, token)
      expect(made.contentHtml).toContain(
        '<em>An author</em> knows <a href="https://example.org/" rel="nofollow ugc">it</a>',
      )
      expect(made).toMatchObject({ status: 'approved', userAgent: null })
      const seenByEditor = (await listed('editor')).find((comment) => comment.remoteId === made.remoteId)
      expect(seenByEditor?.userAgent).toContain(`token/${token}`)

      expect(await failureOf(reply('author', text, token))).toEqual({
        kind: 'conflict',
        code: 'comment_duplicate',
      })
      expect(await failureOf(reply('author', 'And one thing more.'))).toEqual({
        kind: 'rate-limited',
        retryAfterMs: 15_000,
        isFlood: true,
      })
      const authorId = (await author.whoAmI()).remoteId
      const own = await author.listComments({
        pageNumber: 1,
        after: utcIso(new Date(Date.now() - HOUR_MS)),
        postIds: [given().post.remoteId],
        authorId,
        canModerate: false,
      })
      expect(own).toMatchObject({ items: [made], isLast: true })
    })

    it('a reply of a contributor stores the token too', async () => {
      const token = freshSlug()
      const made = await reply('contributor', 'So does a contributor.', token)
      expect(made).toMatchObject({ status: 'approved', userAgent: null })
      const seenByEditor = (await listed('editor')).find((comment) => comment.remoteId === made.remoteId)
      expect(seenByEditor?.userAgent).toContain(`token/${token}`)
    })

    it('a comment is held, marked as spam, approved and put into the trash, and each is read back', async () => {
      const { editor } = open().as
      const { remoteId } = await reply('editor', 'A word to be moderated.')
      const state = async () => (await editor.getComment(remoteId, { canModerate: true })).status
      const isAmong = async (away: 'spam' | 'trash') => {
        const options = { pageNumber: 1, state: away, after: null, postIds: null, authorId: null, canModerate: true }
        return (await editor.listComments(options)).items.some((comment) => comment.remoteId === remoteId)
      }
      for (const to of ['hold', 'spam', 'approved'] as const) {
        await editor.setCommentStatus(remoteId, to)
        expect(await state()).toBe(to)
        expect(await isAmong('spam')).toBe(to === 'spam')
      }
      // Said twice it is said once.
      await editor.setCommentStatus(remoteId, 'approved')
      expect(await state()).toBe('approved')
      await editor.trashComment(remoteId)
      expect(await state()).toBe('trash')
      expect(await isAmong('trash')).toBe(true)
      await editor.setCommentStatus(remoteId, 'approved')
      expect(await state()).toBe('approved')
    })

    it('an author moderates under their own post, sees what became of it, and nobody else’s', async () => {
      const { author, editor } = open().as
      const draft = await author.createDraft({ slug: freshSlug(), title: 'Ask the author' })
      await author.updatePost(draft.remoteId, { content: '<p>Questions are welcome.</p>' })
      const own = await author.setPostStatus(draft.remoteId, { status: 'publish' })
      await open().blog.visitorComment({ postId: own.remoteId, name: 'Thu', text: `Cheap boats ${freshSlug()}` })
      const asked = { pageNumber: 1, after: null, postIds: [own.remoteId], authorId: null, canModerate: false }
      const [comment] = (await author.listComments(asked)).items
      if (!comment) throw new Error('no comment')
      for (const to of ['hold', 'spam', 'approved'] as const) {
        await author.setCommentStatus(comment.remoteId, to)
        expect(await author.getComment(comment.remoteId, { canModerate: false })).toMatchObject({ status: to })
      }
      expect(await failureOf(author.setCommentStatus(given().question.remoteId, 'spam'))).toMatchObject({
        kind: 'forbidden',
      })
      expect(await failureOf(editor.getComment(999_999 as RemoteCommentId, { canModerate: true }))).toEqual({
        kind: 'not-found',
      })
    })

    it('what lies in spam or trash, also with its post, is listed for one who asks for it, and for nobody else', async () => {
      const { editor } = open().as
      const draft = await editor.createDraft({ slug: freshSlug(), title: 'Soon to be gone' })
      await editor.updatePost(draft.remoteId, { content: '<p>Words.</p>' })
      const { remoteId: postRemoteId } = await editor.setPostStatus(draft.remoteId, { status: 'publish' })
      const say = (text: string, parentRemoteId: RemoteCommentId) =>
        editor.createReply({ postRemoteId, parentRemoteId, text, token: freshSlug() })
      const ask = async (isAny: boolean) => {
        const asked = { pageNumber: 1, after: null, postIds: [postRemoteId], authorId: null, canModerate: true }
        return (await editor.listComments({ ...asked, ...(isAny && { state: 'any' }) })).items
      }
      const states = async (isAny: boolean) => (await ask(isAny)).map(({ status }) => status).toSorted()
      const advertisement = await say('Cheap boats.', 0 as RemoteCommentId)
      await say('No boats here.', advertisement.remoteId)
      await editor.setCommentStatus(advertisement.remoteId, 'spam')
      expect([await states(false), await states(true)]).toEqual([['approved'], ['approved', 'spam']])
      await editor.trashPost(postRemoteId)
      await editor.setPostStatus(postRemoteId, { status: 'publish' })
      expect([await states(false), await states(true)]).toEqual([[], ['trash', 'trash']])
    })

    it('a reply on a post that is not public is refused', async () => {
      const { author, editor } = open().as
      const draft = await editor.createDraft({ slug: freshSlug(), title: 'Not public' })
      const failure = await failureOf(
        author.createReply({
          postRemoteId: draft.remoteId,
          parentRemoteId: 0 as RemoteCommentId,
          text: 'Hello?',
          token: TOKEN,
        }),
      )
      expect(failure).toMatchObject({ kind: 'forbidden' })
    })

    it('"after" is a moment, whatever the zone of the blog', async () => {
      const { post, question } = given()
      for (const [offsetMs, isListed] of [
        [-HOUR_MS, true],
        [HOUR_MS, false],
      ] as const) {
        const { items } = await open().as.author.listComments({
          pageNumber: 1,
          after: utcIso(new Date(Date.now() + offsetMs)),
          postIds: [post.remoteId],
          authorId: null,
          canModerate: false,
        })
        expect(items.some((comment) => comment.remoteId === question.remoteId)).toBe(isListed)
      }
    })

    it('a comment goes to the trash, and there once more is success', async () => {
      const { author, editor } = open().as
      const made = await reply('editor', 'A word too many.', freshSlug())
      expect(await failureOf(author.trashComment(made.remoteId))).toMatchObject({ kind: 'forbidden' })
      await editor.trashComment(made.remoteId)
      await editor.trashComment(made.remoteId)
      expect((await listed('editor')).map(({ remoteId }) => remoteId)).not.toContain(made.remoteId)
    })

    it('the newest comment comes first', async () => {
      const times = (await listed('editor')).map((comment) => comment.createdAt)
      expect(times.length).toBeGreaterThan(3)
      expect(times).toEqual(times.toSorted().toReversed())
    })
  })
}
