import { describe, expect, it } from 'vitest'
import { failureOf, type ContractLine, type ContractRole } from './contract-blog.ts'

const RIGHTS: Record<ContractRole, Record<string, boolean>> = {
  editor: {
    canPublish: true,
    canUploadMedia: true,
    canModerateComments: true,
    canEditOthersPosts: true,
    canWriteUnfilteredHtml: true,
    canEditPages: true,
    canPublishPages: true,
  },
  author: {
    canPublish: true,
    canUploadMedia: true,
    canModerateComments: false,
    canEditOthersPosts: false,
    canWriteUnfilteredHtml: false,
    canEditPages: false,
    canPublishPages: false,
  },
  contributor: {
    canPublish: false,
    canUploadMedia: false,
    canModerateComments: false,
    canEditOthersPosts: false,
    canWriteUnfilteredHtml: false,
    canEditPages: false,
    canPublishPages: false,
  },
}

export function lineContract(open: () => ContractLine): void {
  describe('the line', () => {
    it('a blog describes itself to anyone', async () => {
      const { as, blog, description } = open()
      expect(await as.author.describe()).toEqual(description)
      expect(description).toMatchObject({ url: blog.url, timeZone: 'Asia/Ho_Chi_Minh', gmtOffsetHours: 7 })
      expect(description.name).not.toBe('')
      expect(new URL(description.approvalUrl ?? '').origin).toBe(new URL(blog.url).origin)
    })

    it('the front page tells the language to anyone', async () => {
      const language = await open().as.contributor.readSiteLanguage()
      expect(language).toEqual({ language: expect.stringMatching(/^en/), direction: 'ltr' })
    })

    it('a blog without a plugin for languages links no posts', async () => {
      expect(await open().as.editor.listOfferedLanguages()).toBeNull()
    })

    it.each(['editor', 'author', 'contributor'] as const)('the rights of the %s are known', async (role) => {
      const { as, blog } = open()
      const { userName, displayName } = blog.users[role]
      expect(await as[role].whoAmI()).toEqual({
        remoteId: expect.any(Number),
        userName,
        displayName,
        roles: [role],
        ...RIGHTS[role],
        answeredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      })
    })

    it.each(['editor', 'author', 'contributor'] as const)('the %s may know who writes for the blog', async (role) => {
      const { as, inSmallPages } = open()
      const people = await Promise.all([as.editor, as.author, as.contributor].map((api) => api.whoAmI()))
      const ids = await inSmallPages(role).listWriterIds()
      expect(ids).toEqual(expect.arrayContaining(people.map(({ remoteId }) => remoteId)))
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(await as[role].listWriterIds())).toEqual(new Set(ids))
    })

    it('a password holds with and without the spaces in which it is shown', async () => {
      const { blog, withCredentials } = open()
      const { userName, applicationPassword } = blog.users.author
      const bare = applicationPassword.replaceAll(' ', '')
      const shown = bare.replaceAll(/(.{4})(?=.)/g, '$1 ')
      for (const password of [bare, shown]) {
        const user = await withCredentials({ userName, applicationPassword: password }).whoAmI()
        expect(user.userName).toBe(userName)
      }
    })

    it('a wrong password is unauthorized, for reading and for writing', async () => {
      const { blog, withCredentials } = open()
      const { userName } = blog.users.author
      const stranger = withCredentials({ userName, applicationPassword: 'wrng wrng wrng wrng wrng wrng' })
      const unauthorized = { kind: 'unauthorized' }
      expect(await failureOf(stranger.whoAmI())).toEqual(unauthorized)
      expect(await failureOf(stranger.listPosts({ pageNumber: 1, modifiedAfter: null }))).toEqual(unauthorized)
      expect(await failureOf(stranger.createDraft({ slug: 'never', title: 'Never' }))).toEqual(unauthorized)
    })

    it('a user the blog does not know is unauthorized', async () => {
      const stranger = open().withCredentials({ userName: 'nobody-here', applicationPassword: 'aaaa bbbb cccc dddd' })
      expect(await failureOf(stranger.whoAmI())).toEqual({ kind: 'unauthorized' })
    })
  })
}
