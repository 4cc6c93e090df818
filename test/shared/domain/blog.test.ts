import { expect, it } from 'vitest'
import { mayModerate, type BlogKind, type BlogRights } from '../../../src/shared/domain/blog.ts'

const rights = (of: Partial<BlogRights>): BlogRights => ({
  canPublish: false,
  canUploadMedia: false,
  canModerateComments: false,
  canEditOthersPosts: false,
  canWriteUnfilteredHtml: false,
  ...of,
})

it.each<[string, BlogKind, Partial<BlogRights>, boolean]>([
  ['an editor', 'wordpress', { canModerateComments: true, canPublish: true }, true],
  ['an author, under their own posts', 'wordpress', { canPublish: true }, true],
  ['a contributor', 'wordpress', {}, false],
  ['whoever reads an archive', 'archive', { canModerateComments: true, canPublish: true }, false],
])('%s: may moderate or not', (_who, kind, of, expected) => {
  expect(mayModerate({ kind, rights: rights(of) })).toBe(expected)
})
