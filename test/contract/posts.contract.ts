import { describe, expect, it } from 'vitest'
import { isSameFootnotes } from '../../src/shared/content/footnotes-meta.ts'
import type { RemotePostId, UtcIso } from '../../src/shared/domain/ids.ts'
import { utcIso } from '../../src/shared/domain/ids.ts'
import { failureOf, freshSlug, type ContractLine } from './contract-blog.ts'

const NO_POST = 99_999_999 as RemotePostId
const ROLES = ['author', 'editor', 'contributor'] as const

/** Everything here may be written by a user without unfiltered_html. */
const BLOCK_MARKUP = [
  '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Nước &amp; lửa — “phở”</h3>\n<!-- /wp:heading -->',
  '<!-- wp:paragraph {"className":"is-rtl","metadata":{"noteId":7}} -->\n<p class="is-rtl" dir="rtl" lang="ar">كتبت هذا في المطار ✈️</p>\n<!-- /wp:paragraph -->',
  '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>one \\ two \\\\ three</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  '<!-- wp:embassy/programme {"at":"2026-11-21","text":"a \\u002d\\u002d b","rows":[{"n":1},{"n":2}]} -->\n<p>Doors open at 18:00.</p>\n<!-- /wp:embassy/programme -->',
  '<!-- wp:embassy/empty {"only":"data"} /-->',
].join('\n\n')

const NOTED = [
  '<!-- wp:paragraph -->\n<p>Word<sup data-fn="n-1" class="fn"><a href="#n-1" id="n-1-link">1</a></sup></p>\n<!-- /wp:paragraph -->',
  '<!-- wp:footnotes /-->',
].join('\n\n')

export function postsContract(open: () => ContractLine): void {
  describe('posts', () => {
    it.each(ROLES)('a draft of the %s keeps its reserved slug and has no date', async (role) => {
      const api = open().as[role]
      const slug = freshSlug()
      const before = Date.now()
      const draft = await api.createDraft({ slug, title: 'Reserved' })
      expect(draft).toMatchObject({ status: 'draft', slug, title: 'Reserved', content: '', publishedAt: null })
      expect(draft.authorId).toBe((await api.whoAmI()).remoteId)
      expect(Math.abs(Date.parse(draft.modifiedAt) - before)).toBeLessThan(5_000)
      expect(await api.getPost(draft.remoteId)).toEqual(draft)
    })

    it('a draft may have no title yet', async () => {
      const draft = await open().as.author.createDraft({ slug: freshSlug(), title: '' })
      expect(draft).toMatchObject({ status: 'draft', title: '' })
    })

    it.each(ROLES)('block markup of the %s comes back byte for byte', async (role) => {
      const api = open().as[role]
      const { remoteId } = await api.createDraft({ slug: freshSlug(), title: 'Markup' })
      await api.updatePost(remoteId, { content: BLOCK_MARKUP })
      expect((await api.getPost(remoteId)).content).toBe(BLOCK_MARKUP)
    })

    it('HTML that could do harm is taken out of what an author wrote, and left in what an editor wrote', async () => {
      const { author, editor } = open().as
      const content = '<p>before</p><iframe src="https://example.org/map"></iframe><p>after</p>'
      for (const [api, expected] of [
        [author, '<p>before</p><p>after</p>'],
        [editor, content],
      ] as const) {
        const { remoteId } = await api.createDraft({ slug: freshSlug(), title: 'Embedded' })
        expect((await api.updatePost(remoteId, { content })).content).toBe(expected)
      }
    })

    it.each(ROLES)('title and excerpt of the %s read as they were typed', async (role) => {
      const api = open().as[role]
      const { remoteId } = await api.createDraft({ slug: freshSlug(), title: 'First' })
      const words = { title: `Tea & "talk" — l'été, السلام 🫖`, excerpt: 'Why we ask & who answers' }
      expect(await api.updatePost(remoteId, words)).toMatchObject(words)
      expect(await api.getPost(remoteId)).toMatchObject(words)
    })

    it('half a surrogate pair does not make the blog refuse the text around it', async () => {
      const api = open().as.author
      const { remoteId } = await api.createDraft({ slug: freshSlug(), title: 'Broken paste' })
      expect((await api.updatePost(remoteId, { content: '<p>left \uD83C right</p>' })).content).toContain('left')
    })

    it('an update changes the given fields only', async () => {
      const { author } = open().as
      const category = await author.listTerms('category', { pageNumber: 1 })
      const categoryIds = category.items.slice(0, 1).map((term) => term.remoteId)
      const tag = await author.ensureTerm('tag', `tag ${freshSlug()}`)
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Whole' })
      const whole = await author.updatePost(remoteId, {
        content: '<p>words</p>',
        excerpt: 'short',
        categoryIds,
        tagIds: [tag.remoteId],
      })
      expect(whole).toMatchObject({ title: 'Whole', excerpt: 'short', categoryIds, tagIds: [tag.remoteId] })
      const changed = await author.updatePost(remoteId, { title: 'Other' })
      expect(changed).toEqual({ ...whole, title: 'Other', modifiedAt: changed.modifiedAt, revision: changed.revision })
      expect(changed.revision).not.toBe(whole.revision)
      expect(await author.updatePost(remoteId, { tagIds: [] })).toMatchObject({ title: 'Other', tagIds: [] })
    })

    it('the revision stays while nothing changes', async () => {
      const { author } = open().as
      const draft = await author.createDraft({ slug: freshSlug(), title: 'Still' })
      expect((await author.getPost(draft.remoteId)).revision).toBe(draft.revision)
    })

    it('what was saved since a revision is told in its order, autosaves left out', async () => {
      const { author, editor } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Ferries' })
      const before = await author.updatePost(remoteId, { content: '<p>One.</p>' })
      expect(await author.listRevisionsSince(remoteId, before.revision)).toEqual([])
      await editor.updatePost(remoteId, { content: '<p>Two, says the editor.</p>' })
      await author.updatePost(remoteId, { content: '<p>Three.</p>', title: 'Boats' })
      expect(await author.listRevisionsSince(remoteId, before.revision)).toMatchObject([
        {
          authorId: (await editor.whoAmI()).remoteId,
          title: 'Ferries',
          content: '<p>Two, says the editor.</p>',
          excerpt: '',
        },
        { authorId: (await author.whoAmI()).remoteId, title: 'Boats', content: '<p>Three.</p>', excerpt: '' },
      ])
      const revised = await author.getPost(remoteId)
      expect(await author.listRevisionsSince(remoteId, revised.revision)).toEqual([])
    })

    it('revisions come whole, however many pages they are, and no further back than asked', async () => {
      const author = open().inSmallPages('author')
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Tides' })
      const contents = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].map((words) => `<p>${words}</p>`)
      const revisions: string[] = []
      for (const content of contents) revisions.push((await author.updatePost(remoteId, { content })).revision)
      const since = async (revision = ''): Promise<string[]> =>
        (await author.listRevisionsSince(remoteId, revision)).map(({ content }) => content)
      expect(await since(revisions[0])).toEqual(contents.slice(1))
      expect(await since(revisions[1])).toEqual(contents.slice(2))
      expect(await since(revisions[4])).toEqual(contents.slice(5))
    })

    it.each(ROLES)(
      'notes of the %s are kept beside the post where the blog can, in one revision with its text',
      async (role) => {
        const api = open().as[role]
        const draft = await api.createDraft({ slug: freshSlug(), title: 'Noted' })
        // WordPress has the meta since 6.3; before, the desk writes its notes into the text.
        if (draft.footnotes === undefined) return
        expect(draft.footnotes).toBe('')
        const footnotes = JSON.stringify([{ content: 'Cầu <em>Học</em> / "R &amp; D" \\ end', id: 'n-1' }])
        const stored = await api.updatePost(draft.remoteId, { content: NOTED, footnotes })
        expect(stored.content).toBe(NOTED)
        expect(isSameFootnotes(stored.footnotes, footnotes)).toBe(true)
        expect(await api.getPost(draft.remoteId)).toEqual(stored)
        const [revision, ...others] = await api.listRevisionsSince(draft.remoteId, draft.revision)
        expect(others).toEqual([])
        expect(revision).toMatchObject({ content: NOTED, footnotes: stored.footnotes })
        const other = JSON.stringify([{ content: 'Other words.', id: 'n-1' }])
        const changed = await api.updatePost(draft.remoteId, { footnotes: other })
        expect(changed).toMatchObject({ content: NOTED, title: 'Noted' })
        expect(changed.revision).not.toBe(stored.revision)
        expect(isSameFootnotes(changed.footnotes, other)).toBe(true)
        expect(await api.listRevisionsSince(draft.remoteId, stored.revision)).toMatchObject([
          { content: NOTED, footnotes: changed.footnotes },
        ])
        expect((await api.updatePost(draft.remoteId, { title: 'Other title' })).footnotes).toBe(changed.footnotes)
      },
    )

    it('the flip publishes and changes nothing else', async () => {
      const { author } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Public' })
      const staged = await author.updatePost(remoteId, { content: '<p>for all</p>', slug: `public-${remoteId}` })
      const published = await author.setPostStatus(remoteId, { status: 'publish' })
      const { modifiedAt, revision, publishedAt, link } = published
      expect(published).toEqual({ ...staged, status: 'publish', modifiedAt, revision, publishedAt, link })
      expect(Math.abs(Date.parse(publishedAt ?? '') - Date.now())).toBeLessThan(5_000)
      expect((await (await open().fetch(link)).text()).includes('for all')).toBe(true)
    })

    it('an empty slug lets the blog make one of the title', async () => {
      const { author } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: `Open doors ${Date.now()}` })
      await author.updatePost(remoteId, { slug: '' })
      expect((await author.setPostStatus(remoteId, { status: 'publish' })).slug).toMatch(/^open-doors-\d+$/)
    })

    it('the second public post under a slug gets a number behind it', async () => {
      const { author } = open().as
      const slug = freshSlug()
      const slugs: string[] = []
      for (const title of ['One', 'Two']) {
        const { remoteId } = await author.createDraft({ slug, title })
        slugs.push((await author.setPostStatus(remoteId, { status: 'publish' })).slug)
      }
      expect(slugs).toEqual([slug, `${slug}-2`])
    })

    it('a post flipped to a coming time waits for it, and one flipped to a past time is public', async () => {
      const { author } = open().as
      const coming = utcIso(new Date(Math.ceil(Date.now() / 1000) * 1000 + 48 * 3_600_000))
      const past = '2020-02-29T22:30:00.000Z' as UtcIso
      for (const [publishAt, status] of [
        [coming, 'future'],
        [past, 'publish'],
      ] as const) {
        const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Timed' })
        const flipped = await author.setPostStatus(remoteId, { status: 'future', publishAt })
        expect(flipped).toMatchObject({ status, publishedAt: publishAt })
      }
    })

    it('a scheduled post takes another time, goes out now, or is a draft without a date again', async () => {
      const { author } = open().as
      const startMs = Math.ceil(Date.now() / 1000) * 1000
      const inDays = (days: number) => utcIso(new Date(startMs + days * 86_400_000))
      const scheduled = async () => {
        const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Timed' })
        return author.setPostStatus(remoteId, { status: 'future', publishAt: inDays(2) })
      }
      const [moved, out, back] = [await scheduled(), await scheduled(), await scheduled()]
      expect(await author.setPostStatus(moved.remoteId, { status: 'future', publishAt: inDays(5) })).toMatchObject({
        status: 'future',
        publishedAt: inDays(5),
        title: 'Timed',
        slug: moved.slug,
      })
      const published = await author.setPostStatus(out.remoteId, { status: 'publish', publishAt: null })
      expect(published.status).toBe('publish')
      expect(Math.abs(Date.parse(published.publishedAt ?? '') - Date.now())).toBeLessThan(5_000)
      expect(await author.setPostStatus(back.remoteId, { status: 'draft', publishAt: null })).toMatchObject({
        status: 'draft',
        publishedAt: null,
      })
      expect(await author.setPostStatus(back.remoteId, { status: 'publish' })).toMatchObject({ status: 'publish' })
    })

    it('a contributor hands in for review and cannot publish', async () => {
      const { contributor, editor } = open().as
      const { remoteId } = await contributor.createDraft({ slug: freshSlug(), title: 'For review' })
      expect(await failureOf(contributor.setPostStatus(remoteId, { status: 'publish' }))).toMatchObject({
        kind: 'forbidden',
      })
      expect(await contributor.setPostStatus(remoteId, { status: 'pending' })).toMatchObject({ status: 'pending' })
      expect(await editor.getPost(remoteId)).toMatchObject({ status: 'pending', publishedAt: null })
      await editor.setPostStatus(remoteId, { status: 'publish' })
      expect(await failureOf(contributor.updatePost(remoteId, { title: 'Too late' }))).toMatchObject({
        kind: 'forbidden',
      })
    })

    it('an author may not touch a post of somebody else, an editor may', async () => {
      const { author, editor, contributor } = open().as
      const { remoteId } = await contributor.createDraft({ slug: freshSlug(), title: 'Mine' })
      expect(await failureOf(author.updatePost(remoteId, { title: 'Yours' }))).toMatchObject({ kind: 'forbidden' })
      expect(await editor.updatePost(remoteId, { title: 'Ours' })).toMatchObject({ title: 'Ours' })
    })

    it('an editor keeps a post at the top of the blog, and everybody sees that', async () => {
      const { editor, author, contributor } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Of the month' })
      await author.setPostStatus(remoteId, { status: 'publish' })
      const before = await editor.getPost(remoteId)
      expect(before).not.toHaveProperty('isSticky')
      expect(before).not.toHaveProperty('stickyFixed')
      const revisions = await editor.listRevisionsSince(remoteId, before.revision)
      const top = await editor.updatePost(remoteId, { isSticky: true })
      expect(top).toMatchObject({ isSticky: true, content: before.content })
      expect(await editor.listRevisionsSince(remoteId, before.revision)).toEqual(revisions)
      expect(await author.getPost(remoteId)).toMatchObject({ isSticky: true, stickyFixed: 'no-right' })
      expect((await editor.listPostIds({ pageNumber: 1, isInTrash: false })).items).toContainEqual({
        remoteId,
        isSticky: true,
      })
      expect(await editor.readPublished([remoteId])).toMatchObject([{ isSticky: true }])
      expect(await editor.updatePost(remoteId, { isSticky: false })).not.toHaveProperty('isSticky')
      // WordPress 6.1 refuses only those who have neither of the two rights, although it offers it as 7.1 does.
      const draft = await contributor.createDraft({ slug: freshSlug(), title: 'Of a contributor' })
      expect(await failureOf(contributor.updatePost(draft.remoteId, { isSticky: true }))).toMatchObject({
        kind: 'forbidden',
        code: 'rest_cannot_assign_sticky',
      })
    })

    it('a post in the trash can be read there, and trashing it again is success', async () => {
      const { author } = open().as
      const slug = freshSlug()
      const { remoteId } = await author.createDraft({ slug, title: 'Away' })
      await author.trashPost(remoteId)
      await author.trashPost(remoteId)
      expect(await author.getPost(remoteId)).toMatchObject({ status: 'trash', slug, title: 'Away' })
    })

    it('a post that is not there is not found, whatever is asked of it', async () => {
      const { author } = open().as
      const notFound = { kind: 'not-found' }
      expect(await failureOf(author.getPost(NO_POST))).toEqual(notFound)
      expect(await failureOf(author.updatePost(NO_POST, { title: 'x' }))).toEqual(notFound)
      expect(await failureOf(author.setPostStatus(NO_POST, { status: 'publish' }))).toEqual(notFound)
      expect(await failureOf(author.trashPost(NO_POST))).toEqual(notFound)
    })

    it('what the blog refuses comes with its own word for why', async () => {
      const failure = await failureOf(open().as.author.listPosts({ pageNumber: 0, modifiedAfter: null }))
      expect(failure).toEqual({ kind: 'rejected', code: 'rest_invalid_param', status: 400 })
    })
  })
}
