import { markerNumber } from './flat-items.ts'
import { type PasteSource, takeAway } from './paste-source.ts'
import { isBold } from './styles.ts'
import { LOOKS } from './quiet-styles.ts'

const LIST = /\b(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/
const PARAGRAPHS = 'p, h1, h2, h3, h4, h5, h6, li, div'

/**
 * Word and Outlook on the desktop, as their clipboard HTML is since Word 2000: a list is a row of paragraphs with `mso-list`
 * and the marker as text, comments and deletions stand in the text, what Word draws itself hides in conditional comments.
 */
export function cleanWord(source: PasteSource): void {
  const { root, report } = source
  takeComments(source)
  takeAway(root.querySelectorAll('del, [class~="msoDel"]'), () => report.count('deletions'))
  takeContents(source)
  takeAway(root.querySelectorAll('.MsoHeader, .MsoFooter'))
  const markers = takeMarkers(root)
  for (const paragraph of root.querySelectorAll(PARAGRAPHS))
    readParagraph(source, paragraph, markers.get(paragraph) ?? '')
  for (const filler of root.querySelectorAll(`[${LOOKS}*="mso-spacerun"], [${LOOKS}*="mso-tab-count"]`)) {
    filler.textContent = ' '
  }
}

/** The sign in the text and the comment at the end are two halves of one. */
function takeComments({ root, report }: PasteSource): void {
  takeAway(root.querySelectorAll(`[${LOOKS}*="mso-element:comment"]`))
  takeAway(root.querySelectorAll('span.MsoCommentReference'), () => report.count('comments'))
}

function takeContents({ root, report }: PasteSource): void {
  const lines = [...root.querySelectorAll('[class^="MsoToc"]')]
  takeAway(lines)
  if (lines.length > 0) report.count('contents-lists')
}

function readParagraph(source: PasteSource, paragraph: Element, marker: string): void {
  const style = source.styles.of(paragraph)
  const own = paragraph.getAttribute('class') ?? ''
  const list = LIST.exec(style.get('mso-list') ?? '')
  const isHeading = /^h[1-6]$/.test(paragraph.localName)
  if (paragraph.localName === 'p' || paragraph.localName === 'div') {
    const level = headingLevel(source, paragraph, own)
    if (level !== null) {
      source.headings.set(paragraph, level)
      return
    }
  }
  if (/^Mso(?:Intense)?Quote/.test(own)) source.quoted.add(paragraph)
  if (isHeading || paragraph.localName === 'li') return
  if (list) {
    const [, listId = '', level = '1'] = list
    const format = source.styles.list(listId, Number(level)).get('mso-level-number-format')
    const number = markerNumber(marker)
    const isOrdered = format === undefined ? number !== null : format !== 'bullet' && format !== 'image'
    source.flatItems.set(paragraph, { level: Number(level), isOrdered, listId, number: isOrdered ? number : null })
  } else if (own.startsWith('MsoListParagraph') && style.has('margin-left')) source.continuing.add(paragraph)
}

function headingLevel({ styles }: PasteSource, paragraph: Element, own: string): number | null {
  if (own === 'MsoTitle') return 1
  const named = /^MsoHeading(\d)?/.exec(own)
  if (named) return Number(named[1] ?? 1)
  const outline = Number(styles.of(paragraph).get('mso-outline-level'))
  // Body text of level 9 and captions have outline levels too.
  return outline >= 1 && outline <= 6 && isBold(styles.of(paragraph)) !== false ? outline : null
}

/** Removes the drawn bullets and numbers, the first in each paragraph, and gives them by what they stand in. */
function takeMarkers(root: Element): Map<Element, string> {
  const markers = new Map<Element, string>()
  for (const marker of root.querySelectorAll(`[${LOOKS}*="mso-list"]`)) {
    if (!/mso-list:\s*ignore/i.test(marker.getAttribute(LOOKS) ?? '')) continue
    const around: Element[] = []
    for (let place = marker.parentElement?.closest(PARAGRAPHS); place; place = place.parentElement?.closest(PARAGRAPHS))
      around.push(place)
    const isFirst = around.some((place) => !markers.has(place))
    if (!isFirst || !root.contains(marker)) continue
    for (const place of around) if (!markers.has(place)) markers.set(place, marker.textContent ?? '')
    marker.remove()
  }
  return markers
}
