import { describe, expect, it } from 'vitest'
import type { RemotePostId } from '../../src/shared/domain/ids.ts'
import { failureOf, freshSlug, type ContractLine } from './contract-blog.ts'

const NO_PAGE = 99_999_999 as RemotePostId
const WORDS = '<!-- wp:paragraph -->\n<p>The gate is open from nine.</p>\n<!-- /wp:paragraph -->'

/** What is the same for posts is told by the contract of posts; here is what makes a page another thing. */
export function pagesContract(open: () => ContractLine): void {
  describe('pages', () => {
    const lines = () => {
      const { editor, author, contributor } = open().as
      return { pages: editor.ofKind('page'), posts: editor, author, contributor }
    }

    it('are drafts under a reserved slug, get words and a state, and go to the trash', async () => {
      const { pages } = lines()
      const slug = freshSlug()
      const draft = await pages.createDraft({ slug, title: 'Contact' })
      expect(draft).toMatchObject({
        status: 'draft',
        slug,
        title: 'Contact',
        content: '',
        excerpt: '',
        categoryIds: [],
        tagIds: [],
        publishedAt: null,
        commentsOpen: false,
        page: { parentId: null, order: 0 },
      })
      const written = await pages.updatePost(draft.remoteId, { content: WORDS, slug: '' })
      expect(written).toMatchObject({ content: WORDS, status: 'draft', page: draft.page })
      const live = await pages.setPostStatus(draft.remoteId, { status: 'publish' })
      expect(live).toMatchObject({ status: 'publish', content: WORDS, page: draft.page })
      expect(live.publishedAt).not.toBeNull()
      expect(await pages.getPost(draft.remoteId)).toEqual(live)
      expect(await pages.listRevisionsSince(draft.remoteId, draft.revision)).toMatchObject([
        { content: WORDS, excerpt: '' },
      ])
      await pages.trashPost(draft.remoteId)
      expect(await pages.getPost(draft.remoteId)).toMatchObject({ status: 'trash', page: draft.page })
    })

    it('are no posts: each kind is found in its own place only', async () => {
      const { pages, posts } = lines()
      const slug = freshSlug()
      const page = await pages.createDraft({ slug, title: 'A page' })
      expect((await failureOf(posts.getPost(page.remoteId))).kind).toBe('not-found')
      expect((await failureOf(pages.getPost(NO_PAGE))).kind).toBe('not-found')
      expect(await posts.findPostsBySlugFamily(slug)).toEqual([])
      expect((await pages.findPostsBySlugFamily(slug)).map(({ remoteId }) => remoteId)).toEqual([page.remoteId])
      const ofKind = async (line: typeof pages) =>
        (await line.listPosts({ pageNumber: 1, modifiedAfter: null })).items.map(({ remoteId }) => remoteId)
      expect(await ofKind(pages)).toContain(page.remoteId)
      expect(await ofKind(posts)).not.toContain(page.remoteId)
      const { items } = await pages.listPostIds({ pageNumber: 1, isInTrash: false })
      expect(items).toContainEqual(expect.objectContaining({ remoteId: page.remoteId }))
    })

    it('of one reserved slug are one family, as posts are', async () => {
      const { pages } = lines()
      const slug = freshSlug()
      const [first, second] = [
        await pages.createDraft({ slug, title: 'Once' }),
        await pages.createDraft({ slug, title: 'Twice' }),
      ]
      expect(second.slug).toBe(`${slug}-2`)
      const family = await pages.findPostsBySlugFamily(slug)
      expect(family.map(({ remoteId }) => remoteId)).toEqual([first.remoteId, second.remoteId])
    })

    it('stand under another page, which only a word of its own changes', async () => {
      const { pages } = lines()
      const parent = await pages.createDraft({ slug: freshSlug(), title: 'Embassy' })
      const { remoteId } = await pages.createDraft({ slug: freshSlug(), title: 'Hours' })
      const parentId = parent.remoteId
      expect((await pages.updatePost(remoteId, { parentId })).page).toEqual({ parentId, order: 0 })
      const words = await pages.updatePost(remoteId, { content: WORDS, title: 'Opening hours', slug: freshSlug() })
      expect(words.page).toEqual({ parentId, order: 0 })
      await pages.setPostStatus(parentId, { status: 'publish' })
      const live = await pages.setPostStatus(remoteId, { status: 'publish' })
      expect(live.page).toEqual({ parentId, order: 0 })
      expect((await pages.updatePost(remoteId, { parentId: null })).page).toEqual({ parentId: null, order: 0 })
      expect((await failureOf(pages.updatePost(remoteId, { parentId: NO_PAGE }))).kind).toBe('rejected')
    })

    it('have a proposed text beside them like any post of somebody else', async () => {
      const { pages } = lines()
      const { remoteId } = await pages.createDraft({ slug: freshSlug(), title: 'Visit us' })
      await pages.updatePost(remoteId, { content: WORDS })
      await pages.setPostStatus(remoteId, { status: 'publish' })
      const content = WORDS.replace('nine', 'ten')
      const saved = await pages.saveProposal(remoteId, { title: 'Visit us', content, excerpt: '' })
      expect(saved).toMatchObject({ content, excerpt: '' })
      expect(await pages.listProposals(remoteId)).toMatchObject([{ content }])
      expect((await pages.getPost(remoteId)).content).toBe(WORDS)
    })

    it('are closed to whoever writes posts only, and the account says so of itself', async () => {
      const { posts, author, contributor } = lines()
      expect(await posts.whoAmI()).toMatchObject({ canEditPages: true, canPublishPages: true })
      for (const api of [author, contributor]) {
        expect(await api.whoAmI()).toMatchObject({ canEditPages: false, canPublishPages: false })
        const pages = api.ofKind('page')
        expect((await failureOf(pages.createDraft({ slug: freshSlug(), title: 'Mine' }))).kind).toBe('forbidden')
        const listing = await failureOf(pages.listPosts({ pageNumber: 1, modifiedAfter: null }))
        expect(['forbidden', 'rejected']).toContain(listing.kind)
      }
    })
  })
}
