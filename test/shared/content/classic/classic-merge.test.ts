import { expect, test } from 'vitest'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import { blocks, contents, paragraph } from '../merge/versions.ts'

const BASE = 'The hall opens at nine.\n\n<h2>Where</h2>\nRoom two, first floor.\n\nBring a passport.'
const merge = (mine: string, theirs: string) => mergePosts(contents(BASE, mine, theirs))

test('paragraphs of a classic post that two people edited merge by themselves', () => {
  const merged = merge(BASE.replace('nine', 'ten'), `${BASE.replace('two', 'three')}\n\nCome early.`)
  expect(merged.isClean).toBe(true)
  expect(merged.merged.content).toBe(
    'The hall opens at ten.\n\n<h2>Where</h2>\nRoom three, first floor.\n\nBring a passport.\n\nCome early.',
  )
})

test('words of one paragraph merge too, and touching ones are a conflict', () => {
  const merged = merge(BASE.replace('two', 'five'), BASE.replace('floor', 'storey'))
  expect([merged.isClean, merged.merged.content]).toEqual([
    true,
    BASE.replace('two', 'five').replace('floor', 'storey'),
  ])
  expect(merge(BASE.replace('nine', 'ten'), BASE.replace('nine', 'noon')).isClean).toBe(false)
})

test('an element taken out does not make one paragraph of its neighbours', () => {
  const merged = merge(BASE.replace('<h2>Where</h2>\n', ''), BASE)
  expect(merged.merged.content).toBe('The hall opens at nine.\n\nRoom two, first floor.\n\nBring a passport.')
})

test('a colleague who made blocks of the post does not undo an edit of a paragraph', () => {
  const heading = '<!-- wp:heading -->\n<h2 class="wp-block-heading">Where</h2>\n<!-- /wp:heading -->'
  const made = (hall: string): string =>
    blocks(paragraph(hall), heading, paragraph('Room two, first floor.'), paragraph('Bring a passport.'))
  const merged = merge(BASE.replace('nine', 'ten'), made('The hall opens at nine.'))
  expect([merged.isClean, merged.merged.content]).toEqual([true, made('The hall opens at ten.')])
})
