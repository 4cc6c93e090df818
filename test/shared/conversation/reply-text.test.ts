import { array, assert, constant, constantFrom, oneof, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import {
  readReply,
  replyHtml,
  replyLinks,
  replyOfPlainWords,
  replyWords,
  storableReply,
  writeReply,
} from '../../../src/shared/conversation/reply-text.ts'
import type { ReplyBlock, ReplyMark } from '../../../src/shared/conversation/reply-document.ts'

test('lines and paragraphs are newlines and blank lines, as the blog takes them', () => {
  const document = readReply('Dear Lan,\nthank you.\n\n\nUntil Friday')
  expect(document.content).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Dear Lan,' }, { type: 'hardBreak' }, { type: 'text', text: 'thank you.' }],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'Until Friday' }] },
  ])
  expect(writeReply(document)).toBe('Dear Lan,\nthank you.\n\nUntil Friday')
})

test('every tag that a comment may carry stays, each in one spelling', () => {
  expect(
    storableReply(
      '<b>bold</b> <i>italic</i> <del>gone</del> <code>a &lt; b</code> <q>so</q> <cite>Kiều</cite> ' +
        '<acronym title="Ministry">MFA</acronym> <a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="ugc">there</a>',
    ),
  ).toBe(
    '<strong>bold</strong> <em>italic</em> <s>gone</s> <code>a &lt; b</code> <q>so</q> <cite>Kiều</cite> ' +
      '<abbr title="Ministry">MFA</abbr> <a href="https://example.org/?a=1&amp;b=2">there</a>',
  )
})

test('a tag that no comment may carry is read as words, so that nothing vanishes on the blog', () => {
  expect(storableReply('<img src=x onerror=pwn()> and 1 < 2 & 3')).toBe(
    '&lt;img src=x onerror=pwn()&gt; and 1 &lt; 2 &amp; 3',
  )
  expect(storableReply('&hellip; AT&T')).toBe('&amp;hellip; AT&amp;T')
})

test('a link that leads nowhere a comment may lead is only its words', () => {
  expect(storableReply('<a href="javascript:alert(1)">here</a> <a>there</a>')).toBe('here there')
})

test('a quote holds paragraphs, and each line closes what it opens', () => {
  expect(storableReply('<blockquote>When?\n\n<strong>Where\nexactly?</strong></blockquote>At six.')).toBe(
    '<blockquote>When?\n\n<strong>Where</strong>\n<strong>exactly?</strong></blockquote>\n\nAt six.',
  )
})

test('what nobody closed is closed, and what nobody opened is nothing', () => {
  expect(storableReply('</em><strong>Yes<blockquote>no</q>')).toBe(
    '<strong>Yes</strong>\n\n<blockquote><strong>no</strong></blockquote>',
  )
})

test('words typed where nothing means a tag come back as those words', () => {
  const typed = 'Use <b> & write "x > y"\nwith care'
  expect(replyWords(replyOfPlainWords(typed))).toBe(typed)
})

test('it shows as the blog will show it', () => {
  expect(replyHtml('One\ntwo <em>three</em>\n\n<blockquote>four &lt;</blockquote>')).toBe(
    '<p>One<br>two <em>three</em></p><blockquote><p>four &lt;</p></blockquote>',
  )
})

test('links are told in their order', () => {
  expect(replyLinks('<a href="https://a.example/">o<em>ne</em></a>, <a href="mailto:x@y.example">two</a>')).toEqual([
    'https://a.example/',
    'mailto:x@y.example',
  ])
})

const anyMark = constantFrom<ReplyMark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'cite' },
  { type: 'quotation' },
  { type: 'abbreviation', attrs: { title: 'a "b" & <c>' } },
  { type: 'link', attrs: { href: 'https://example.org/?q="&<' } },
)
const anyInline = oneof(
  constant({ type: 'hardBreak' as const }),
  record({
    type: constant('text' as const),
    text: oneof(
      string({ minLength: 1, unit: 'grapheme' }),
      constantFrom('<b>', '&amp;', '</a>', ' ', '\n\n', 'مرحبا', '&#60;', '"'),
    ),
    marks: array(anyMark, { maxLength: 3 }),
  }),
)
const anyParagraph = record({
  type: constant('paragraph' as const),
  content: array(anyInline, { maxLength: 5 }),
})
const anyDocument = array(
  oneof(
    anyParagraph,
    record({
      type: constant('blockquote' as const),
      content: array<ReplyBlock>(anyParagraph, { minLength: 1, maxLength: 3 }),
    }),
  ),
  { maxLength: 4 },
).map((content) => ({ type: 'doc' as const, content: content as ReplyBlock[] }))

test('whatever is written is read back as it was written', () => {
  assert(
    property(anyDocument, (document) => {
      const text = writeReply(document)
      expect(storableReply(text)).toBe(text)
    }),
  )
})

test('whatever a window sends is the same once it is storable', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      const once = storableReply(text)
      expect(storableReply(once)).toBe(once)
    }),
  )
})
