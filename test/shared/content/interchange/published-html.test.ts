import { expect, test } from 'vitest'
import { publishedHtml } from '../../../../src/shared/content/interchange/published-html.ts'

const published = (markup: string) =>
  publishedHtml(markup, {
    footnotes: [{ id: 'n', html: 'A <em>note</em>' }],
    placeholder: (name) => `<p>[${name}]</p>`,
  })

test('the comments of blocks are gone and their HTML stays', () => {
  expect(
    published(
      '<!-- wp:list --><ul><!-- wp:list-item --><li>a</li><!-- /wp:list-item --></ul><!-- /wp:list -->\n\n<!-- wp:acme/x {"a":1} --><div>b<!-- c --></div><!-- /wp:acme/x -->',
    ),
  ).toBe('<ul><li>a</li></ul>\n<div>b</div>')
})

test('an embed is a link, more and page breaks are nothing, the blog’s own parts are said', () => {
  expect(
    published(
      '<!-- wp:embed {"url":"https://v.example/?a=1&b=2"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://v.example/?a=1&amp;b=2\n</div></figure><!-- /wp:embed --><!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:latest-posts /-->',
    ),
  ).toBe(
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><p><a href="https://v.example/?a=1&amp;b=2">https://v.example/?a=1&amp;b=2</a></p></div></figure>\n<p>[core/latest-posts]</p>',
  )
})

test('footnotes stand where the blog puts them', () => {
  expect(published('<!-- wp:footnotes /-->')).toContain('<li id="n">A <em>note</em> <a href="#n-link"')
})

test('classic text has the paragraphs and breaks that WordPress gives it', () => {
  expect(
    published('One\ntwo\n\n<b>three</b> four\n<ul>\n<li>x</li>\n</ul>\nfive<!--more-->\n\n<pre>a\n\nb</pre>'),
  ).toBe('<p>One<br>two</p>\n<p><b>three</b> four</p>\n<ul>\n<li>x</li>\n</ul>\n<p>five</p>\n<pre>a\n\nb</pre>')
})

test('a comment without an end hides the rest, as in a browser', () => {
  expect(published('a <!-- b')).toBe('<p>a</p>')
})
