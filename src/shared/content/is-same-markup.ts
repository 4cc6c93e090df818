import type { BlockNode } from './document.ts'
import { markupToDocument } from './markup-to-document.ts'
import { isSameBlock } from './storable-block.ts'

/**
 * Whether a blog kept what it was sent. Without `unfiltered_html` WordPress (seen on 6.1 and 7.1) writes `/>` as ` />` and
 * `&#91;` as `&#091;`, and trims the end: that is the same. A tag, attribute, word or block that is gone or new is not.
 */
export function isSameMarkup(sent: string, stored: string): boolean {
  if (sent === stored) return true
  const blocks = markupToDocument(sent).content
  const others = markupToDocument(stored).content
  return blocks.length === others.length && blocks.every((block, index) => isKept(block, others[index]))
}

function isKept(block: BlockNode, other: BlockNode | undefined): boolean {
  if (!other) return false
  if (block.type !== 'opaque' || other.type !== 'opaque') return isSameBlock(block, other)
  return filteredForm(block.attrs.source) === filteredForm(other.attrs.source)
}

/** As a blog stores HTML that it filters. */
export const filteredForm = (source: string): string =>
  source
    .replaceAll('\r\n', '\n')
    .replaceAll(' />', '/>')
    .replace(/&#0+(?=\d)/g, '&#')
    .trim()
