import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDocument } from '../../../src/main/core/reading/decode-document.ts'
import { findFeedLink } from '../../../src/main/core/reading/find-feed-link.ts'
import { parseFeed } from '../../../src/main/core/reading/parse-feed.ts'
import { expectNearLinear } from '../../support/work-growth.ts'

const ADDRESS = 'https://neighbour.example/feed'
const read = (text: string) => parseFeed(text, ADDRESS)
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The neighbour</title><link>https://neighbour.example/</link>${items}</channel></rss>`
const titles = (text: string) => read(text)?.items.map(({ title }) => title)

const WHOLE = {
  guid: 'g1',
  url: 'https://neighbour.example/rain',
  title: 'Rain & mud',
  authorName: 'Lan',
  html: '<p>It <b>rains</b>.</p>',
  hasFullText: true,
  publishedAt: '2026-11-21T07:02:00.000Z',
}

describe('the same item', () => {
  test.each([
    [
      'RSS 2.0',
      rss(
        `<item><title>Rain &amp; mud</title><link>/rain</link><guid isPermaLink="false">g1</guid><dc:creator>Lan</dc:creator><pubDate>Sat, 21 Nov 2026 14:02:00 +0700</pubDate><description>It rains.</description><content:encoded><![CDATA[<p>It <b>rains</b>.</p>]]></content:encoded></item>`,
      ),
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>The neighbour</title><link rel="self" href="${ADDRESS}"/><link href="https://neighbour.example/"/><author><name>The house</name></author><entry><id>g1</id><title type="html">Rain &amp;amp; mud</title><link rel="replies" href="/r"/><link rel="alternate" href="/rain"/><author><name>Lan</name></author><published>2026-11-21T14:02:00+07:00</published><updated>2026-11-22T00:00:00Z</updated><summary>It rains.</summary><content type="html">&lt;p&gt;It &lt;b&gt;rains&lt;/b&gt;.&lt;/p&gt;</content></entry></feed>`,
    ],
    [
      'Atom with XHTML, under a prefix',
      `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>The neighbour</atom:title><atom:link href="https://neighbour.example/"/><atom:entry><atom:id>g1</atom:id><atom:title>Rain &amp; mud</atom:title><atom:link href="/rain"/><atom:author><atom:name>Lan</atom:name></atom:author><atom:updated>2026-11-21T07:02:00Z</atom:updated><atom:content type="xhtml"><p>It <b>rains</b>.</p></atom:content></atom:entry></atom:feed>`,
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d" xmlns:content="c"><channel rdf:about="x"><title>The neighbour</title><link>https://neighbour.example/</link></channel><item rdf:about="g1"><title>Rain &amp; mud</title><link>/rain</link><dc:creator>Lan</dc:creator><dc:date>2026-11-21T07:02:00Z</dc:date><content:encoded>&lt;p&gt;It &lt;b&gt;rains&lt;/b&gt;.&lt;/p&gt;</content:encoded></item></rdf:RDF>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The neighbour',
        home_page_url: 'https://neighbour.example/',
        items: [
          {
            id: 'g1',
            url: 'https://neighbour.example/rain',
            title: 'Rain & mud',
            authors: [{ name: 'Lan' }],
            date_published: '2026-11-21T14:02:00+07:00',
            content_html: WHOLE.html,
          },
        ],
      }),
    ],
  ])('is read from %s', (kind, text) => {
    expect(read(text)).toEqual({
      title: 'The neighbour',
      siteUrl: 'https://neighbour.example/',
      items: [kind === 'RSS 1.0' ? { ...WHOLE, guid: WHOLE.url } : WHOLE],
    })
  })
})

test('a feed that has only the beginning says so, and one without dates has none', () => {
  expect(
    read(rss('<item><title>Short</title><description>It &lt;i&gt;rains&lt;/i&gt;</description></item>'))?.items,
  ).toEqual([
    {
      guid: 'Short\nIt <i>rains</i>',
      url: null,
      title: 'Short',
      authorName: '',
      html: 'It <i>rains</i>',
      hasFullText: false,
      publishedAt: null,
    },
  ])
})

test('the name in a mail address of RSS is the author', () => {
  expect(read(rss('<item><title>A</title><author>lan@x.example (Lan Anh)</author></item>'))?.items[0]?.authorName).toBe(
    'Lan Anh',
  )
})

test('other namespaces’ titles and texts are not the item’s', () => {
  const item =
    '<item><media:title>An advert</media:title><title>Mine</title><itunes:summary>x</itunes:summary><media:description>y</media:description></item>'
  expect(read(rss(item))?.items).toMatchObject([{ title: 'Mine', html: '' }])
})

describe('of a hostile or broken feed', () => {
  test('an entity of its own is never put in, whether it is a bomb or a file', () => {
    const head = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const found = read(rss('<item><title>One &b; &x;</title></item><item><title>Two</title></item>', head))
    expect(JSON.stringify(found)).not.toMatch(/haha|root:/)
    expect(found?.items.map(({ title }) => title)).toEqual(['One &b; &x;', 'Two'])
  })

  test('a link that is no page is none, and the rest of the item stays', () => {
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', 'x'.repeat(9000)])
      expect(read(rss(`<item><title>T</title><link>${link}</link><guid>g</guid></item>`))?.items).toMatchObject([
        { title: 'T', url: null },
      ])
  })

  test('titles and names are words, without tags, control signs or half letters', () => {
    const found = read(
      rss(
        '<item><title>&lt;img src=x onerror=alert(1)&gt;Rain &lt;script&gt;evil()&lt;/script&gt;\u0000\n now</title><dc:creator>&lt;b&gt;Lan&lt;/b&gt;</dc:creator></item>',
      ),
    )
    expect(found?.items).toMatchObject([{ title: 'Rain now', authorName: '<b>Lan</b>' }])
  })

  test('what was whole before it broke off is there', () => {
    const whole = rss('<item><title>One</title></item><item><title>Two</title></item>')
    expect(titles(whole.slice(0, whole.indexOf('Two') + 2))).toEqual(['One'])
    expect(titles(rss('<item><title>One</title></item><item><title>A & B < C</title></item>'))).toEqual([
      'One',
      'A & B < C',
    ])
  })

  test('one that is nested without end keeps what stood before', () => {
    expect(
      titles(rss(`<item><title>One</title></item>${'<x>'.repeat(100_000)}<item><title>Two</title></item>`)),
    ).toEqual(['One'])
  })

  test('an item larger than any text is left to its page, and the others are whole', () => {
    const huge = `<item><title>Huge</title><description>short</description><content:encoded>${'a'.repeat(1_100_000)}</content:encoded></item>`
    expect(read(rss(`${huge}<item><title>Next</title></item>`))?.items).toMatchObject([
      { title: 'Huge', html: 'short', hasFullText: false },
      { title: 'Next' },
    ])
  })

  test('a JSON field of another kind counts as absent', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1',
      items: [{ id: 7, title: ['x'], authors: 'me' }, null, 3, { id: 'b', title: 'B' }],
    }
    expect(read(JSON.stringify(feed))?.items.map(({ title }) => title)).toEqual(['B'])
  })

  test('a page, a picture and nothing at all are no feeds', () => {
    for (const text of ['', '<!doctype html><html><item>x</item></html>', '{"a":1}', '\u0089PNG', '[]', '<rss'])
      expect(read(text)).toBeNull()
  })

  test('whatever it is, reading ends with an answer of words and pages', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<![CDATA[',
        ']]>',
        '<entry>',
        '<content type="xhtml">',
        '<!DOCTYPE',
        '&#0;',
        '&#xD800;',
        '<link href="javascript:1"/>',
        '<link>',
        '</rss>',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const item of read(`<rss><channel>${pieces.join('')}`)?.items ?? []) {
          expect(item.title).not.toMatch(/\p{Cc}/u)
          expect(item.title.isWellFormed()).toBe(true)
          if (item.url !== null) expect(item.url).toMatch(/^https?:/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the work grows with its length', () => {
    expectNearLinear((count) => {
      const text = rss(
        '<item><title>T</title><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item>'.repeat(count),
      )
      return () => void read(text)
    })
  })
})

test('letters are read by the mark, the server’s word or the file’s own, and broken ones cost nothing else', () => {
  const latin = Uint8Array.from(
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>caf'), Buffer.from([0xe9])]),
  )
  expect(decodeDocument(latin, 'text/xml')).toContain('café')
  expect(decodeDocument(latin.subarray(latin.length - 4), 'text/xml; charset="iso-8859-1"')).toBe('café')
  const wide = Buffer.from('\ufeffcafé', 'utf16le')
  expect(decodeDocument(wide, 'text/xml; charset=utf-8')).toBe('café')
  expect(decodeDocument(Uint8Array.from([0x61, 0xff, 0x62]), 'text/xml; charset=no-such-thing')).toBe('a\ufffdb')
})

test('a page’s own feed is the first that it names, wherever the page is', () => {
  const page = `<head><link rel="alternate" hreflang="vi" href="/vi"><link rel=stylesheet href=a.css><link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="../atom"><link rel="alternate" type="application/rss+xml" href="/rss"></head>`
  expect(findFeedLink(page, 'https://neighbour.example/blog/2026/')).toBe('https://neighbour.example/blog/atom')
  expect(findFeedLink('<link rel=alternate type=application/rss+xml href="javascript:1">', ADDRESS)).toBeNull()
  expect(findFeedLink('<p>no feed</p>', ADDRESS)).toBeNull()
})
