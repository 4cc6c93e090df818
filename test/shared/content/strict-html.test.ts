import { expect, test } from 'vitest'
import { parseStrictHtml, type HtmlNode } from '../../../src/shared/content/strict-html.ts'

const parse = (source: string): HtmlNode[] | null =>
  parseStrictHtml([{ kind: 'html', start: 0, end: source.length, source }])

test('well-formed HTML becomes a tree with its entities decoded', () => {
  expect(parse('a &amp; &lt;b&gt; &#8211;<IMG alt="x &quot;y&quot;" src=q /><em>c</em >')).toEqual([
    'a & <b> –',
    {
      name: 'img',
      attributes: new Map([
        ['alt', 'x "y"'],
        ['src', 'q'],
      ]),
      children: [],
      open: '<IMG alt="x &quot;y&quot;" src=q />',
      source: '<IMG alt="x &quot;y&quot;" src=q />',
    },
    { name: 'em', attributes: new Map(), children: ['c'], open: '<em>', source: '<em>c</em >' },
  ])
})

test('a comment is a node of its own', () => {
  expect(parse('a<!-- b - > c -->d')).toEqual(['a', { kind: 'comment', source: '<!-- b - > c -->' }, 'd'])
})

test('an address keeps an ampersand that is no entity', () => {
  expect(parse('<a href="?a=1&copy=2&b">x</a>')).toMatchObject([{ attributes: new Map([['href', '?a=1&copy=2&b']]) }])
})

test.each([
  ['an element that is not closed', '<p>a'],
  ['a closer too many', 'a</p>'],
  ['elements closed out of order', '<b><i>a</b></i>'],
  ['a comment that begins like a block’s', 'a<!-- wp:b {"c":1 -->'],
  ['a comment that ends as none should', 'a<!-- b --!>'],
  ['a comment that ends at once', 'a<!-->'],
  ['a comment that is not closed', 'a<!-- b'],
  ['an attribute twice', '<p class="a" class="b">c</p>'],
  ['a tag that is cut off', 'a<b'],
  ['a tag that is cut off and could begin a raw text', 'a<p'],
  ['a closer that is cut off', '<p>a</p'],
  ['an attribute that is cut off', '<p>a</p><p class="'],
  ['attributes on a closer', '<p>a</p class="b">'],
  ['an element that closes itself and may not', '<p/>'],
  ['a declaration', '<!doctype html>'],
])('%s is refused', (_what, html) => {
  expect(parse(html)).toBeNull()
})
