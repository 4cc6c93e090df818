import type { BlockNode, InlineNode, ListItemNode, PostDocument } from './document.ts'
import { htmlToText } from './html-to-text.ts'

/** What a reader of the post reads, a line per block and none for what has no words; also the words of opaque blocks. */
export function documentToText(document: PostDocument): string {
  return document.content
    .map(nodeText)
    .filter((text) => text !== '')
    .join('\n')
}

/** The words of one block, or of one item of a list. */
export function nodeText(node: BlockNode | ListItemNode): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.content)
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
      return node.content.map(nodeText).join('\n')
    case 'blockquote':
      return [...node.content.map(nodeText), ...(node.attrs.citation === '' ? [] : [node.attrs.citation])].join('\n')
    case 'codeBlock':
      return (node.content ?? []).map((child) => child.text).join('')
    case 'picture':
      return node.attrs.caption
    case 'opaque':
      return htmlToText(node.attrs.source)
    case 'horizontalRule':
      return ''
  }
}

const inlineText = (content: readonly InlineNode[] = []): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('')
