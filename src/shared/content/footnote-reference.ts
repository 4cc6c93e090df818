import type { FootnoteReferenceNode } from './document.ts'
import { escapeAttribute } from './escape-html.ts'
import type { HtmlElement } from './strict-html.ts'

/** What can stand in an address as it is. */
export const FOOTNOTE_ID = /^[^\s"<>&]+$/

/** `<sup data-fn="id" class="fn"><a href="#id" id="id-link">3</a></sup>`, as WordPress writes it since 6.3. */
export function readFootnoteReference(element: HtmlElement): FootnoteReferenceNode | null {
  const id = element.attributes.get('data-fn')
  if (element.name !== 'sup' || id === undefined || !FOOTNOTE_ID.test(id) || element.attributes.size !== 2) return null
  if (element.attributes.get('class') !== 'fn') return null
  const [link, ...others] = element.children
  if (typeof link !== 'object' || 'kind' in link || others.length > 0 || link.name !== 'a') return null
  if (link.attributes.get('href') !== `#${id}` || link.attributes.get('id') !== `${id}-link`) return null
  const [number, ...more] = link.children
  return link.attributes.size === 2 && typeof number === 'string' && more.length === 0 && /^\d+$/.test(number)
    ? { type: 'footnoteReference', attrs: { id } }
    : null
}

const REFERENCE = /(<sup data-fn="([^"]+)" class="fn"><a href="#\2" id="\2-link">)(\d+)(<\/a><\/sup>)/g

/** The same markup with each footnote's number in the order of `ids`, and nothing else changed. */
export function renumberFootnotes(markup: string, ids: readonly string[]): string {
  if (ids.length === 0 || !markup.includes('data-fn=')) return markup
  const numbers = new Map(ids.map((id, index) => [escapeAttribute(id), String(index + 1)]))
  return markup.replace(
    REFERENCE,
    (_whole, open: string, id: string, number: string, close: string) => open + (numbers.get(id) ?? number) + close,
  )
}
