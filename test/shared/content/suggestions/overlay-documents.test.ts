import { describe, expect, test } from 'vitest'
import { documentToMarkup } from '../../../../src/shared/content/document-to-markup.ts'
import type { BlockNode, InlineNode, PostDocument } from '../../../../src/shared/content/document.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { listSuggestions } from '../../../../src/shared/content/suggestions/list-suggestions.ts'
import { overlayDocuments } from '../../../../src/shared/content/suggestions/overlay-documents.ts'
import { settleDocument } from '../../../../src/shared/content/suggestions/settle.ts'
import { blocks, card, heading, list, paragraph, picture } from '../merge/versions.ts'

const overlay = (before: string, after: string) => overlayDocuments(markupToDocument(before), markupToDocument(after))
/** Each suggestion as `what: was → is`. */
const told = (before: string, after: string): string[] =>
  listSuggestions(overlay(before, after).blocks).map(({ change, was, is }) => `${change}: ${was} → ${is}`)
const markupOf = (document: PostDocument): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup

describe('words', () => {
  test('each place where a sentence differs is one suggestion', () => {
    expect(
      told(
        paragraph('The ferry leaves at six, whether the minister is on board or not.'),
        paragraph('The old ferry leaves at seven, whether the minister is there or not.'),
      ),
    ).toEqual(['inserted:  → old ', 'replaced: six → seven', 'replaced: on board → there'])
  })

  test('a space or a comma that stands in both does not part a phrase in two', () => {
    expect(
      told(paragraph('We met the mayor, the doctor and a nun.'), paragraph('We met the baker, the smith and a nun.')),
    ).toEqual(['replaced: mayor → baker', 'replaced: doctor → smith'])
    expect(told(paragraph('It was big, red and slow.'), paragraph('It was small, green and slow.'))).toEqual([
      'replaced: big, red → small, green',
    ])
  })

  test('words in other marks are the same words, formatted', () => {
    expect(told(paragraph('Bring the <em>old</em> form.'), paragraph('Bring the <strong>old form</strong>.'))).toEqual([
      'formatted: old form → old form',
    ])
  })

  test('a sentence that was written anew is one suggestion, not a heap of odd words', () => {
    const before =
      'I spent the whole of last Tuesday at the counter and counted what people asked about the form of ours.'
    const after =
      'Forty questions came up in one day; most were our own fault, and at least nine have since been answered.'
    expect(told(paragraph(before), paragraph(after))).toEqual([`replaced: ${before} → ${after}`])
  })

  test('Arabic, Vietnamese and Chinese are told word by word', () => {
    expect(told(paragraph('تفتح القاعة أبوابها صباحا'), paragraph('تفتح المكتبة أبوابها صباحا'))).toEqual([
      'replaced: القاعة → المكتبة',
    ])
    expect(told(paragraph('Thư viện mở cửa lúc chín giờ'), paragraph('Thư viện mở cửa lúc tám giờ'))).toEqual([
      'replaced: chín → tám',
    ])
    expect(told(paragraph('图书馆早上九点开门'), paragraph('图书馆早上八点开门'))).toEqual(['replaced: 九 → 八'])
  })
})

test('lines of a poem and of a program stay lines', () => {
  for (const type of ['verse', 'codeBlock', 'preformatted'] as const) {
    const of = (text: string): PostDocument => ({
      type: 'doc',
      content: [{ type, attrs: { source: null }, content: [{ type: 'text', text }] }],
    })
    const laid = overlayDocuments(of('one  two\nthree\n\nfour'), of('one  three\nthree\n\nfive'))
    const [first] = listSuggestions(laid.blocks)
    expect(settleDocument(laid, new Set([first?.id ?? '']))).toEqual(of('one  three\nthree\n\nfour'))
  }
})

describe('blocks', () => {
  test('added, taken out and moved', () => {
    const [first, second, third] = ['The first one.', 'The second one.', 'The third one.'].map(paragraph)
    const before = blocks(first ?? '', paragraph('Nobody needs this line.'), second ?? '', card('x'), third ?? '')
    const after = blocks(third ?? '', first ?? '', second ?? '', card('y'), paragraph('A word of thanks.'))
    expect(told(before, after)).toEqual([
      'moved: The third one. → The third one.',
      'removed: Nobody needs this line. → ',
      'removed: x → ',
      'added:  → y',
      'added:  → A word of thanks.',
    ])
  })

  test('what a block is and what it says are two suggestions', () => {
    const [before, after] = [paragraph('Opening hours in May'), heading('Opening hours in June')]
    expect(told(before, after)).toEqual([
      'reshaped: Opening hours in May → Opening hours in June',
      'replaced: May → June',
    ])
    const laid = overlay(before, after)
    const [shell] = listSuggestions(laid.blocks)
    expect(markupOf(settleDocument(laid, new Set([shell?.id ?? ''])))).toBe(heading('Opening hours in May'))
  })

  test('an item of a list and the caption of a picture are told by themselves', () => {
    const before = blocks(list('bread', 'milk', 'six eggs'), picture('a.jpg', 'The harbour'))
    const after = blocks(list('bread', 'six fresh eggs', 'tea'), picture('a.jpg', 'The old harbour'))
    expect(told(before, after)).toEqual([
      'removed: milk → ',
      'inserted:  → fresh ',
      'added:  → tea',
      'replaced: The harbour → The old harbour',
    ])
  })

  test('a row of a table is taken by itself, a column only with its table', () => {
    const table = (...rows: string[][]): string =>
      `<!-- wp:table -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><tbody>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></figure>\n<!-- /wp:table -->`
    expect(
      told(table(['Monday', '9'], ['Friday', '8']), table(['Monday', '10'], ['Sunday', '7'], ['Friday', '8'])),
    ).toEqual(['replaced: 9 → 10', 'added:  → Sunday\t7'])
    expect(told(table(['Monday', '9']), table(['Monday', '9', 'closed']))).toEqual([
      'replaced: Monday\t9 → Monday\t9\tclosed',
    ])
  })

  test('a note comes and goes with its number, and what it says is told by itself', () => {
    const before = withNotes(['rice'], { rice: 'See page 7.' })
    const after = withNotes(['rice', 'salt'], { rice: 'See page 9.', salt: 'A new note.' })
    const laid = overlayDocuments(before, after)
    const all = listSuggestions(laid.blocks)
    expect(all.map(({ change, was, is }) => `${change}: ${was} → ${is}`)).toEqual([
      'inserted:  → salt ',
      'replaced: 7 → 9',
    ])
    expect(settleDocument(laid, new Set([all[0]?.id ?? '']))).toEqual(
      withNotes(['rice', 'salt'], { rice: 'See page 7.', salt: 'A new note.' }),
    )
    expect(settleDocument(laid, new Set([all[1]?.id ?? '']))).toEqual(withNotes(['rice'], { rice: 'See page 9.' }))
  })
})

const words = (text: string): InlineNode => ({ type: 'text', text })
const withNotes = (numbers: string[], notes: Record<string, string>): PostDocument => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { dir: null, source: null },
      content: numbers.flatMap((id) => [words(`${id} `), { type: 'footnoteReference', attrs: { id } }]),
    },
    {
      type: 'footnotes',
      attrs: { meta: null, source: null },
      content: Object.entries(notes).map(([id, text]) => ({ type: 'footnote', attrs: { id }, content: [words(text)] })),
    },
  ],
})

test('one paragraph taken leaves the bytes of all others alone', () => {
  const odd = '<!-- wp:paragraph {"x":1} -->\r\n<p >Odd   spaces</p>\n\n<!-- /wp:paragraph -->'
  const before = blocks(odd, paragraph('The ferry leaves at six.'), card('kept'))
  const after = blocks(odd, paragraph('The ferry leaves at seven.'), card('kept'), paragraph('Bye.'))
  const laid = overlay(before, after)
  const [words] = listSuggestions(laid.blocks)
  expect(markupOf(settleDocument(laid, new Set([words?.id ?? ''])))).toBe(
    blocks(odd, paragraph('The ferry leaves at seven.'), card('kept')),
  )
})

test('the notes are the notes also where everything before them was written anew', () => {
  const last = (text: string, note: string): PostDocument => {
    const [number, notes] = withNotes(['rice'], { rice: note }).content
    const anew: BlockNode = { type: 'heading', attrs: { level: 2, dir: null, source: null }, content: [words(text)] }
    return { type: 'doc', content: [number, anew, notes].flatMap((block) => block ?? []) }
  }
  const { blocks: entries } = overlayDocuments(last('https://example.org', ' '), last('Anew', 'See page 9.'))
  const [notes] = entries.flatMap((entry) =>
    entry.kind === 'kept' && entry.node.before.type === 'footnotes' ? [entry.node.kind] : [],
  )
  expect(notes).toBe('changed')
})
