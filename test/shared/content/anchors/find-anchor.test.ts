import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAnchor } from '../../../../src/shared/content/anchors/find-anchor.ts'
import { makeAnchor } from '../../../../src/shared/content/anchors/make-anchor.ts'
import { readPost, type ReadablePost } from '../../../../src/shared/content/checks/readable-post.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { blocks, heading, list, paragraph, picture } from '../merge/versions.ts'

const read = (markup: string, title = 'The ferry'): ReadablePost =>
  readPost({ title, excerpt: '', language: 'en', document: markupToDocument(markup) })

/** The words at which a note about `quote` (its `which`-th place) of one text stands in another; null when they are gone. */
function followed(quote: string, before: string, after: string, which = 0): string | null {
  const post = read(before)
  const places = post.texts.flatMap(({ text, path, holder }) =>
    [...text.matchAll(new RegExp(quote, 'g'))].map(({ index }) => ({ path, holder, from: index })),
  )
  const place = places[which]
  if (!place) throw new Error(`${quote} is not in the text`)
  const anchor = makeAnchor(post, { in: 'text', path: place.path, from: place.from, to: place.from + quote.length })
  const then = read(after)
  const found = anchor && findAnchor(then, anchor)
  if (!found || !('from' in found.where)) return null
  const { path, from, to } = found.where
  const text = then.texts.find((each) => each.path.join() === path.join())?.text ?? ''
  return `${path.join('.')}: ${text.slice(from, to)}`
}

describe('a note finds its passage again', () => {
  test('when blocks come and go before it, and when it moves into a list', () => {
    const before = blocks(heading('Hours'), paragraph('The ferry leaves at six, or when it is full.'))
    expect(followed('leaves at six', before, blocks(paragraph('New.'), before))).toBe('2: leaves at six')
    expect(followed('leaves at six', before, list('First', 'The ferry leaves at six.'))).toBe('0.1.0: leaves at six')
  })

  test('by the words around it, where it stands more than once', () => {
    const before = blocks(paragraph('Bring the form to the desk.'), paragraph('Sign the form at home.'))
    const after = blocks(paragraph('Sign the form at home.'), paragraph('Bring the form to the desk.'))
    expect(followed('the form', before, after, 0)).toBe('1: the form')
    expect(followed('the form', before, after, 1)).toBe('0: the form')
  })

  test('when some of its words were written anew', () => {
    const before = paragraph('In May the old ferry leaves at six in the morning, always.')
    const after = paragraph('In May the new ferry leaves at seven in the morning, always.')
    expect(followed('the old ferry leaves at six', before, after)).toBe('0: the new ferry leaves at')
  })

  test('and not, when its words are gone', () => {
    const before = blocks(paragraph('Nobody has ever seen it wait.'), paragraph('The end.'))
    expect(
      followed('ever seen it wait', before, blocks(paragraph('It waits for nobody.'), paragraph('The end.'))),
    ).toBe(null)
  })

  test('in Arabic and in Chinese', () => {
    expect(followed('أبوابها', paragraph('تفتح القاعة أبوابها صباحا'), paragraph('اليوم تفتح القاعة أبوابها'))).toBe(
      '0: أبوابها',
    )
    expect(followed('九点', paragraph('图书馆早上九点开门'), paragraph('这个图书馆早上九点开门'))).toBe('0: 九点')
  })

  test('about a picture: by its address, wherever it goes', () => {
    const post = read(blocks(picture('a.jpg', 'The harbour'), picture('b.jpg', 'The harbour')))
    const anchor = makeAnchor(post, { in: 'block', path: [1] })
    const then = read(blocks(picture('b.jpg', 'The harbour'), paragraph('x'), picture('a.jpg', 'The harbour')))
    expect(anchor && findAnchor(then, anchor)).toEqual({ where: { in: 'block', path: [0] }, isChanged: false })
    expect(anchor && findAnchor(read(paragraph('x')), anchor)).toBe(null)
  })

  test('in the title, also when it grows', () => {
    const anchor = makeAnchor(read('', 'The ferry at Can Tho'), { in: 'title' })
    expect(anchor?.quote).toBe('The ferry at Can Tho')
    expect(anchor && findAnchor(read('', 'The old ferry at Can Tho'), anchor)).toEqual({
      where: { in: 'title' },
      isChanged: true,
    })
  })
})

test('whatever is written elsewhere, a passage nobody touched is found word for word', () => {
  const word = fc.constantFrom('visa', 'desk', 'opens', 'the', 'nine', 'مكتب', 'mở', 'cửa')
  const sentence = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' '))
  const some = fc.array(sentence, { maxLength: 5 })
  fc.assert(
    fc.property(some, some, some, some, (beforeIt, afterIt, newBefore, newAfter) => {
      const mine = 'what the reader asked for'
      const text = (before: string[], after: string[]): string =>
        blocks(...before.map(paragraph), paragraph(`Here is ${mine} twice.`), ...after.map(paragraph))
      expect(followed(mine, text(beforeIt, afterIt), text(newBefore, newAfter))).toBe(`${newBefore.length}: ${mine}`)
    }),
  )
})
