import { expect, test } from 'vitest'
import { transcriptBlock, transcriptOf } from '../../../../src/shared/content/captions/transcript.ts'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { storableBlock } from '../../../../src/shared/content/storable-block.ts'

const cue = (fromSeconds: number, text: string) => ({
  startMs: fromSeconds * 1000,
  endMs: (fromSeconds + 2) * 1000,
  text,
})

test('what is said without a break is one paragraph, and a silence begins the next', () => {
  expect(transcriptOf([cue(0, 'The ferry\nleaves'), cue(2, 'at <i>dawn</i>.'), cue(10, 'Salt &amp; seed.')])).toEqual([
    'The ferry leaves at dawn.',
    'Salt & seed.',
  ])
})

test('each voice has its paragraphs, with its name where it begins', () => {
  const cues = [
    cue(0, '<v Lan>Why rice?'),
    cue(2, '<v.loud Tuan>Because.</v>'),
    cue(4, 'It grows.'),
    cue(6, '<v Lan>So.'),
  ]
  expect(transcriptOf(cues)).toEqual(['Lan: Why rice?', 'Tuan: Because. It grows.', 'Lan: So.'])
})

test('lines that roll up are read once', () => {
  expect(transcriptOf([cue(0, 'One'), cue(2, 'One\nTwo'), cue(4, 'Two\nThree')])).toEqual(['One Two Three'])
})

test('a transcript is a fold-out of WordPress in the language of the post, and is read again as what it is', () => {
  const block = transcriptBlock('Một.\n\nHai <ba>.', 'vi')
  const { markup } = documentToMarkup(
    { type: 'doc', content: [block] },
    { pictureFor: () => null, blogDirection: 'ltr' },
  )
  expect(markup).toBe(
    [
      '<!-- wp:details -->',
      '<details class="wp-block-details"><summary>Bản ghi lời</summary><!-- wp:paragraph -->',
      '<p>Một.</p>',
      '<!-- /wp:paragraph -->',
      '',
      '<!-- wp:paragraph -->',
      '<p>Hai &lt;ba&gt;.</p>',
      '<!-- /wp:paragraph --></details>',
      '<!-- /wp:details -->',
    ].join('\n'),
  )
  expect(markupToDocument(markup).content.map(storableBlock)).toEqual([storableBlock(block)])
})
