import type { InlineNode, PostDocument, StructureNode } from './document.ts'
import { childrenOf, inlineOf } from './document-walk.ts'
import { htmlToText } from './html-to-text.ts'
import { wordsBeside } from './words-beside.ts'

/** What a reader of the post reads, a line per block and none for what has no words; also the words of opaque blocks. */
export function documentToText(document: PostDocument): string {
  return document.content
    .map(nodeText)
    .filter((text) => text !== '')
    .join('\n')
}

/** The words of one block, or of a part of one. */
export function nodeText(node: StructureNode): string {
  const inner = childrenOf(node)
  switch (node.type) {
    case 'blockquote':
    case 'pullquote':
    case 'gallery':
    case 'table':
    case 'picture':
    case 'embed':
    case 'video':
    case 'audio':
    case 'file':
    case 'moreBreak':
      return lines(...inner.map(nodeText), ...readWords(node))
    case 'container':
      return lines(...inner.map(nodeText))
    case 'tableRow':
      return inner.map(nodeText).join('\t')
    case 'opaque':
      return htmlToText(node.attrs.source)
    case 'customHtml':
      return htmlToText(node.attrs.html)
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'buttons':
    case 'footnotes':
    case 'tableCell':
    case 'tableHeader':
      return inner.map(nodeText).join('\n')
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
    case 'preformatted':
    case 'verse':
    case 'button':
    case 'footnote':
      return inlineText(inlineOf(node))
    case 'horizontalRule':
    case 'pageBreak':
      return ''
  }
}

/** A description is for those who cannot see the picture; it is no line of the text. */
const readWords = (node: StructureNode): string[] =>
  wordsBeside(node.type, node.attrs ?? {})
    .filter(({ field }) => field !== 'alt')
    .map(({ words }) => words)

const lines = (...texts: string[]): string => texts.filter((text) => text !== '').join('\n')

function inlineText(content: readonly InlineNode[]): string {
  return content
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : keptText(node)))
    .join('')
}

const keptText = (node: InlineNode): string => (node.type === 'keptInline' ? htmlToText(node.attrs.source) : '')
