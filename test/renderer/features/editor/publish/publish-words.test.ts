import { describe, expect, it } from 'vitest'
import { publishWords, whenWords } from '../../../../../src/renderer/src/features/editor/publish/publish-words.ts'
import type { BlogRights } from '../../../../../src/shared/domain/blog.ts'

const rights: BlogRights = {
  canPublish: true,
  canUploadMedia: true,
  canModerateComments: false,
  canEditOthersPosts: false,
  canWriteUnfilteredHtml: false,
}
const author = { rights }
const contributor = { rights: { ...rights, canPublish: false } }

describe('the words on the button that sends', () => {
  it('says Publish with a line and waits without one', () => {
    expect(publishWords(author, { state: 'open' }, { kind: 'post', remoteStatus: null }).confirm).toBe('Publish')
    expect(publishWords(author, { state: 'closed' }, { kind: 'post', remoteStatus: null }).confirm).toBe(
      'Send when there is a line',
    )
    expect(publishWords(author, undefined, { kind: 'post', remoteStatus: null }).confirm).toBe(
      'Send when there is a line',
    )
  })

  it('a post that is public is updated', () => {
    const { button, confirm, as } = publishWords(author, { state: 'open' }, { kind: 'post', remoteStatus: 'publish' })
    expect({ button, confirm, as }).toEqual({ button: 'Update…', confirm: 'Update', as: 'publish' })
  })

  it('a page is called one, and goes by the right to publish pages', () => {
    const page = { kind: 'page' as const, remoteStatus: null }
    expect(publishWords(author, { state: 'open' }, page)).toMatchObject({
      as: 'pending',
      question: 'Send this page for review?',
    })
    const editor = { rights: { ...rights, canEditPages: true, canPublishPages: true } }
    expect(publishWords(editor, { state: 'open' }, page)).toMatchObject({
      as: 'publish',
      question: 'Publish this page?',
    })
    expect(publishWords(editor, { state: 'open' }, { ...page, remoteStatus: 'publish' }).question).toBe(
      'Change the public page?',
    )
  })

  it('who may not publish sends for review', () => {
    const { button, confirm, as } = publishWords(contributor, { state: 'open' }, { kind: 'post', remoteStatus: null })
    expect({ button, confirm, as }).toEqual({ button: 'Send for review…', confirm: 'Send for review', as: 'pending' })
  })
})

describe('when it goes', () => {
  const now = new Date('2026-11-21T14:02:00.000Z')

  it('names the time at the blog, by zone name or by offset alike', () => {
    const byName = whenWords({ timeZone: 'Asia/Ho_Chi_Minh' }, { state: 'open', clockOffsetMs: 0 }, now)
    expect(byName).toMatch(/^Now, (?:22 November at )?21:02 at the blog \(/)
    expect(whenWords({ timeZone: 'UTC+07:00' }, { state: 'open', clockOffsetMs: 0 }, now)).toBe(byName)
  })

  it('a blog whose clock is ahead of this laptop’s is shown by its own', () => {
    const line = { state: 'open', clockOffsetMs: 7 * 60_000 } as const
    expect(whenWords({ timeZone: 'Asia/Ho_Chi_Minh' }, line, now)).toContain('21:09 at the blog')
  })

  it('a day that differs at the blog is named', () => {
    const lateHere = new Date(2026, 10, 21, 23, 30)
    const offsetHours = -lateHere.getTimezoneOffset() / 60 + 3
    const sign = offsetHours < 0 ? '-' : '+'
    const zone = `UTC${sign}${String(Math.abs(offsetHours)).padStart(2, '0')}:00`
    expect(whenWords({ timeZone: zone }, { state: 'closed', clockOffsetMs: 0 }, lateHere)).toContain('22 November')
  })
})
