import { describe, expect, test } from 'vitest'
import { transcriptBlock } from '../../../../src/shared/content/captions/transcript.ts'
import { checked, heading, link, paragraph, rulesOf, text } from './checked.ts'

const picture = (attrs: object) => ({
  type: 'picture',
  attrs: {
    mediaId: null,
    remoteId: 3,
    url: 'https://blog.example/ferry.jpg',
    alt: '',
    caption: '',
    credit: 'L. Tran',
    source: null,
    ...attrs,
  },
})

describe('pictures and sound', () => {
  test('a picture without words is found, and can be described or marked as decorative', () => {
    const { findings } = checked({ blocks: [picture({})] })
    expect(findings).toMatchObject([
      {
        rule: 'picture-without-description',
        severity: 'look',
        sentence: 'The picture “ferry.jpg” has no description. Readers who cannot see it get nothing.',
        where: { in: 'block', path: [0], field: 'alt' },
        fixes: [
          { label: 'Describe it' },
          { label: 'It is decorative', change: { kind: 'set-attributes', path: [0], attrs: { isDecorative: true } } },
        ],
      },
    ])
  })

  test('a decorative picture, and a described one, are fine and get their tick', () => {
    const run = checked({ blocks: [picture({ isDecorative: true }), picture({ alt: 'A ferry at dawn' })] })
    expect(run.findings).toEqual([])
    expect(run.fine.map(({ rule }) => rule)).toContain('picture-without-description')
  })

  test('a post without pictures gets no tick for them', () => {
    expect(checked({ blocks: [paragraph('Words.')] }).fine.map(({ rule }) => rule)).toEqual([
      'other-day-at-blog',
      'personal-email',
      'language-not-set',
      'house/protective-marking',
    ])
  })

  test.each(['IMG_2041.jpg', 'DSC00012', 'image', 'ferry.jpeg'])('%s is no description', (alt) => {
    expect(rulesOf(checked({ blocks: [picture({ alt })] }))).toEqual(['description-is-a-file-name'])
  })

  test('who took a picture is asked for, and a caption may say it', () => {
    const credits = [
      { credit: '' },
      { credit: undefined },
      { credit: 'L. Tran' },
      { credit: '', caption: 'The mill. Photo: L. Tran' },
    ]
    const found = credits.map((attrs) => rulesOf(checked({ blocks: [picture({ alt: 'A ferry', ...attrs })] })))
    expect(found).toEqual([['picture-without-credit'], ['picture-without-credit'], [], []])
  })

  test('a video needs captions, or a transcript soon after it', () => {
    const video = (tracks: object[]) => ({
      type: 'video',
      attrs: { url: 'https://blog.example/a.mp4', caption: '', tracks },
    })
    const embed = {
      type: 'embed',
      attrs: { url: 'https://www.youtube.com/watch?v=1', provider: 'youtube', caption: '' },
    }
    expect(rulesOf(checked({ blocks: [video([])] }))).toEqual(['sound-without-words'])
    expect(rulesOf(checked({ blocks: [embed] }))).toEqual(['sound-without-words'])
    expect(rulesOf(checked({ blocks: [video([{ src: 'a.vtt' }])] }))).toEqual([])
    expect(rulesOf(checked({ blocks: [video([{ mediaId: 'f', src: '', kind: 'captions' }])] }))).toEqual([])
    expect(rulesOf(checked({ blocks: [video([{ src: 'a.vtt', kind: 'descriptions' }])] }))).toEqual([
      'sound-without-words',
    ])
    for (const language of ['en', 'fa'])
      expect(rulesOf(checked({ language, blocks: [video([]), transcriptBlock('He said.', language)] }))).toEqual([])
    expect(
      rulesOf(checked({ blocks: [embed, paragraph('Words.'), heading(2, 'Transcript'), paragraph('He said.')] })),
    ).toEqual([])
    expect(
      rulesOf(checked({ language: 'vi', blocks: [embed, heading(2, 'Bản chép lời'), paragraph('Ông nói.')] })),
    ).toEqual([])
  })
})

describe('structure', () => {
  test('headings go down one step at a time, below the title', () => {
    const run = checked({
      blocks: [heading(2, 'One'), heading(4, 'Deep'), heading(1, 'High'), heading(3, 'Far'), heading(2, '')],
    })
    expect(run.findings.map(({ rule, sentence }) => `${rule}: ${sentence}`)).toEqual([
      'heading-jump: The heading “Deep” is on level 4, right after level 2.',
      'heading-like-title: The heading “High” is on the level of the title.',
      'heading-jump: The heading “Far” is on level 3, right after level 1.',
      'heading-empty: A heading is empty.',
    ])
    expect(run.findings[0]?.fixes).toEqual([
      { label: 'Make it level 3', change: { kind: 'set-attributes', path: [1], attrs: { level: 3 } } },
    ])
  })

  test('capitals are found in a heading of more than one word, in scripts that have them', () => {
    const headings = ['THE FERRY LEAVES', 'NATO', 'The UN ferry', 'عنوان طويل']
    expect(headings.map((words) => rulesOf(checked({ blocks: [heading(2, words)] })))).toEqual([
      ['heading-in-capitals'],
      [],
      [],
      [],
    ])
    expect(rulesOf(checked({ title: 'THE FERRY LEAVES', blocks: [] }))).toEqual(['heading-in-capitals'])
  })

  test('a table needs a row of headings', () => {
    const row = (section: string, type: string) => ({
      type: 'tableRow',
      attrs: { section },
      content: [{ type, content: [paragraph('1')] }],
    })
    const table = (...rows: object[]) => ({ type: 'table', attrs: {}, content: rows as never[] })
    expect(rulesOf(checked({ blocks: [table(row('body', 'tableCell'), row('body', 'tableCell'))] }))).toEqual([
      'table-without-head',
    ])
    expect(rulesOf(checked({ blocks: [table(row('head', 'tableHeader'), row('body', 'tableCell'))] }))).toEqual([])
  })

  test('a colon promises something', () => {
    const announced = paragraph('It was a long day. Here is what we found:')
    const find = (...blocks: object[]) => rulesOf(checked({ blocks: [announced, ...(blocks as never[])] }))
    expect(find()).toEqual(['colon-without-anything'])
    expect(find(paragraph(''), heading(2, 'Next'), paragraph('Words.'))).toEqual(['colon-without-anything'])
    expect(
      find({ type: 'bulletList', attrs: {}, content: [{ type: 'listItem', content: [paragraph('Salt.')] }] }),
    ).toEqual([])
    expect(find(paragraph('Salt.'))).toEqual([])
    expect(checked({ blocks: [announced] }).findings[0]).toMatchObject({
      sentence: '“Here is what we found:” ends in a colon and nothing follows.',
      where: { in: 'text', path: [0], from: 19, to: 41 },
    })
  })
})

describe('links', () => {
  const found = (words: string, href: string, language = 'en') =>
    rulesOf(checked({ language, blocks: [paragraph('See ', link(words, href), '.')] }))

  test.each([
    ['click here', 'en'],
    ['Here', 'en'],
    ['en savoir plus', 'fr'],
    ['tại đây', 'vi'],
    ['اضغط هنا', 'ar'],
  ])('“%s” does not say where a link goes (%s)', (words, language) => {
    expect(found(words, 'https://a.example', language)).toEqual([expect.stringMatching(/vague-link$/)])
  })

  test('a link that shows one host and goes to another is found, whatever is written before an @', () => {
    expect(found('bank.example', 'https://evil.example/bank.example')).toEqual(['link-to-other-host'])
    expect(found('https://bank.example/a', 'https://bank.example@evil.example')).toEqual(['link-to-other-host'])
    expect(found('bank.example', String.raw`https:\\evil.example\bank.example`)).toEqual(['link-to-other-host'])
    expect(found('www.bank.example', 'https://bank.example/visa')).toEqual([])
    expect(found('bank.example', 'https://help.bank.example')).toEqual([])
    expect(found('the visa page', 'https://bank.example')).toEqual([])
    expect(found('the visa page', '#')).toEqual(['link-without-address'])
  })

  test('bold inside a link does not part it', () => {
    const href = { type: 'link', attrs: { href: 'https://a.example' } }
    const parts = [text('click ', [href]), text('here', [href, { type: 'bold' }])]
    expect(checked({ blocks: [paragraph('Please ', ...parts)] }).findings).toMatchObject([
      { rule: 'house-en/vague-link', where: { from: 7, to: 17 } },
    ])
  })
})
