import { describe, expect, test } from 'vitest'
import { checked, inWords, paragraph, text } from './checked.ts'

describe('words', () => {
  test.each([
    ['en', 'The the boat left.', ['doubled-word']],
    ['en', 'We had had enough, and that that is so.', []],
    ['en', 'Lê Lê and Pago Pago are names.', []],
    ['vi', 'Trời xanh xanh quá.', []],
    ['fr', 'Le le bateau est parti.', ['doubled-word']],
    ['fr', 'Vous vous trompez.', []],
    ['en', 'Two  spaces.', ['doubled-space']],
    ['en', 'No space,here.', ['missing-space']],
    ['en', 'It ended.Then it began.', ['missing-space']],
    ['en', 'See blog.example.org, e.g. page 3.5 or U.S. law, at 14:02, 1,000 times.', []],
    ['en', 'Write to press@embassy.example or https://a.example/b,c.', []],
    ['ar', 'قال،ثم ذهب', []],
    ['fr', 'Vraiment\u202f? Oui\u202f! Il dit\u00a0: «\u00a0non\u00a0»\u202f; puis 14:02 et https://a.example.', []],
    ['fr', 'Vraiment?', ['french-spacing']],
    ['fr', 'Vraiment ?', ['french-spacing']],
    ['fr-CA', 'Vraiment?', []],
    ['fr-CA', 'Il dit:', ['colon-without-anything', 'french-spacing']],
    ['fr', '«Non\u00a0», dit-il.', ['french-spacing']],
    ['fr', '«Non»', ['french-spacing', 'french-spacing']],
    ['en', 'Really? Yes! It said: no; then.', []],
    ['en', "The province lost it's own mill.", ['house-en/its']],
    ['en', 'Its been a long week.', ['house-en/its']],
    ['en', 'It’s been a long week, and the mill kept its name.', []],
    ['fr', "It's own mill.", []],
    ['fr', 'Malgré que la route soit longue.', ['house-fr/mixed-up']],
    ['vi', 'Chúng tôi chia sẽ kinh nghiệm.', ['house-vi/mixed-up']],
    ['ar', 'انشاء الله نلتقي', ['house-ar/mixed-up']],
  ])('%s: %s', (language, words, rules) => {
    expect(inWords(words, language)).toEqual(rules)
  })

  test('a passage in another language has its own rules', () => {
    const french = text('Vraiment?', [{ type: 'language', attrs: { lang: 'fr', dir: null, tag: 'span' } }])
    const { findings } = checked({ blocks: [paragraph('Really? He said ', french)] })
    expect(findings.map(({ rule, where }) => [rule, where])).toEqual([
      ['french-spacing', { in: 'text', path: [0], from: 24, to: 25 }],
    ])
  })

  test('code is left alone', () => {
    const code = { type: 'codeBlock', attrs: { source: null }, content: [text('the the  a,b')] }
    const inline = text('the the', [{ type: 'code' }])
    expect(checked({ blocks: [code, paragraph('As in ', inline, '.')] }).findings).toEqual([])
  })

  test('a line break and an inline picture count as one, as in the editor', () => {
    const { findings } = checked({
      blocks: [
        paragraph('One', { type: 'hardBreak' }, { type: 'keptInline', attrs: { source: '<br>' } }, 'the the end.'),
      ],
    })
    expect(findings[0]?.where).toEqual({ in: 'text', path: [0], from: 5, to: 12 })
    expect(findings[0]?.fixes).toEqual([
      {
        label: 'Take one out',
        change: { kind: 'replace-text', path: [0], from: 8, to: 12, expected: ' the', text: '' },
      },
    ])
  })

  test('words beside the text are read as well', () => {
    const picture = {
      type: 'picture',
      attrs: { mediaId: null, remoteId: 3, url: null, alt: 'The the mill', caption: 'At at dawn', credit: 'L. Tran' },
    }
    const run = checked({ title: 'The the mill', excerpt: 'The the mill', blocks: [picture] })
    expect(run.findings.map(({ rule, where }) => [rule, where])).toEqual([
      ['doubled-word', { in: 'title' }],
      ['doubled-word', { in: 'block', path: [0], field: 'caption' }],
      ['doubled-word', { in: 'block', path: [0], field: 'alt' }],
      ['doubled-word', { in: 'excerpt' }],
    ])
    expect(run.findings[0]?.fixes[0]?.change).toEqual({
      kind: 'replace-field',
      field: 'title',
      expected: 'The the mill',
      text: 'The mill',
    })
  })

  test('a piece that is kept as it is, and a classic post, are read as well', () => {
    const html = '<p>The the mill was &lt;old&gt;.</p>'
    const kept = { type: 'opaque', attrs: { blockName: 'core/freeform', source: html } }
    const custom = { type: 'customHtml', attrs: { html, source: null } }
    expect(
      checked({ blocks: [kept, custom] }).findings.map(({ rule, where, fixes }) => [rule, where, fixes[0]?.label]),
    ).toEqual([
      ['doubled-word', { in: 'block', path: [0] }, 'Show it'],
      ['doubled-word', { in: 'block', path: [1] }, 'Show it'],
    ])
  })
})
