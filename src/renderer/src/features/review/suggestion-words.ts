import type { StructureNode } from '../../../../shared/content/document.ts'
import type { SuggestedChange } from '../../../../shared/content/suggestions/list-suggestions.ts'

const NAMES: Record<StructureNode['type'], string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'list',
  orderedList: 'numbered list',
  listItem: 'item of a list',
  blockquote: 'quote',
  pullquote: 'pull quote',
  codeBlock: 'code',
  preformatted: 'preformatted text',
  verse: 'verse',
  horizontalRule: 'separator',
  moreBreak: 'read-on line',
  pageBreak: 'page break',
  picture: 'picture',
  gallery: 'gallery',
  table: 'table',
  tableRow: 'row of a table',
  tableCell: 'cell of a table',
  tableHeader: 'heading of a table',
  embed: 'embed',
  video: 'video',
  audio: 'sound',
  file: 'file',
  buttons: 'buttons',
  button: 'button',
  container: 'group',
  footnotes: 'footnotes',
  footnote: 'footnote',
  customHtml: 'HTML',
  opaque: 'block of the blog',
}

/** What a block is called in a sentence: “heading 2”. */
export const blockName = (node: StructureNode): string =>
  node.type === 'heading' ? `heading ${node.attrs.level}` : NAMES[node.type]

const WORD_CHANGES = {
  inserted: 'New words',
  deleted: 'Taken out',
  replaced: 'Other words',
  formatted: 'Other formatting',
}

/** What is suggested, said in two or three words. */
export function changeWords(change: SuggestedChange, node: StructureNode, before: StructureNode | null): string {
  switch (change) {
    case 'added':
      return `New ${blockName(node)}`
    case 'removed':
      return `Takes out the ${blockName(node)}`
    case 'moved':
      return `Moves the ${blockName(node)}`
    case 'reshaped': {
      const [was, is] = [before ? blockName(before) : '', blockName(node)]
      return was === is || was === '' ? `Other settings of the ${is}` : `${capital(was)} becomes ${is}`
    }
    case 'replaced':
    case 'inserted':
    case 'deleted':
    case 'formatted':
      return WORD_CHANGES[change]
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
