import { describe, expect, it } from 'vitest'
import { markerNumber } from '../../../../../src/renderer/src/features/editor/paste/flat-items.ts'
import { cleanLink } from '../../../../../src/renderer/src/features/editor/paste/paste-links.ts'
import { PasteReport } from '../../../../../src/renderer/src/features/editor/paste/paste-report.ts'
import { pasteNote } from '../../../../../src/renderer/src/features/editor/paste/paste-words.ts'
import {
  dataPictureFile,
  dataPictures,
} from '../../../../../src/renderer/src/features/editor/paste/pictures-in-html.ts'
import { quietStyles } from '../../../../../src/renderer/src/features/editor/paste/quiet-styles.ts'
import { declarations, isBold, isHighlighted } from '../../../../../src/renderer/src/features/editor/paste/styles.ts'

it.each([
  ['3.', 3],
  ['c)', 3],
  ['(iv)', 4],
  ['2.4.', 4],
  ['١٢.', 12],
  ['۳-', 3],
  ['·', null],
  ['o', null],
  ['§', null],
])('the marker %s shows %s', (marker, number) => {
  expect(markerNumber(marker)).toBe(number)
})

describe('a declaration', () => {
  it('may hold a semicolon in quotes or brackets', () => {
    expect([...declarations('font:7pt "Times; New";background:url(data:a;b);color:red')]).toEqual([
      ['font', '7pt "times; new"'],
      ['background', 'url(data:a;b)'],
      ['color', 'red'],
    ])
  })

  it('of weight 400 takes bold away, and none leaves it', () => {
    expect(['400', 'bold', '600', 'inherit'].map((weight) => isBold(new Map([['font-weight', weight]])))).toEqual([
      false,
      true,
      true,
      null,
    ])
  })

  it('of a white or clear ground is no highlight', () => {
    const isMarked = (colour: string) => isHighlighted(new Map([['background-color', colour]]))
    expect(['transparent', '#ffffff', 'rgb(255, 255, 255)', 'yellow'].map(isMarked)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

describe('a pasted link', () => {
  it('leads to the page itself and not over a page that counts', () => {
    expect(cleanLink('https://www.google.com/url?q=https://a.example/x?y%3D1&sa=D')).toBe('https://a.example/x?y=1')
    expect(cleanLink('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1')).toBe(
      'https://a.example/',
    )
  })

  it('into the document, to a file or to a script leads nowhere', () => {
    expect(['#_Toc1', 'file:///C:/a.docx', 'javascript:alert(1)', '/local'].map(cleanLink)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('of a redirect to a script is not followed', () => {
    expect(cleanLink('https://www.google.com/url?q=javascript:alert(1)')).toBe(
      'https://www.google.com/url?q=javascript:alert(1)',
    )
  })
})

it('pictures inside the HTML are found once each, and read as files', async () => {
  const png = 'data:image/png;base64,iVBORw0KGgo='
  const html = `<img alt="a" src="${png}"><img src='${png}'><img src="https://a.example/b.png">`
  expect(dataPictures(html)).toEqual([png])
  const file = dataPictureFile(png, 'picture-1')
  expect([file?.name, file?.size]).toEqual(['picture-1.png', 8])
  expect(dataPictureFile('data:image/png;base64,%%%', 'x')).toBeNull()
})

it('styles are renamed inside tags only', () => {
  expect(quietStyles(`<style>p{}</style><p class="a" style='x'>a style="b" of its own</p>`)).toBe(
    `<xmp>p{}</xmp><p class="a" data-desk-looks='x'>a style="b" of its own</p>`,
  )
})

describe('the note of what was left out', () => {
  function noteOf(
    origin: ConstructorParameters<typeof PasteReport>[0],
    ...what: Parameters<PasteReport['count']>[0][]
  ) {
    const report = new PasteReport(origin)
    for (const one of what) report.count(one)
    return pasteNote(report)
  }

  it('counts', () => {
    expect(noteOf('word', 'comments', 'comments', 'looks', 'looks')?.short).toBe(
      'Pasted from Word or Outlook. Left out: 2 comments and colours and fonts.',
    )
  })

  it('stays short when much was left out, and has a line for each', () => {
    const note = noteOf('word', 'comments', 'deletions', 'pictures-elsewhere', 'embeds', 'looks')
    expect([note?.short, note?.lines.length]).toEqual([
      'Pasted from Word or Outlook. Left out: 1 picture, 1 embedded part and 3 other things.',
      5,
    ])
  })

  it('is not for the colours of a web page', () => {
    expect(noteOf('web', 'looks', 'controls')).toBeNull()
  })
})
