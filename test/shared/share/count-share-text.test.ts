import { describe, expect, test } from 'vitest'
import type { ShareLine } from '../../../src/shared/domain/share-line.ts'
import { countShareLine, countShareText } from '../../../src/shared/share/count-share-text.ts'
import { PLATFORMS, type SharePlatform } from '../../../src/shared/share/platforms.ts'

const FAMILY = '👩‍👩‍👧‍👦'
const LONG = `https://blog.example.org/2026/11/27/${'a'.repeat(80)}/`

describe('a text on', () => {
  test.each<[SharePlatform, string, number]>([
    // X: config/v3.json of twitter-text.
    ['x', 'The ferry leaves at six.', 24],
    ['x', 'Phà đến lúc sáu giờ.', 20 + 2],
    ['x', 'السفينة', 7],
    ['x', 'На пароме', 9],
    ['x', '渡船', 4],
    ['x', 'フェリー', 8],
    ['x', '나룻배', 6],
    ['x', FAMILY, 2],
    ['x', '🇻🇳', 2],
    ['x', '❤️', 2],
    ['x', '1', 1],
    ['x', '“quoted” – and so on…', 21 + 1],
    ['x', LONG, 23],
    ['x', 'See http://a.example', 4 + 23],
    ['x', `${LONG} ${LONG}`, 23 + 1 + 23],
    ['x', `(${LONG}).`, 23 + 3],
    ['x', 'e\u0301', 1],
    // Mastodon: status_length_validator.rb.
    ['mastodon', FAMILY, 1],
    ['mastodon', '渡船', 2],
    ['mastodon', `See ${LONG}, please`, 4 + 23 + 8],
    ['mastodon', 'e\u0301', 1],
    // Bluesky: maxGraphemes.
    ['bluesky', FAMILY, 1],
    ['bluesky', 'https://a.example/b', 19],
    // Telegram and LINE: UTF-16.
    ['telegram', '🍎', 2],
    ['line', '🍎', 2],
    ['telegram', '渡船', 2],
    // Weibo: an ASCII letter is half of a character, a link ten of them.
    ['weibo', '渡船', 2],
    ['weibo', 'ferry', 3],
    ['weibo', `渡船 ${LONG}`, Math.ceil(2.5 + 10)],
    ['wechat', '渡船 ferry', 8],
    ['other', FAMILY, 1],
    ['facebook', 'one\r\ntwo', 7],
  ])('%s: %s', (platform, text, count) => {
    expect(countShareText(text, PLATFORMS[platform])).toBe(count)
  })
})

const line = (change: Partial<ShareLine>): ShareLine => ({
  id: 'one',
  kind: 'platform',
  platform: 'x',
  platformName: '',
  ownLimit: null,
  language: '',
  text: '',
  ...change,
})

describe('a share line', () => {
  test('is told over its limit from the first character too many', () => {
    expect(countShareLine(line({ text: 'a'.repeat(280) }), LONG)).toEqual({ count: 280, limit: 280, isOver: false })
    expect(countShareLine(line({ text: 'a'.repeat(281) }), LONG)).toEqual({ count: 281, limit: 280, isOver: true })
    expect(countShareLine(line({ text: '船'.repeat(141) }), LONG)).toEqual({ count: 282, limit: 280, isOver: true })
  })

  test('counts the address that will stand in it, at the price of the platform', () => {
    expect(countShareLine(line({ text: 'See {link}' }), LONG).count).toBe(4 + 23)
    expect(countShareLine(line({ platform: 'bluesky', text: 'See {link}' }), LONG).count).toBe(4 + LONG.length)
    expect(countShareLine(line({ kind: 'press-line', text: '{link}' }), LONG)).toEqual({
      count: LONG.length,
      limit: null,
      isOver: false,
    })
  })

  test('has the limit that the person gave to a platform of their own, and else none', () => {
    const own = { platform: 'other', text: 'abc' } as const
    expect(countShareLine(line(own), LONG)).toEqual({ count: 3, limit: null, isOver: false })
    expect(countShareLine(line({ ...own, ownLimit: 2 }), LONG)).toEqual({ count: 3, limit: 2, isOver: true })
    expect(countShareLine(line({ ...own, kind: 'announcement', ownLimit: 2 }), LONG).limit).toBeNull()
  })

  test('does not count white space at its ends, nor an empty line', () => {
    expect(countShareLine(line({ text: '  ab \n' }), LONG).count).toBe(2)
    expect(countShareLine(line({ text: ' \n ' }), LONG).count).toBe(0)
  })
})
