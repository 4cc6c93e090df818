import { describe, expect, test } from 'vitest'
import { readCaptions } from '../../../../src/shared/content/captions/read-captions.ts'

const read = (...lines: string[]) => readCaptions(lines.join('\n'))

describe('WebVTT', () => {
  test('goes as it was, notes, styles, names and places included', () => {
    const text = [
      'WEBVTT - The ferry',
      'Kind: captions',
      '',
      'STYLE',
      '::cue { color: lime }',
      '',
      'NOTE by Lan',
      '',
      'intro',
      '00:01.000 --> 00:02.500 align:start',
      '<v Lan>Good morning.',
      '',
      '01:00:00.000 --> 01:00:01.000',
      'Two',
      'lines',
      '',
    ].join('\n')
    expect(readCaptions(text)).toEqual({
      vtt: text,
      cues: [
        { startMs: 1000, endMs: 2500, text: '<v Lan>Good morning.' },
        { startMs: 3_600_000, endMs: 3_601_000, text: 'Two\nlines' },
      ],
    })
  })

  test('of other programs has one form of line end and no mark in front', () => {
    expect(readCaptions('\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nWords')).toMatchObject({
      vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n',
    })
  })

  test.each([
    ['times that are none', ['WEBVTT', '', '00:01,000 --> 00:02.000', 'Words'], { fault: 'bad-times', line: 3 }],
    [
      'a caption without times',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', 'One', '', 'Two', 'lines'],
      { fault: 'no-times', line: 6 },
    ],
    [
      'an end before its beginning',
      ['WEBVTT', '', '7', '00:03.000 --> 00:02.000', 'Words'],
      { fault: 'ends-before-it-starts', line: 4 },
    ],
    [
      'a forgotten empty line',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', 'One', '00:02.000 --> 00:03.000', 'Two'],
      { fault: 'arrow-in-text', line: 5 },
    ],
    ['nothing in it', ['WEBVTT', '', 'NOTE nothing yet'], { fault: 'empty', line: 1 }],
  ])('is refused with the line of %s', (_name, lines, problem) => {
    expect(read(...lines)).toEqual(problem)
  })
})

describe('SubRip', () => {
  test('becomes WebVTT: times with a point, colours and places left out, signs that mean something written out', () => {
    const subrip = read(
      '1',
      '00:00:01,5 --> 00:00:02,750',
      '{\\an8}<font color="#fff">Salt & <i>seed</i></font>',
      '',
      '',
      '2',
      '0:00:03,000 --> 0:00:04,000  X1:10',
      'a < b, x &amp; y',
    )
    expect(subrip).toMatchObject({
      vtt: [
        'WEBVTT',
        '',
        '00:00:01.500 --> 00:00:02.750',
        'Salt &amp; <i>seed</i>',
        '',
        '00:00:03.000 --> 00:00:04.000',
        'a &lt; b, x &amp; y',
        '',
      ].join('\n'),
    })
    expect(readCaptions('vtt' in subrip ? subrip.vtt : '')).toEqual(subrip)
  })

  test('a caption without words is left out', () => {
    expect(read('1', '00:00:01,000 --> 00:00:02,000', '', '2', '00:00:03,000 --> 00:00:04,000', 'Words')).toMatchObject(
      {
        cues: [{ startMs: 3000, endMs: 4000, text: 'Words' }],
      },
    )
  })

  test('is refused with the line that is wrong', () => {
    expect(read('1', '00:00:01,000 --> 00:00:99,000', 'Words')).toEqual({ fault: 'bad-times', line: 2 })
  })
})

test.each(['', 'Words and words', '%PDF-1.4', 'WEBVTTX'])('%j is no caption file', (text) => {
  expect(readCaptions(text)).toEqual({ fault: 'not-captions', line: 1 })
})
