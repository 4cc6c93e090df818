import { beforeAll, describe, expect, it } from 'vitest'
import type { RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import type { RemoteNote } from '../../src/main/core/blog-api/review-calls.ts'
import { failureOf, freshSlug, type ContractLine, type ContractRole } from './contract-blog.ts'

const TOKEN = 'c0ffee00c0dec0de00000000beeff3b1'
const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

/** Notes are there since WordPress 6.9. */
export function reviewContract(open: () => ContractLine, { hasNotes }: { hasNotes: boolean }): void {
  it(
    hasNotes ? 'the blog says to every role that it has notes' : 'the blog says to every role that it has no notes',
    async () => {
      const { author, editor, contributor } = open().as
      const said = await Promise.all([author.hasNotes(), editor.hasNotes(), contributor.hasNotes()])
      expect(said).toEqual([hasNotes, hasNotes, hasNotes])
    },
  )

  /** WordPress counts in seconds. */
  const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1010))

  describe('a proposed text', () => {
    const pending = async (by: ContractRole): Promise<RemotePost> => {
      const { remoteId } = await open().as[by].createDraft({ slug: freshSlug(), title: 'For review' })
      await open().as[by].updatePost(remoteId, { content: paragraph('As it was.') })
      return open().as[by].setPostStatus(remoteId, { status: 'pending' })
    }
    const proposed = (text: string) => ({ title: 'For & review', content: paragraph(text), excerpt: 'In short.' })

    it.each(['author', 'contributor'] as const)('for a pending post stays beside it (%s)', async (role) => {
      const { as } = open()
      const post = await pending(role)
      const saved = await as.editor.saveProposal(post.remoteId, proposed('As it could be.'))
      expect(saved).toMatchObject(proposed('As it could be.'))
      expect(await as[role].getPost(post.remoteId)).toMatchObject({
        title: 'For review',
        content: paragraph('As it was.'),
        status: 'pending',
        modifiedAt: post.modifiedAt,
      })
      expect(await as[role].listProposals(post.remoteId)).toEqual([saved])
      expect(saved?.authorId).toBe((await as.editor.whoAmI()).remoteId)
    })

    it.each(['author', 'contributor'] as const)(
      'by its own author stays beside a pending post too (%s)',
      async (role) => {
        const { as } = open()
        const { remoteId } = await pending(role)
        const saved = await as[role].saveProposal(remoteId, proposed('As I would have it.'))
        expect(await as.editor.listProposals(remoteId)).toEqual([saved])
        expect((await as[role].getPost(remoteId)).content).toBe(paragraph('As it was.'))
      },
    )

    it('by the author of a public post stays beside it, and no reader sees it', async () => {
      const { author } = open().as
      const { remoteId } = await pending('author')
      await author.setPostStatus(remoteId, { status: 'publish' })
      await author.saveProposal(remoteId, proposed('Not yet.'))
      expect(await author.getPost(remoteId)).toMatchObject({ content: paragraph('As it was.'), status: 'publish' })
    })

    it.each(['editor', 'author', 'contributor'] as const)(
      'keeps a block of ours byte for byte, whoever proposes it (%s)',
      async (role) => {
        const { as } = open()
        const { remoteId } = await pending(role === 'editor' ? 'author' : role)
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
        const block = `<!-- wp:attache/review {"version":1,"letter":"${letters.repeat(50)}=="} /-->`
        const content = `${paragraph('As it could be.')}\n\n${block}`
        await as[role].saveProposal(remoteId, { ...proposed(''), content })
        expect((await as.editor.listProposals(remoteId)).map((each) => each.content)).toEqual([content])
      },
    )

    it('takes the place of the same person’s earlier one', async () => {
      const { as } = open()
      const { remoteId } = await pending('author')
      await as.editor.saveProposal(remoteId, proposed('Once.'))
      const later = await as.editor.saveProposal(remoteId, proposed('Twice.'))
      expect(await as.author.listProposals(remoteId)).toEqual([later])
    })

    it('that says what the post says is nothing, or does not take the place of an earlier one', async () => {
      const { as } = open()
      const { remoteId, title, content, excerpt } = await pending('author')
      const earlier = await as.editor.saveProposal(remoteId, proposed('Once.'))
      const back = await as.editor.saveProposal(remoteId, { title, content, excerpt })
      expect([null, earlier]).toContainEqual(back)
      expect(await as.author.listProposals(remoteId)).toEqual(back === null ? [] : [earlier])
    })

    it('is no version of the post, also when it was proposed again since the last one', async () => {
      const { as } = open()
      const { remoteId } = await pending('author')
      await as.editor.saveProposal(remoteId, proposed('Once.'))
      await nextSecond()
      await as.editor.updatePost(remoteId, { content: paragraph('By a colleague.') })
      await nextSecond()
      const { revision } = await as.author.updatePost(remoteId, { content: paragraph('As it is now.') })
      expect(await as.author.listRevisionsSince(remoteId, revision)).toEqual([])
      await nextSecond()
      await as.editor.saveProposal(remoteId, proposed('Twice.'))
      const seen = await as.author.getPost(remoteId)
      const texts = async () =>
        (await as.author.listRevisionsSince(remoteId, seen.revision)).map(({ content }) => content)
      expect(await texts()).not.toContain(paragraph('By a colleague.'))
      await nextSecond()
      await as.editor.updatePost(remoteId, { content: paragraph('Later.') })
      expect((await texts()).at(-1)).toBe(paragraph('Later.'))
      expect(await texts()).not.toContain(paragraph('By a colleague.'))
    })

    it('is not for those who may not edit the post', async () => {
      const { as } = open()
      const { remoteId } = await pending('author')
      expect(await failureOf(as.contributor.saveProposal(remoteId, proposed('Mine.')))).toMatchObject({
        kind: 'forbidden',
      })
      expect(await failureOf(as.contributor.listProposals(remoteId))).toMatchObject({ kind: 'forbidden' })
    })

    it('would write over one’s own draft: so none is ever made for it', async () => {
      const { author } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'My own' })
      // What comes back is the draft, which is no proposal.
      await author.saveProposal(remoteId, proposed('Overwritten.')).catch(() => undefined)
      expect((await author.getPost(remoteId)).content).toBe(paragraph('Overwritten.'))
    })
  })

  if (!hasNotes) return
  describe('notes', () => {
    let draft: RemotePost | null = null
    const given = (): RemotePost => {
      if (!draft) throw new Error('nothing to note')
      return draft
    }
    const listed = async (role: ContractRole): Promise<RemoteNote[]> =>
      (await open().as[role].listNotes({ postIds: [given().remoteId], pageNumber: 1 })).items

    beforeAll(async () => {
      const { author } = open().as
      draft = await author.createDraft({ slug: freshSlug(), title: 'With notes' })
    })

    it('of a draft are read by its author and by an editor, and by nobody else', async () => {
      const { as, blog } = open()
      const { remoteId } = given()
      const id = await as.editor.createNote({
        postRemoteId: remoteId,
        parentRemoteId: null,
        text: 'Is that the <em>right</em> bridge?\n\nAsk Minh.',
        verdict: null,
        token: TOKEN,
      })
      const [note] = await listed('editor')
      expect(note).toMatchObject({
        remoteId: id,
        postRemoteId: remoteId,
        parentRemoteId: null,
        authorName: blog.users.editor.displayName,
        content: 'Is that the <em>right</em> bridge?\n\nAsk Minh.',
        isResolved: false,
        verdict: null,
        userAgent: expect.stringContaining(`token/${TOKEN}`),
      })
      expect(await listed('author')).toEqual([note])
      expect(await failureOf(listed('contributor'))).toMatchObject({ kind: 'forbidden' })
      const comments = { pageNumber: 1, after: null, postIds: [remoteId], authorId: null, canModerate: true }
      expect((await as.editor.listComments(comments)).items).toEqual([])
    })

    it('are answered, settled and opened again by the author of the post', async () => {
      const { as } = open()
      const postRemoteId = given().remoteId
      const say = (
        role: ContractRole,
        text: string,
        parentRemoteId: RemoteNote['parentRemoteId'],
        verdict = null as RemoteNote['verdict'],
      ) => as[role].createNote({ postRemoteId, parentRemoteId, text, verdict, token: TOKEN })
      const first = await say('editor', 'Which bridge?', null)
      const answer = await say('author', 'The long one.', first)
      await as.author.setNoteResolved(first, true)
      await as.author.setNoteResolved(first, true)
      const verdict = await say('author', '', first, 'resolved')
      const found = new Map((await listed('editor')).map((note) => [note.remoteId, note]))
      expect(found.get(first)).toMatchObject({ isResolved: true })
      expect(found.get(answer)).toMatchObject({ parentRemoteId: first, isResolved: false })
      expect(found.get(verdict)).toMatchObject({ verdict: 'resolved', content: '' })
      await as.editor.setNoteResolved(first, false)
      expect((await listed('author')).find(({ remoteId }) => remoteId === first)).toMatchObject({
        isResolved: false,
        content: 'Which bridge?',
      })
    })

    it('with the same words are two notes', async () => {
      const { as } = open()
      const note = { postRemoteId: given().remoteId, parentRemoteId: null, text: 'Twice.', verdict: null, token: TOKEN }
      const [one, other] = [await as.author.createNote(note), await as.author.createNote(note)]
      expect(one).not.toBe(other)
    })
  })
}
