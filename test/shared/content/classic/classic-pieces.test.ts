import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isParagraphRun, splitClassic } from '../../../../src/shared/content/classic/classic-pieces.ts'
import { isBlank } from '../../../../src/shared/content/white-space.ts'
import { expectNearLinear } from '../../../support/work-growth.ts'
import { anyMarkup } from '../generated.ts'
import { classicPost } from './classic-posts.ts'

const split = (text: string): string[] => splitClassic(text).map(({ start, end }) => text.slice(start, end))

test('paragraphs end at blank lines, and at elements of their own', () => {
  expect(split('One\nline\n\ntwo<h2>A</h2>three\r\n\r\nfour')).toEqual([
    'One\nline',
    'two',
    '<h2>A</h2>',
    'three',
    'four',
  ])
})

test('an element holds everything up to its own end', () => {
  expect(split('<div>a\n\n<div>b</div>\n\nc</div>\nd')).toEqual(['<div>a\n\n<div>b</div>\n\nc</div>', 'd'])
  expect(split('<ul>\n<li>a</li>\n</ul><hr><p title="a>b">x</p>')).toEqual([
    '<ul>\n<li>a</li>\n</ul>',
    '<hr>',
    '<p title="a>b">x</p>',
  ])
})

test('an element without its end takes nothing with it', () => {
  expect(split('<p>a\n\n<p>b</p>\n\nc</div>d')).toEqual(['<p>', 'a', '<p>b</p>', 'c', '</div>', 'd'])
})

test('what splits a post or a page stands alone, any other comment in its line', () => {
  expect(split('a<!--more read on-->b <!-- x\n\ny --> c')).toEqual(['a', '<!--more read on-->', 'b <!-- x', 'y --> c'])
})

test('a shortcode that begins beside text holds what is inside; one that stands alone does not', () => {
  expect(split('[caption id="a"]<img>\n\nb[/caption]\n\nc')).toEqual(['[caption id="a"]<img>\n\nb[/caption]', 'c'])
  expect(split('[column]\n\na\n\n[/column]')).toEqual(['[column]', 'a', '[/column]'])
})

test('scripts are one piece, whatever is written in them', () => {
  expect(split('<script>if (a < b) document.write("<p>")\n\nx</script>\n\ny')).toEqual([
    '<script>if (a < b) document.write("<p>")\n\nx</script>',
    'y',
  ])
})

test('nothing but white space stands between the pieces of any text', () => {
  fc.assert(
    fc.property(fc.oneof(classicPost, anyMarkup, fc.string()), (text) => {
      let taken = 0
      for (const { start, end } of splitClassic(text)) {
        expect(isBlank(text.slice(taken, start))).toBe(true)
        expect(start).toBeLessThan(end)
        taken = end
      }
      expect(isBlank(text.slice(taken))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('texts run together without a blank line between them, elements never do', () => {
  expect(isParagraphRun('a\n', 'b')).toBe(true)
  expect(isParagraphRun('a\n', '\n b')).toBe(false)
  expect(isParagraphRun('<h2>a</h2>', 'b')).toBe(false)
  expect(isParagraphRun('<!-- wp:separator /-->', 'b')).toBe(false)
})

test.each(['<div>', '<p>a', '</div>', '<!--', '<a "', '[a]b\n\nc[/d]\n\n', '<script>', '<ul><li>'])(
  '10,000 times %j take less than twenty-five times the work of 1,000',
  (text) => {
    expectNearLinear((count) => {
      const markup = text.repeat(count)
      return () => void splitClassic(markup)
    })
  },
)
