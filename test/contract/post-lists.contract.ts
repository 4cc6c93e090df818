import { describe, expect, it } from 'vitest'
import type { BlogApi, RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import { utcIso } from '../../src/shared/domain/ids.ts'
import { freshSlug, type ContractLine } from './contract-blog.ts'

const HOUR_MS = 3_600_000

const idsOf = (posts: RemotePost[]) => posts.map((post) => post.remoteId)

async function listAll(api: BlogApi): Promise<RemotePost[]> {
  const posts: RemotePost[] = []
  for (let pageNumber = 1; ; pageNumber += 1) {
    const page = await api.listPosts({ pageNumber, modifiedAfter: null })
    posts.push(...page.items)
    if (page.isLast) return posts
  }
}

export function postListsContract(open: () => ContractLine): void {
  describe('lists of posts', () => {
    it('a family is every post under the slug and its numbers, trash included, eldest first', async () => {
      const { author } = open().as
      const slug = freshSlug()
      const first = await author.createDraft({ slug, title: 'First' })
      const second = await author.createDraft({ slug: `${slug}-2`, title: 'Second' })
      const third = await author.createDraft({ slug, title: 'Third' })
      await author.createDraft({ slug: `${slug}-notes`, title: 'Of another family' })
      await author.trashPost(first.remoteId)
      await author.setPostStatus(third.remoteId, { status: 'publish' })
      const family = await author.findPostsBySlugFamily(slug)
      expect(family.map(({ remoteId, status }) => [remoteId, status])).toEqual([
        [first.remoteId, 'trash'],
        [second.remoteId, 'draft'],
        [third.remoteId, 'publish'],
      ])
      expect(family[0]?.slug).toBe(slug)
    })

    it.each(['author', 'editor', 'contributor'] as const)('the %s finds a reserved draft again', async (role) => {
      const api = open().as[role]
      const slug = freshSlug()
      const draft = await api.createDraft({ slug, title: 'Lost answer' })
      expect(await api.findPostsBySlugFamily(slug)).toEqual([draft])
      await api.trashPost(draft.remoteId)
      expect(await api.findPostsBySlugFamily(slug)).toMatchObject([{ remoteId: draft.remoteId, status: 'trash' }])
      expect(await api.findPostsBySlugFamily(freshSlug())).toEqual([])
    })

    it('an editor sees the drafts of all, an author and a contributor their own', async () => {
      const { author, editor, contributor } = open().as
      const mine = await author.createDraft({ slug: freshSlug(), title: 'Of the author' })
      const theirs = await contributor.createDraft({ slug: freshSlug(), title: 'Of the contributor' })
      expect(idsOf(await listAll(editor))).toEqual(expect.arrayContaining([mine.remoteId, theirs.remoteId]))
      expect(idsOf(await listAll(author))).toContain(mine.remoteId)
      expect(idsOf(await listAll(author))).not.toContain(theirs.remoteId)
      expect(idsOf(await listAll(contributor))).toContain(theirs.remoteId)
      expect(idsOf(await listAll(contributor))).not.toContain(mine.remoteId)
    })

    it('trash is not in the list', async () => {
      const { author } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Away' })
      await author.trashPost(remoteId)
      expect(idsOf(await listAll(author))).not.toContain(remoteId)
    })

    it('"modified after" is a moment, whatever the zone of the blog', async () => {
      const { author } = open().as
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'Just now' })
      for (const [offsetMs, isListed] of [
        [-HOUR_MS, true],
        [HOUR_MS, false],
      ] as const) {
        const modifiedAfter = utcIso(new Date(Date.now() + offsetMs))
        const { items } = await author.listPosts({ pageNumber: 1, modifiedAfter })
        expect(idsOf(items).includes(remoteId)).toBe(isListed)
      }
    })

    it('a list longer than a page comes in pages, and none is missed or doubled between them', async () => {
      const { author } = open().as
      const made: number[] = []
      for (let batch = 0; batch < 26; batch += 1) {
        const four = [1, 2, 3, 4].map((each) =>
          author.createDraft({ slug: freshSlug(), title: `Page ${batch} ${each}` }),
        )
        made.push(...idsOf(await Promise.all(four)))
      }
      const first = await author.listPosts({ pageNumber: 1, modifiedAfter: null })
      expect([first.items.length, first.isLast]).toEqual([100, false])
      const listed = idsOf(await listAll(author))
      expect(listed).toEqual(expect.arrayContaining(made))
      expect(new Set(listed).size).toBe(listed.length)
    })

    it('a page past the end is empty and the last', async () => {
      const { author } = open().as
      const end = { items: [], isLast: true }
      expect(await author.listPosts({ pageNumber: 500, modifiedAfter: null })).toEqual(end)
      expect(await author.listTerms('tag', { pageNumber: 500 })).toEqual(end)
      const comments = { after: null, postIds: null, authorId: null, canModerate: false }
      expect(await author.listComments({ ...comments, pageNumber: 500 })).toEqual(end)
    })
  })
}
