import { describe, expect, test } from 'vitest'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import type { MergeItem, PostMerge } from '../../../../src/shared/content/merge/post-merge.ts'
import { blogMarkup } from '../blog-markup.ts'
import { choose, outline } from './read-merge.ts'
import { blocks, card, contents, heading, list, paragraph, picture, version } from './versions.ts'

const merge = (base: string, mine: string, theirs: string): PostMerge => mergePosts(contents(base, mine, theirs))
const only = ({ items }: PostMerge): MergeItem => {
  const [item, ...others] = items
  if (!item || others.length > 0) throw new Error(`not one item but ${items.length}`)
  return item
}

const hours = paragraph('The office opens at nine on Monday and closes at five.')
const papers = paragraph('Bring a passport and two photos.')
const parking = paragraph('Parking is behind the house.')

describe('words inside a block', () => {
  test.each([
    [
      'English',
      paragraph('The office opens at nine on Monday and closes at five.'),
      paragraph('The office opens at ten on Monday and closes at five.'),
      paragraph('The office opens at nine on Monday and closes at six.'),
      paragraph('The office opens at ten on Monday and closes at six.'),
    ],
    [
      'Arabic',
      paragraph('يفتح المكتب في التاسعة يوم الاثنين ويغلق في الخامسة.'),
      paragraph('يفتح المكتب في العاشرة يوم الاثنين ويغلق في الخامسة.'),
      paragraph('يفتح المكتب في التاسعة يوم الاثنين ويغلق في السادسة.'),
      paragraph('يفتح المكتب في العاشرة يوم الاثنين ويغلق في السادسة.'),
    ],
    [
      'Vietnamese',
      paragraph('Văn phòng mở cửa lúc chín giờ sáng thứ Hai.'),
      paragraph('Thư viện mở cửa lúc chín giờ sáng thứ Hai.'),
      paragraph('Văn phòng mở cửa lúc chín giờ sáng thứ Ba.'),
      paragraph('Thư viện mở cửa lúc chín giờ sáng thứ Ba.'),
    ],
    [
      'Chinese',
      paragraph('办公室星期一上午九点开门，请带护照和照片。'),
      paragraph('办公室星期三上午九点开门，请带护照和照片。'),
      paragraph('办公室星期一上午九点开门，请带护照和复印件。'),
      paragraph('办公室星期三上午九点开门，请带护照和复印件。'),
    ],
    [
      'Thai',
      paragraph('สำนักงานเปิดวันจันทร์ กรุณานำหนังสือเดินทางและรูปถ่ายมาด้วย'),
      paragraph('สำนักงานเปิดวันพุธ กรุณานำหนังสือเดินทางและรูปถ่ายมาด้วย'),
      paragraph('สำนักงานเปิดวันจันทร์ กรุณานำหนังสือเดินทางและสำเนามาด้วย'),
      paragraph('สำนักงานเปิดวันพุธ กรุณานำหนังสือเดินทางและสำเนามาด้วย'),
    ],
    [
      'a mark set by one around what the other edits',
      paragraph('Please bring your old passport on Monday morning.'),
      paragraph('Please <strong>bring your old passport</strong> on Monday morning.'),
      paragraph('Please bring your new passport on Monday morning.'),
      paragraph('Please <strong>bring your new passport</strong> on Monday morning.'),
    ],
    [
      'a link, a line break and an entity',
      paragraph('See <a href="https://example.org/a">the map</a> here.<br>Visas &amp; papers'),
      paragraph('See <a href="https://example.org/b">the map</a> here.<br>Visas &amp; papers'),
      paragraph('See <a href="https://example.org/a">the map</a> here.<br>Visas &amp; passports'),
      paragraph('See <a href="https://example.org/b">the map</a> here.<br>Visas &amp; passports'),
    ],
    [
      'the level of a heading and its words',
      heading('Opening hours'),
      heading('Opening hours').replaceAll('h2', 'h3').replace('wp:heading', 'wp:heading {"level":3}'),
      heading('Opening hours today'),
      heading('Opening hours today').replaceAll('h2', 'h3').replace('wp:heading', 'wp:heading {"level":3}'),
    ],
    [
      'items of a list: one edited, one new from each',
      list('Opening hours of the office', 'Telephone'),
      list('Opening hours of the library', 'Telephone', 'Post'),
      list('Opening hours of the office', 'Telephone', 'Fax'),
      list('Opening hours of the library', 'Telephone', 'Post', 'Fax'),
    ],
    [
      'a list in a list',
      list('Office', `Library${list('Mornings', 'Evenings')}`, 'Garden'),
      list('Office', `Library${list('Mornings only', 'Evenings')}`, 'Garden'),
      list('Main office', `Library${list('Mornings', 'Evenings', 'Nights')}`, 'Garden'),
      list('Main office', `Library${list('Mornings only', 'Evenings', 'Nights')}`, 'Garden'),
    ],
  ])('%s merges', (_what, base, mine, theirs, expected) => {
    const merged = merge(blocks(papers, base, parking), blocks(papers, mine, parking), blocks(papers, theirs, parking))
    expect(merged.merged.content).toBe(blocks(papers, expected, parking))
    expect(outline(merged)).toEqual(['block-changed both merged'])
  })

  test.each([
    ['the same word', hours.replace('nine', 'ten'), hours.replace('nine', 'eight')],
    ['neighbouring words', hours.replace('nine', 'ten'), hours.replace('on', 'each')],
    ['a word and a mark on it', hours.replace('nine', 'ten'), hours.replace('nine', '<em>nine</em>')],
    [
      'marks that would cross',
      hours.replace('opens at nine on', '<em>opens at nine</em> on'),
      hours.replace('at nine on Monday', 'at <em>nine on Monday</em>'),
    ],
    ['a text that one wrote anew', paragraph('Closed for the summer.'), hours.replace('five', 'six')],
    ['both wrote anew', paragraph('Closed.'), paragraph('See the library.')],
  ])('%s is a conflict that keeps both', (_what, mine, theirs) => {
    const merged = merge(blocks(papers, hours), blocks(papers, mine), blocks(papers, theirs))
    expect(only(merged)).toMatchObject({
      kind: 'block-changed',
      state: 'conflict',
      by: 'both',
      blockName: 'core/paragraph',
      base: hours,
      mine,
      theirs,
      choices: ['mine', 'theirs', 'both'],
    })
    expect(merged.isClean).toBe(false)
    expect(merged.merged.content).toBe(blocks(papers, hours))
    expect(choose(merged, 'mine').content).toBe(blocks(papers, mine))
    expect(choose(merged, 'theirs').content).toBe(blocks(papers, theirs))
    expect(choose(merged, 'both').content).toBe(blocks(papers, mine, theirs))
  })

  test.each([
    ['a block of a plug-in', card('one two three four five'), 'one', 'five'],
    ['a picture', picture('door.jpg', 'The green door of the house'), 'door.jpg', 'house'],
    ['HTML outside of any block', '<div>Written before there were blocks, long ago.</div>', 'Written', 'long'],
  ])('%s compares as bytes and never merges inside', (_what, base, first, last) => {
    const [mine, theirs] = [base.replace(first, 'mine'), base.replace(last, 'theirs')]
    const merged = merge(blocks(papers, base, parking), blocks(papers, mine, parking), blocks(papers, theirs, parking))
    expect(outline(merged)).toEqual(['block-changed both conflict'])
    expect(choose(merged, 'both').content).toBe(blocks(papers, mine, theirs, parking))
  })

  test('a block that one version has in a form not modelled is not merged inside', () => {
    const plain = paragraph('Bring a passport and two photos.')
    const styled = plain.replace('<p>', '<p dir="rtl">')
    expect(outline(merge(styled, plain, styled.replace('two', 'three')))).toEqual(['block-changed both conflict'])
  })

  test('a paragraph of 200,000 words merges', () => {
    const text = Array.from({ length: 200_000 }, (_, at) => `w${at}`).join(' ')
    const [mine, theirs] = [text.replace('w10 ', 'mine '), text.replace('w199990 ', 'theirs ')]
    const merged = merge(paragraph(text), paragraph(mine), paragraph(theirs))
    expect(merged.merged.content === paragraph(mine.replace('w199990 ', 'theirs '))).toBe(true)
  })
})

describe('blocks that come, go and move', () => {
  test('both put something at the same place: both stay, mine first', () => {
    const merged = merge(
      blocks(hours, parking),
      blocks(hours, paragraph('Mine.'), parking),
      blocks(hours, paragraph('Theirs.'), heading('Also theirs'), parking),
    )
    expect(merged.merged.content).toBe(
      blocks(hours, paragraph('Mine.'), paragraph('Theirs.'), heading('Also theirs'), parking),
    )
    expect(outline(merged)).toEqual([
      'block-added mine merged',
      'block-added theirs merged',
      'block-added theirs merged',
    ])
  })

  test('both put something at the very beginning and the very end', () => {
    const merged = merge(
      hours,
      blocks(paragraph('A'), hours, paragraph('B')),
      blocks(paragraph('C'), hours, paragraph('D')),
    )
    expect(merged.merged.content).toBe(blocks(paragraph('A'), paragraph('C'), hours, paragraph('B'), paragraph('D')))
  })

  test('what both added alike is there once, between what only one added', () => {
    const same = paragraph('The same from both.')
    const merged = merge(
      hours,
      blocks(hours, paragraph('Mine.'), same),
      blocks(hours, paragraph('Theirs.'), same, paragraph('More.')),
    )
    expect(merged.merged.content).toBe(
      blocks(hours, paragraph('Mine.'), paragraph('Theirs.'), same, paragraph('More.')),
    )
    expect(outline(merged)).toContain('block-added both merged')
  })

  test('what both added alike in another order is there once each, in my order', () => {
    const [one, two] = [paragraph('One.'), heading('Two')]
    const merged = merge(blocks(hours, papers), blocks(hours, one, two, papers), blocks(hours, two, one, papers))
    expect(merged.merged.content).toBe(blocks(hours, one, two, papers))
    expect(outline(merged)).toEqual(['block-added both merged', 'block-added both merged'])
  })

  test('texts outside of blocks do not run together when what parted them is gone', () => {
    const merged = merge(`One.${hours}${papers}Two.`, `One.${papers}Two.`, `One.${hours}Two.`)
    expect(merged.merged.content).toBe('One.\n\nTwo.')
  })

  test('both remove the same block: it is gone, and nobody is asked', () => {
    const merged = merge(blocks(hours, papers, parking), blocks(hours, parking), blocks(hours, parking))
    expect(merged.merged.content).toBe(blocks(hours, parking))
    expect(outline(merged)).toEqual(['block-removed both merged'])
  })

  test('removed by one and untouched by the other: it is gone', () => {
    const merged = merge(blocks(hours, papers, parking), blocks(papers, parking), blocks(hours, papers))
    expect(merged.merged.content).toBe(papers)
    expect(outline(merged)).toEqual(['block-removed mine merged', 'block-removed theirs merged'])
  })

  test('removed by one and edited by the other is a conflict that keeps both', () => {
    const edited = papers.replace('two', 'three')
    const merged = merge(blocks(hours, papers, parking), blocks(hours, parking), blocks(hours, edited, parking))
    expect(only(merged)).toMatchObject({
      kind: 'block-removed',
      by: 'mine',
      state: 'conflict',
      base: papers,
      mine: null,
      theirs: edited,
      choices: ['mine', 'theirs'],
    })
    expect(merged.merged.content).toBe(blocks(hours, papers, parking))
    expect(choose(merged, 'mine').content).toBe(blocks(hours, parking))
    expect(choose(merged, 'theirs').content).toBe(blocks(hours, edited, parking))
  })

  test('moved by one and edited by the other is moved with the edit', () => {
    const edited = hours.replace('nine', 'ten')
    const merged = merge(
      blocks(hours, papers, parking),
      blocks(papers, parking, hours),
      blocks(edited, papers, parking),
    )
    expect(merged.merged.content).toBe(blocks(papers, parking, edited))
    expect(outline(merged)).toEqual(['block-moved mine merged', 'block-changed theirs merged'])
  })

  test('moved by both to the same place is there once', () => {
    const moved = blocks(papers, parking, hours)
    const merged = merge(blocks(hours, papers, parking), moved, blocks(papers, parking, hours, heading('Theirs')))
    expect(merged.merged.content).toBe(blocks(moved, heading('Theirs')))
    expect(outline(merged)).toContain('block-moved both merged')
  })

  test('moved by both to two places is a conflict, and the text is there once whatever is chosen', () => {
    const [one, two, three, four] = ['One is here.', 'Two comes next.', 'Three is a crowd.', 'Four at last.'].map(
      paragraph,
    )
    if (!one || !two || !three || !four) return expect.unreachable()
    const merged = merge(blocks(one, two, three, four), blocks(two, one, three, four), blocks(two, three, four, one))
    expect(only(merged)).toMatchObject({
      kind: 'block-moved',
      by: 'both',
      state: 'conflict',
      choices: ['mine', 'theirs'],
    })
    expect(merged.merged.content).toBe(blocks(one, two, three, four))
    expect(choose(merged, 'mine').content).toBe(blocks(two, one, three, four))
    expect(choose(merged, 'theirs').content).toBe(blocks(two, three, four, one))
    expect(choose(merged, 'both').content).toBe(blocks(two, one, three, four))
  })

  test('moved by one and removed by the other is a conflict', () => {
    const merged = merge(blocks(hours, papers, parking), blocks(papers, parking, hours), blocks(papers, parking))
    expect(outline(merged)).toEqual(['block-removed theirs conflict'])
    expect(merged.merged.content).toBe(blocks(hours, papers, parking))
    expect(choose(merged, 'mine').content).toBe(blocks(papers, parking, hours))
    expect(choose(merged, 'theirs').content).toBe(blocks(papers, parking))
  })

  test('neighbours edited by one side each do not touch', () => {
    const [mine, theirs] = [hours.replace('nine', 'ten'), papers.replace('two', 'three')]
    const merged = merge(blocks(hours, papers), blocks(mine, papers), blocks(hours, theirs))
    expect(merged.merged.content).toBe(blocks(mine, theirs))
    expect(merged.isClean).toBe(true)
  })

  test('white space between blocks, lines of Windows and blocks side by side survive', () => {
    const base = `\n${hours}\r\n\r\n${papers}${parking}\n\n\n`
    const merged = merge(base, base.replace('nine', 'ten'), base.replace('house', 'garden') + card('new'))
    expect(merged.merged.content).toBe(base.replace('nine', 'ten').replace('house', 'garden') + card('new'))
  })

  test('a block whose closer is missing does not swallow what comes behind it', () => {
    const open = '<!-- wp:group --><div>'
    const merged = merge(hours, blocks(hours, open), blocks(hours, papers))
    expect(merged.merged.content).toBe(blocks(hours, `${open}<!-- /wp:group -->`, papers))
  })

  test('in a whole post only the block that both changed is asked about', () => {
    const base = blogMarkup['a post of WordPress 7.1']
    const mine = base
      .replace('Monday', 'Friday')
      .replace('Mornings', 'Evenings')
      .replace('The new door', 'The old door')
    const theirs = base.replace('Monday', 'Sunday').replace('Telephone', 'Fax').replace('The porter', 'The caretaker')
    const merged = merge(base, mine, theirs)
    expect(outline(merged)).toEqual([
      'block-changed both conflict',
      'block-changed both merged',
      'block-changed theirs merged',
      'block-changed mine merged',
    ])
    expect(choose(merged, 'mine').content).toBe(mine.replace('Telephone', 'Fax').replace('The porter', 'The caretaker'))
  })
})

test('an item keeps its id while its place and texts stay, whatever else changes', () => {
  const ids = (mine: string, theirs: string): string[] =>
    merge(blocks(hours, papers), blocks(mine, papers), blocks(theirs, papers)).items.map(({ id }) => id)
  const [mine, theirs] = [hours.replace('nine', 'ten'), hours.replace('nine', 'eight')]
  expect(ids(mine, theirs)).toEqual(ids(theirs, mine))
  expect(ids(mine, theirs)).not.toEqual(ids(mine, hours.replace('nine', 'seven')))
  const withMore = mergePosts({
    base: version({ content: blocks(hours, papers) }),
    mine: version({ content: blocks(mine, papers), title: 'New' }),
    theirs: version({ content: blocks(theirs, papers, parking) }),
  })
  expect(withMore.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids(mine, theirs)))
})
