import { z } from 'zod'
import { settingsInput, type Settings } from '../../../shared/contract/settings-input.ts'
import type { HandedBlog, HandedDesk } from '../../../shared/contract/handover-input.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

/** What of a person's settings is the house's rather than theirs. */
export type HouseSettings = Pick<Settings, 'promises' | 'reviewPolicies' | 'purposes' | 'bestBits'>

const { promises, reviewPolicies, purposes, bestBits } = settingsInput.shape
/** Each by itself: settings of before do not have them all. */
const houseInput = z
  .object({
    promises: promises.catch({}),
    reviewPolicies: reviewPolicies.catch({}),
    purposes: purposes.catch({}),
    bestBits: bestBits.catch({}),
  })
  .catch({ promises: {}, reviewPolicies: {}, purposes: {}, bestBits: {} })

/** The person's own, not what a policy makes of them: that is the new desk's own policy's to say. */
export const houseSettingsOf = (desk: Desk): HouseSettings => houseInput.parse(desk.settings.find('preferences'))

export const putHouseSettings = (desk: Desk, house: HouseSettings): void =>
  desk.settings.put('preferences', { ...(desk.settings.find('preferences') as object | null), ...house })

export const handedBlog = (desk: Desk, blog: StoredBlog, house: HouseSettings): HandedBlog => ({
  key: blog.id,
  kind: blog.kind === 'practice' ? 'practice' : 'wordpress',
  url: blog.url,
  restRoot: blog.restRoot,
  name: blog.name,
  timeZone: blog.timeZone,
  gmtOffsetHours: blog.gmtOffsetHours,
  terms: desk.terms.listWhole(blog.id),
  promise: house.promises[blog.id] ?? null,
  reviewPolicy: house.reviewPolicies[blog.id] ?? null,
  ...(house.purposes[blog.id] !== undefined && { purpose: house.purposes[blog.id] }),
  ...(house.bestBits[blog.id] !== undefined && { bestBits: house.bestBits[blog.id] }),
})

/**
 * Which blog of this desk each of the file is: the same site, whoever is signed in to it. One that is not here becomes a site without an
 * account, which the first sign-in to it takes over. Call inside a transaction.
 */
export function blogsHere(desk: Desk, random: Random, blogs: HandedDesk['blogs']): Map<string, BlogId> {
  const here = desk.blogs.listBlogs().filter(({ kind }) => kind !== 'archive')
  return new Map(
    blogs.map((handed) => {
      const same = here.filter(({ url, kind }) => url === handed.url && kind === handed.kind)
      const known = same.find(({ isSignedIn }) => isSignedIn) ?? same[0]
      const id = known?.id ?? addSite(desk, random, handed)
      const terms = known ? missingTerms(desk, id, handed) : handed.terms
      desk.terms.putTerms(
        id,
        terms.map((term) => ({ ...term, useCount: null })),
      )
      return [handed.key, id]
    }),
  )
}

function missingTerms(desk: Desk, id: BlogId, { terms }: HandedBlog): HandedBlog['terms'] {
  const known = new Set(desk.terms.listTerms(id).map(({ remoteId }) => remoteId))
  return terms.filter(({ remoteId }) => !known.has(remoteId))
}

function addSite(
  desk: Desk,
  random: Random,
  { kind, url, restRoot, name, timeZone, gmtOffsetHours }: HandedBlog,
): BlogId {
  const id = newId<BlogId>(random)
  desk.blogs.putBlog({
    id,
    kind,
    url,
    restRoot,
    name,
    timeZone,
    gmtOffsetHours,
    userName: '',
    remoteUserId: 0 as StoredBlog['remoteUserId'],
    displayName: '',
    roles: [],
    rights: {
      canPublish: false,
      canUploadMedia: false,
      canModerateComments: false,
      canEditOthersPosts: false,
      canWriteUnfilteredHtml: false,
    },
    isSignedIn: false,
    postsCursor: null,
    pagesCursor: null,
    commentsCursor: null,
    termsPulledAt: null,
    lastSyncedAt: null,
  })
  return id
}
