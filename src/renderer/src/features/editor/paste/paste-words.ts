import { t } from '../../../../../shared/words/t.ts'
import type { LeftOut, PasteOrigin, PasteReport } from './paste-report.ts'

/** In the order of what a person misses first. */
const ORDER: readonly LeftOut[] = [
  'pictures-elsewhere',
  'pictures-in-files',
  'embeds',
  'comments',
  'deletions',
  'highlights',
  'contents-lists',
  'blocks-in-cells',
  'dead-links',
  'controls',
  'looks',
]

/** Nobody misses these from a web page, which is full of them. */
const EXPECTED_OF_WEB: ReadonlySet<LeftOut> = new Set(['looks', 'controls'])

export interface PasteNote {
  /** For a toast. */
  short: string
  lines: string[]
}

/** What to tell about a paste, or null when all of it came. */
export function pasteNote({ origin, leftOut }: PasteReport): PasteNote | null {
  const told = ORDER.filter((what) => leftOut.has(what) && !(origin === 'web' && EXPECTED_OF_WEB.has(what)))
  if (told.length === 0) return null
  const named = told.map((what) => shortWords(what, leftOut.get(what) ?? 0))
  return {
    short: `${pastedFrom(origin)} ${t('Left out: {things}.', { things: list(named) })}`,
    lines: told.map((what) => sentence(what, leftOut.get(what) ?? 0)),
  }
}

function pastedFrom(origin: PasteOrigin): string {
  switch (origin) {
    case 'word':
      return t('Pasted from Word or Outlook.')
    case 'word-online':
      return t('Pasted from Word on the web.')
    case 'google-docs':
      return t('Pasted from Google Docs.')
    case 'libreoffice':
      return t('Pasted from LibreOffice.')
    case 'apple':
      return t('Pasted from Pages or Notes.')
    case 'web':
      return t('Pasted from a web page.')
  }
}

function list(words: readonly string[]): string {
  const [first = '', second = '', third = ''] = words
  if (words.length > 3)
    return t('{first}, {second} and {others, plural, one {# other thing} other {# other things}}', {
      first,
      second,
      others: words.length - 2,
    })
  if (words.length === 3) return t('{first}, {second} and {third}', { first, second, third })
  return words.length === 2 ? t('{first} and {second}', { first, second }) : first
}

function shortWords(what: LeftOut, count: number): string {
  switch (what) {
    case 'pictures-elsewhere':
    case 'pictures-in-files':
      return t('{count, plural, one {# picture} other {# pictures}}', { count }, 'left out')
    case 'embeds':
      return t('{count, plural, one {# embedded part} other {# embedded parts}}', { count }, 'left out')
    case 'comments':
      return t('{count, plural, one {# comment} other {# comments}}', { count }, 'left out')
    case 'deletions':
      return t('{count, plural, one {# deleted passage} other {# deleted passages}}', { count }, 'left out')
    case 'highlights':
      return t('{count, plural, one {# highlight} other {# highlights}}', { count }, 'left out')
    case 'contents-lists':
      return t('the table of contents', {}, 'left out')
    case 'blocks-in-cells':
      return t('lists inside a table', {}, 'left out')
    case 'dead-links':
      return t(
        '{count, plural, one {# link into the document} other {# links into the document}}',
        { count },
        'left out',
      )
    case 'controls':
      return t('{count, plural, one {# form field} other {# form fields}}', { count }, 'left out')
    case 'looks':
      return t('colours and fonts', {}, 'left out')
  }
}

function sentence(what: LeftOut, count: number): string {
  switch (what) {
    case 'pictures-elsewhere':
      return t(
        '{count, plural, one {# picture is} other {# pictures are}} on a web site and would have to be fetched. Save each there and add it as a file.',
        { count },
      )
    case 'pictures-in-files':
      return t(
        '{count, plural, one {# picture was} other {# pictures were}} named but not handed over. Copy each alone, or add it as a file.',
        { count },
      )
    case 'embeds':
      return t(
        '{count, plural, one {# video, map or other embedded part} other {# videos, maps or other embedded parts}}. Paste its address on a line of its own.',
        { count },
      )
    case 'comments':
      return t('{count, plural, one {# comment} other {# comments}} of the margin.', { count })
    case 'deletions':
      return t(
        '{count, plural, one {# passage that was} other {# passages that were}} struck out as a tracked change. What was inserted came along.',
        { count },
      )
    case 'highlights':
      return t('The marker colour behind {count, plural, one {# passage} other {# passages}}. The words came along.', {
        count,
      })
    case 'contents-lists':
      return t('The table of contents: its page numbers mean nothing on a blog.')
    case 'blocks-in-cells':
      return t(
        'Lists and headings inside {count, plural, one {# table cell} other {# table cells}} became plain lines.',
        { count },
      )
    case 'dead-links':
      return t(
        '{count, plural, one {# link} other {# links}} to a place inside the document or a file on that computer. The words came along.',
        { count },
      )
    case 'controls':
      return t('{count, plural, one {# button or form field} other {# buttons or form fields}}.', { count })
    case 'looks':
      return t('Colours, fonts and sizes: the blog sets its own.')
  }
}
