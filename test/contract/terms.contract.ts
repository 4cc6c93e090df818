import { describe, expect, it } from 'vitest'
import type { RemotePostId, RemoteTermId } from '../../src/shared/domain/ids.ts'
import { failureOf, freshSlug, type ContractLine } from './contract-blog.ts'

export function termsContract(open: () => ContractLine): void {
  describe('terms', () => {
    it.each(['author', 'editor', 'contributor'] as const)(
      'a tag is made once, however often the %s asks',
      async (role) => {
        const api = open().as[role]
        const name = `Visa & travel ${freshSlug()}`
        const tag = await api.ensureTerm('tag', name)
        expect(tag).toEqual({
          remoteId: expect.any(Number),
          taxonomy: 'tag',
          name,
          slug: expect.any(String),
          parentRemoteId: null,
          useCount: 0,
        })
        expect(await api.ensureTerm('tag', name)).toEqual(tag)
        expect(await api.ensureTerm('tag', name.toUpperCase())).toEqual(tag)
      },
    )

    it('a tag in another script is the same tag to everyone', async () => {
      const { author, editor } = open().as
      const name = `ثقافة ${freshSlug()}`
      expect(await author.ensureTerm('tag', name)).toEqual(await editor.ensureTerm('tag', name))
    })

    it('an editor makes a category, an author may use it and makes none', async () => {
      const { author, editor } = open().as
      const name = `Culture ${freshSlug()}`
      const category = await editor.ensureTerm('category', name)
      expect(category).toMatchObject({ taxonomy: 'category', name, parentRemoteId: null })
      expect(await author.ensureTerm('category', name)).toEqual(category)
      expect(await failureOf(author.ensureTerm('category', `No ${freshSlug()}`))).toMatchObject({ kind: 'forbidden' })
    })

    it('terms are told by their ids, and those that are not there left out', async () => {
      const { author, editor } = open().as
      const made = [
        await author.ensureTerm('tag', `One ${freshSlug()}`),
        await author.ensureTerm('tag', `Two ${freshSlug()}`),
      ]
      const ids = [...made.map(({ remoteId }) => remoteId), 999_999 as RemoteTermId]
      const byId = (await author.listTermsById('tag', ids)).toSorted((one, other) => one.remoteId - other.remoteId)
      expect(byId).toEqual(made)
      const category = await editor.ensureTerm('category', `Told ${freshSlug()}`)
      expect(await author.listTermsById('category', [category.remoteId])).toEqual([category])
    })

    it('a tag is counted by the posts that are public, whoever wrote them', async () => {
      const { author, editor, contributor } = open().as
      const tag = await author.ensureTerm('tag', `Counted ${freshSlug()}`)
      const ids: RemotePostId[] = []
      for (const api of [author, editor]) {
        const { remoteId } = await api.createDraft({ slug: freshSlug(), title: 'Counted' })
        await api.updatePost(remoteId, { tagIds: [tag.remoteId] })
        ids.push(remoteId)
      }
      const count = async (): Promise<unknown> =>
        (await contributor.listTermsById('tag', [tag.remoteId])).map(({ useCount }) => useCount)
      expect(await count()).toEqual([0])
      for (const id of ids) await editor.setPostStatus(id, { status: 'publish' })
      expect(await count()).toEqual([2])
    })

    it('the list holds what was made', async () => {
      const { author, editor } = open().as
      const category = await editor.ensureTerm('category', `Listed ${freshSlug()}`)
      const tag = await author.ensureTerm('tag', `Listed ${freshSlug()}`)
      const categories = await author.listTerms('category', { pageNumber: 1 })
      const tags = await author.listTerms('tag', { pageNumber: 1 })
      expect(categories).toEqual({ items: expect.arrayContaining([category]), isLast: true })
      expect(tags).toEqual({ items: expect.arrayContaining([tag]), isLast: true })
    })
  })
}
