import type { LeftOut, PasteOrigin, PasteReport } from './paste-report.ts'

const ORIGINS: Record<PasteOrigin, string> = {
  word: 'Word or Outlook',
  'word-online': 'Word on the web',
  'google-docs': 'Google Docs',
  libreoffice: 'LibreOffice',
  apple: 'Pages or Notes',
  web: 'a web page',
}

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
    short: `Pasted from ${ORIGINS[origin]}. Left out: ${list(named)}.`,
    lines: told.map((what) => sentence(what, leftOut.get(what) ?? 0)),
  }
}

function list(words: readonly string[]): string {
  const shown = words.length > 3 ? [...words.slice(0, 2), `${words.length - 2} other things`] : words
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

const some = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`

function shortWords(what: LeftOut, count: number): string {
  switch (what) {
    case 'pictures-elsewhere':
    case 'pictures-in-files':
      return some(count, 'picture', 'pictures')
    case 'embeds':
      return some(count, 'embedded part', 'embedded parts')
    case 'comments':
      return some(count, 'comment', 'comments')
    case 'deletions':
      return some(count, 'deleted passage', 'deleted passages')
    case 'highlights':
      return some(count, 'highlight', 'highlights')
    case 'contents-lists':
      return 'the table of contents'
    case 'blocks-in-cells':
      return 'lists inside a table'
    case 'dead-links':
      return some(count, 'link into the document', 'links into the document')
    case 'controls':
      return some(count, 'form field', 'form fields')
    case 'looks':
      return 'colours and fonts'
  }
}

function sentence(what: LeftOut, count: number): string {
  switch (what) {
    case 'pictures-elsewhere':
      return `${some(count, 'picture is', 'pictures are')} on a web site and would have to be fetched. Save each there and add it as a file.`
    case 'pictures-in-files':
      return `${some(count, 'picture was', 'pictures were')} named but not handed over. Copy each alone, or add it as a file.`
    case 'embeds':
      return `${some(count, 'video, map or other embedded part', 'videos, maps or other embedded parts')}. Paste its address on a line of its own.`
    case 'comments':
      return `${some(count, 'comment', 'comments')} of the margin.`
    case 'deletions':
      return `${some(count, 'passage that was', 'passages that were')} struck out as a tracked change. What was inserted came along.`
    case 'highlights':
      return `The marker colour behind ${some(count, 'passage', 'passages')}. The words came along.`
    case 'contents-lists':
      return 'The table of contents: its page numbers mean nothing on a blog.'
    case 'blocks-in-cells':
      return `Lists and headings inside ${some(count, 'table cell', 'table cells')} became plain lines.`
    case 'dead-links':
      return `${some(count, 'link', 'links')} to a place inside the document or a file on that computer. The words came along.`
    case 'controls':
      return `${some(count, 'button or form field', 'buttons or form fields')}.`
    case 'looks':
      return 'Colours, fonts and sizes: the blog sets its own.'
  }
}
