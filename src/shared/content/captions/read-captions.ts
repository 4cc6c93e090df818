/** One caption as it is shown: WebVTT's own markup is still in the text, its lines apart. */
export interface Cue {
  startMs: number
  endMs: number
  text: string
}

export type CaptionFault =
  'not-captions' | 'no-times' | 'bad-times' | 'ends-before-it-starts' | 'arrow-in-text' | 'empty'

/** `line` counts from 1, in the file as it was read. */
export interface CaptionProblem {
  fault: CaptionFault
  line: number
}

/** `vtt`: the file as a blog takes it. One that was WebVTT already goes as it was, styles, notes and places included. */
export type ReadCaptions = { vtt: string; cues: Cue[] } | CaptionProblem

export const isCaptionProblem = (read: ReadCaptions): read is CaptionProblem => 'fault' in read

/** WebVTT (W3C, 4 April 2019, section 4) and SubRip, which has no standard: read as its programs write it. */
export function readCaptions(text: string): ReadCaptions {
  const whole = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const lines = whole.split('\n')
  if (/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
    const headEnd = lines.indexOf('')
    const read = readCues(lines, headEnd === -1 ? lines.length : headEnd, VTT)
    return 'fault' in read ? read : { vtt: whole.endsWith('\n') ? whole : `${whole}\n`, cues: read }
  }
  if (!whole.includes('-->')) return { fault: 'not-captions', line: 1 }
  const read = readCues(lines, 0, SUBRIP)
  if ('fault' in read) return read
  const cues = read.map((cue) => ({ ...cue, text: fromSubrip(cue.text) }))
  return { vtt: writeVtt(cues), cues }
}

const VTT = {
  times: /^\s*((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/,
  noCue: /^(?:NOTE(?:[ \t]|$)|STYLE[ \t]*$|REGION[ \t]*$)/,
}
const SUBRIP = {
  times:
    /^\s*(\d{1,2}:[0-5]?\d:[0-5]?\d(?:[,.]\d{1,3})?)[ \t]*-->[ \t]*(\d{1,2}:[0-5]?\d:[0-5]?\d(?:[,.]\d{1,3})?)(?:[ \t].*)?$/,
  noCue: /^(?!)/,
}

function readCues(lines: readonly string[], from: number, form: typeof VTT): Cue[] | CaptionProblem {
  const cues: Cue[] = []
  for (let at = from; at < lines.length;) {
    if (lines[at]?.trim() === '') {
      at += 1
      continue
    }
    const next = lines.findIndex((line, index) => index >= at && line.trim() === '')
    const end = next === -1 ? lines.length : next
    const block = lines.slice(at, end)
    const first = at + 1
    at = end
    if (form.noCue.test(block[0] ?? '')) continue
    const timesAt = block[0]?.includes('-->') ? 0 : 1
    const times = block[timesAt]
    if (times === undefined || !times.includes('-->')) return { fault: 'no-times', line: first }
    const [, start = '', stop = ''] = form.times.exec(times) ?? []
    if (start === '') return { fault: 'bad-times', line: first + timesAt }
    const [startMs, endMs] = [milliseconds(start), milliseconds(stop)]
    if (endMs <= startMs) return { fault: 'ends-before-it-starts', line: first + timesAt }
    const words = block.slice(timesAt + 1)
    const arrowAt = words.findIndex((line) => line.includes('-->'))
    if (arrowAt !== -1) return { fault: 'arrow-in-text', line: first + timesAt + 1 + arrowAt }
    if (words.length > 0) cues.push({ startMs, endMs, text: words.join('\n') })
  }
  return cues.length > 0 ? cues : { fault: 'empty', line: 1 }
}

function milliseconds(time: string): number {
  const [clock = '', fraction = ''] = time.split(/[,.]/)
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds * 1000 + Number(fraction.padEnd(3, '0'))
}

/** SubRip's programs take bold, italic and underlined from HTML, colours and places as they please; WebVTT knows the first three. */
const fromSubrip = (text: string): string =>
  text
    .replaceAll(/\{\\[^}]*\}/g, '')
    .replaceAll(/<(?!\/?[biu]>)\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/g, '&amp;')
    .replaceAll(/<(?!\/?[biu]>)/gi, '&lt;')
    .replaceAll(/<\/?[BIU]>/g, (tag) => tag.toLowerCase())

function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, text }) => `${clockOf(startMs)} --> ${clockOf(endMs)}\n${text}\n`)
  return ['WEBVTT\n', ...blocks].join('\n')
}

function clockOf(timeMs: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const seconds = Math.floor(timeMs / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}.${String(timeMs % 1000).padStart(3, '0')}`
}
