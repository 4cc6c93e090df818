import { describe, expect, it } from 'vitest'
import type { PostsApi, RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import { walk } from '../../src/main/core/sync/pull-walk.ts'
import { utcIso, type RemotePostId } from '../../src/shared/domain/ids.ts'
import { freshSlug, type ContractLine } from './contract-blog.ts'

const HOUR_MS = 3_600_000

const idsOf = (posts: RemotePost[]) => posts.map((post) => post.remoteId)

/** As a pull reads it; the last item of a page comes again at the top of the next. */
async function listAll(api: PostsApi): Promise<RemotePost[]> {
  const posts = new Map<RemotePostId, RemotePost>()
  for await (const { items } of walk((at) => api.listPosts({ ...at, modifiedAfter: null })))
    for (const post of items) posts.set(post.remoteId, post)
  return [...posts.values()]
}

async function listIds(api: PostsApi, isInTrash: boolean): Promise<Set<RemotePostId>> {
  const ids = new Set<RemotePostId>()
  for await (const { items } of walk((at) => api.listPostIds({ ...at, isInTrash })))
    for (const { remoteId } of items) ids.add(remoteId)
  return ids
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

    it('a list longer than a page comes in pages, and none is missed between them, by either list', async () => {
      const { author } = open().as
      const made: number[] = []
      for (let batch = 0; batch < 26; batch += 1) {
        const four = [1, 2, 3, 4].map((each) =>
          author.createDraft({ slug: freshSlug(), title: `Page ${batch} ${each}` }),
        )
        made.push(...idsOf(await Promise.all(four)))
      }
      const first = await author.listPosts({ pageNumber: 1, modifiedAfter: null })
      // A page may show fewer than it counts: drafts of others stand in it too, left out by the author's rights.
      expect(first.items.length).toBeLessThan(made.length)
      expect(first.isLast).toBe(false)
      const listed = idsOf(await listAll(author))
      expect(listed).toEqual(expect.arrayContaining(made))
      expect(await listIds(author, false)).toEqual(new Set(listed))
    })

    it('the latest change comes first, and a span ends where it says', async () => {
      const { editor } = open().as
      const whole = await editor.listPosts({ pageNumber: 1, modifiedAfter: null })
      const times = whole.items.map(({ modifiedAt }) => modifiedAt)
      expect(times).toEqual(times.toSorted().toReversed())
      expect(whole.total).toBeGreaterThanOrEqual(100)
      const { endsAt } = whole
      if (endsAt === null) throw new Error('no mark')
      const inSpan = async (span: 'up-to' | 'at' | 'before') => {
        const page = await editor.listPosts({
          pageNumber: 1,
          modifiedAfter: null,
          within: { span, mark: endsAt },
          isById: span === 'at',
        })
        return [...new Set(page.items.map(({ modifiedAt }) => modifiedAt))]
      }
      const last = times.at(-1) ?? ''
      expect((await inSpan('up-to'))[0]).toBe(last)
      expect(await inSpan('at')).toEqual([last])
      for (const time of await inSpan('before')) expect(time < last).toBe(true)
    })

    it('ids alone tell what is there and what is in the trash', async () => {
      const { author, editor } = open().as
      const kept = await author.createDraft({ slug: freshSlug(), title: 'Kept' })
      const away = await author.createDraft({ slug: freshSlug(), title: 'Away' })
      await author.trashPost(away.remoteId)
      for (const api of [author, editor]) {
        const [alive, inTrash] = [await listIds(api, false), await listIds(api, true)]
        expect([alive.has(kept.remoteId), alive.has(away.remoteId)]).toEqual([true, false])
        expect([inTrash.has(kept.remoteId), inTrash.has(away.remoteId)]).toEqual([false, true])
      }
    })

    it('a contributor’s pages may show nothing and still are not the end', async () => {
      const { contributor, editor } = open().as
      const mine = await contributor.createDraft({ slug: freshSlug(), title: 'Below many others' })
      const page = await contributor.listPosts({ pageNumber: 1, modifiedAfter: null })
      expect(page.total).toBe((await editor.listPosts({ pageNumber: 1, modifiedAfter: null })).total)
      expect(page.items.length).toBeLessThan(100)
      expect(idsOf(await listAll(contributor))).toContain(mine.remoteId)
    })

    it('a contributor’s published post is no longer theirs to edit, and is there to be read as readers see it', async () => {
      const { contributor, editor } = open().as
      const { remoteId } = await contributor.createDraft({ slug: freshSlug(), title: 'Rain & wind' })
      await editor.updatePost(remoteId, {
        content: '<!-- wp:paragraph -->\n<p>It <strong>rains</strong>.</p>\n<!-- /wp:paragraph -->',
      })
      const { modifiedAt } = await editor.setPostStatus(remoteId, { status: 'publish' })
      expect(idsOf(await listAll(contributor))).not.toContain(remoteId)
      const authorId = (await contributor.whoAmI()).remoteId
      const { items } = await contributor.listPublishedIds({ pageNumber: 1, authorId })
      expect(items[0]).toEqual({ remoteId, modifiedAt })
      expect(await contributor.readPublished([remoteId])).toMatchObject([
        {
          remoteId,
          authorId,
          status: 'publish',
          title: 'Rain & wind',
          content: '<!-- wp:paragraph -->\n<p>It <strong>rains</strong>.</p>\n<!-- /wp:paragraph -->',
          modifiedAt,
          isOnlyToRead: true,
        },
      ])
    })

    it('a page past the end is empty and the last', async () => {
      const { author } = open().as
      const end = { items: [], isLast: true }
      expect(await author.listPosts({ pageNumber: 500, modifiedAfter: null })).toMatchObject(end)
      expect(await author.listPostIds({ pageNumber: 500, isInTrash: false })).toMatchObject(end)
      expect(await author.listTerms('tag', { pageNumber: 500 })).toMatchObject(end)
      const comments = { after: null, postIds: null, authorId: null, canModerate: false }
      expect(await author.listComments({ ...comments, pageNumber: 500 })).toMatchObject(end)
    })
  })
}
