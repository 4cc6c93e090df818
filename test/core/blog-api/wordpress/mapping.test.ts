import { describe, expect, it } from 'vitest'
import { decodeEntities, toGmt, toRemotePost } from '../../../../src/main/core/blog-api/wordpress/mapping.ts'
import { postSchema } from '../../../../src/main/core/blog-api/wordpress/schemas.ts'
import type { UtcIso } from '../../../../src/shared/domain/ids.ts'

/** As WordPress 6.8 in Hanoi answers. */
const answered = {
  id: 7,
  status: 'publish',
  slug: 'open-doors',
  title: { raw: 'Tea &amp; talk' },
  content: { raw: '<!-- wp:paragraph -->\n<p>a &amp; b</p>\n<!-- /wp:paragraph -->' },
  excerpt: { raw: '' },
  author: 3,
  categories: [1],
  tags: [],
  featured_media: 0,
  link: 'https://blog.example.org/2026/11/open-doors/',
  date: '2026-11-21T21:02:00',
  date_gmt: '2026-11-21T14:02:00',
  modified: '2026-11-21T21:05:00',
  modified_gmt: '2026-11-21T14:05:00',
  comment_status: 'open',
  sticky: false,
  _links: {
    'version-history': [{ count: 2, href: 'x' }],
    'predecessor-version': [{ id: 9, href: 'y' }],
    'wp:action-sticky': [{ href: 'z' }],
  },
}
const mapped = (changes: object = {}) => toRemotePost(postSchema.parse({ ...answered, ...changes }), 'post')

describe('a post of WordPress in our words', () => {
  it('has its times in UTC and its title as text', () => {
    expect(mapped()).toEqual({
      remoteId: 7,
      status: 'publish',
      slug: 'open-doors',
      title: 'Tea & talk',
      content: answered.content.raw,
      excerpt: '',
      authorId: 3,
      categoryIds: [1],
      tagIds: [],
      featuredMediaId: null,
      link: answered.link,
      modifiedAt: '2026-11-21T14:05:00.000Z',
      publishedAt: '2026-11-21T14:02:00.000Z',
      commentsOpen: true,
      revision: expect.stringMatching(/^2\.9\.2026-11-21T14:05:00\.[\da-f]{16}$/),
    })
  })

  it('is at the top of the blog where the blog says so, and the account may change that where the blog offers it', () => {
    expect(mapped({ sticky: true })).toMatchObject({ isSticky: true })
    expect(mapped({ _links: {} })).toMatchObject({ stickyFixed: 'no-right' })
    expect(mapped({ content: { raw: '', protected: true } })).toMatchObject({ stickyFixed: 'has-password' })
  })

  it('has no date while it is a draft that WordPress dates at its last change', () => {
    expect(mapped({ status: 'draft', date: answered.modified }).publishedAt).toBeNull()
    expect(mapped({ status: 'draft' }).publishedAt).toBe('2026-11-21T14:02:00.000Z')
  })

  it('keeps its own slug in the trash', () => {
    expect(mapped({ status: 'trash', slug: 'open-doors__trashed' }).slug).toBe('open-doors')
  })

  it('is private when a plugin gave it a state of its own', () => {
    expect(mapped({ status: 'in-progress' }).status).toBe('private')
  })

  it('has another revision when only its text changed, within the same second', () => {
    expect(mapped({ content: { raw: 'other' } }).revision).not.toBe(mapped().revision)
  })
})

describe('entities', () => {
  it('that WordPress writes are read', () => {
    expect(decodeEntities('R&amp;D &lt;3 &#8220;x&#8221; &#x41; &quot;&apos;&nbsp;')).toBe('R&D <3 “x” A "\'\u00A0')
  })

  it('that nobody knows stay', () => {
    const unknown = '&copy; &constructor; &#0; &#9999999; & &;'
    expect(decodeEntities(unknown)).toBe(unknown)
  })
})

it('a time for WordPress has no zone and no fraction', () => {
  expect(toGmt('2026-11-21T14:02:00.123Z' as UtcIso)).toBe('2026-11-21T14:02:00')
})
