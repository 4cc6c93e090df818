import type { InlineNode, KeptParts } from './document.ts'
import { escapeText } from './escape-html.ts'
import { isElement, plainText } from './html-shape.ts'
import { inlineFromHtml } from './inline-from-html.ts'
import { mergeInline } from './inline-marks.ts'
import { inlineLine, isPlainLine, withLine } from './inline-text.ts'
import { inlineToHtml } from './inline-to-html.ts'
import type { BlockRest } from './kept-parts.ts'
import { parseStrictText, type HtmlElement } from './strict-html.ts'
import { joinLines } from './white-space.ts'

/**
 * A caption, a quote's source or a file's name is a field of one line in the desk; on the blog it may have links and
 * emphasis in it. Those are kept beside the line, under the element's name, and stay where the person does not write.
 */
export function readLine(element: HtmlElement, rest: BlockRest): string | null {
  const inline = inlineFromHtml(element.children)
  if (!inline) return null
  if (!isPlainLine(inline)) rest.keepInner(element.name, inlineToHtml(inline))
  return inlineLine(inline)
}

/** The inner HTML of the element that has the line; '' when there is none. */
export const writeLine = (elementName: string, line: string, kept: KeptParts | null | undefined): string =>
  inlineToHtml(lineContent(elementName, line, kept))

/** The words of the line, with what is kept of them. */
export function lineContent(elementName: string, line: string, kept: KeptParts | null | undefined): InlineNode[] {
  const text = joinLines(line)
  const rich = kept?.html[`<${elementName}>`]
  const known = rich === undefined ? null : inlineFromHtml(parseStrictText(rich) ?? [])
  return text === '' ? [] : mergeInline(known ? withLine(known, text) : [{ type: 'text', text }])
}

/** What is kept of a block whose line may have changed since: never words that the line does not have. */
export function keptWithLine(elementName: string, line: string, kept: KeptParts | null | undefined): KeptParts | null {
  if (!kept) return null
  const key = `<${elementName}>`
  if (!(key in kept.html)) return kept
  const { [key]: _rich, ...html } = kept.html
  const inline = lineContent(elementName, line, kept)
  return { ...kept, html: isPlainLine(inline) ? html : { ...html, [key]: inlineToHtml(inline) } }
}

/** A caption that ends in `<cite>` names there whose picture it is. */
export function readCaption(element: HtmlElement, rest: BlockRest): { caption: string; credit: string } | null {
  const last = element.children.at(-1)
  const credit = isElement(last) && last.name === 'cite' && last.attributes.size === 0 ? plainText(last.children) : null
  if (credit === null || credit === '' || credit !== joinLines(credit)) {
    const caption = readLine(element, rest)
    return caption === null ? null : { caption, credit: '' }
  }
  const words = element.children.slice(0, -1)
  const before = words.at(-1)
  if (words.length > 0) {
    if (typeof before !== 'string' || !before.endsWith(' ')) return wholeCaption(element, rest)
    words[words.length - 1] = before.slice(0, -1)
  }
  const caption = readLine({ ...element, children: words }, rest)
  if (caption === null) return null
  return caption === '' && words.length > 0 ? wholeCaption(element, rest) : { caption, credit }
}

function wholeCaption(element: HtmlElement, rest: BlockRest): { caption: string; credit: string } | null {
  const caption = readLine(element, rest)
  return caption === null ? null : { caption, credit: '' }
}

export function writeCaption(
  { caption, credit = '' }: { caption: string; credit?: string },
  kept: KeptParts | null | undefined,
): string {
  const words = writeLine('figcaption', caption, kept)
  const cite = credit === '' ? '' : `<cite>${escapeText(joinLines(credit))}</cite>`
  return words !== '' && cite !== '' ? `${words} ${cite}` : words + cite
}
