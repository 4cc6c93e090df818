import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/shared/content/front-matter.ts'
import { isAppError, type AppErrorData } from '../../../src/shared/errors.ts'

const none = {
  title: null,
  excerpt: null,
  tags: [],
  categories: [],
  language: null,
  direction: null,
  ignoredFields: [],
}

test('the fields are read, and the rest is the body', () => {
  const markdown = `---\r
# for the desk\r
Title: "Doors: a \\"new\\" start"\r
excerpt: 'It''s open'\r
tags: [consular, "a, b", consular]\r
categories:\r
  - News\r
  - 'Open days'\r
language: fr-ca\r
direction: ltr\r
layout: post\r
---\r
\r
Body\r
---\r
`
  expect(readFrontMatter(markdown)).toEqual({
    fields: {
      title: 'Doors: a "new" start',
      excerpt: "It's open",
      tags: ['consular', 'a, b'],
      categories: ['News', 'Open days'],
      language: 'fr-CA',
      direction: 'ltr',
      ignoredFields: ['layout'],
    },
    body: '\r\nBody\r\n---\r\n',
  })
})

test('tags may stand between commas without brackets', () => {
  expect(readFrontMatter('---\ntags: visas, open day\n---\n').fields.tags).toEqual(['visas', 'open day'])
})

test('fields without a value are as if they were not there', () => {
  expect(readFrontMatter('---\ntitle:\ntags: []\ncategories:\n---\nx')).toEqual({ fields: none, body: 'x' })
})

test('a file without front matter is all body', () => {
  for (const markdown of ['Body', 'Body\n---\ntitle: x\n---\n', '---\nA line above, no end', '']) {
    expect(readFrontMatter(markdown)).toEqual({ fields: none, body: markdown })
  }
})

test('a byte order mark is no part of the body', () => {
  expect(readFrontMatter('\ufeffBody').body).toBe('Body')
  expect(readFrontMatter('\ufeff---\ntitle: x\n---\nBody')).toEqual({ fields: { ...none, title: 'x' }, body: 'Body' })
})

test.each<[string, string, AppErrorData]>([
  ['a line that is no field', 'title: x\nno field', { kind: 'invalid-input', field: 'line 3', rule: 'name: value' }],
  ['an item of nothing', '- x', { kind: 'invalid-input', field: 'line 2', rule: 'name: value' }],
  ['an item below a value', 'tags: x\n- y', { kind: 'invalid-input', field: 'line 3', rule: 'name: value' }],
  ['a field twice', 'title: x\ntitle: y', { kind: 'invalid-input', field: 'title', rule: 'once' }],
  ['two titles', 'title:\n- x\n- y', { kind: 'invalid-input', field: 'title', rule: 'one value' }],
  ['a direction that is none', 'direction: up', { kind: 'invalid-input', field: 'direction', rule: 'ltr or rtl' }],
  ['a language that is none', 'language: in French', { kind: 'invalid-input', field: 'language', rule: 'BCP 47' }],
])('%s is refused by name', (_what, yaml, error) => {
  try {
    readFrontMatter(`---\n${yaml}\n---\n`)
  } catch (thrown) {
    expect(isAppError(thrown) && thrown.data).toEqual(error)
    return
  }
  expect.unreachable()
})
