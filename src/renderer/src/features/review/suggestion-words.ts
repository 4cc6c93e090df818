import type { StructureNode } from '../../../../shared/content/document.ts'
import type { SuggestedChange } from '../../../../shared/content/suggestions/list-suggestions.ts'
import { t } from '../../../../shared/words/t.ts'

/** In small letters, as inside a sentence. */
const names = (): Record<StructureNode['type'], string> => ({
  paragraph: t('paragraph', {}, 'kind of block'),
  heading: t('heading', {}, 'kind of block'),
  bulletList: t('list', {}, 'kind of block'),
  orderedList: t('numbered list', {}, 'kind of block'),
  listItem: t('item of a list', {}, 'kind of block'),
  blockquote: t('quote', {}, 'kind of block'),
  pullquote: t('pull quote', {}, 'kind of block'),
  codeBlock: t('code', {}, 'kind of block'),
  preformatted: t('preformatted text', {}, 'kind of block'),
  verse: t('verse', {}, 'kind of block'),
  horizontalRule: t('separator', {}, 'kind of block'),
  moreBreak: t('read-on line', {}, 'kind of block'),
  pageBreak: t('page break', {}, 'kind of block'),
  picture: t('picture', {}, 'kind of block'),
  gallery: t('gallery', {}, 'kind of block'),
  table: t('table', {}, 'kind of block'),
  tableRow: t('row of a table', {}, 'kind of block'),
  tableCell: t('cell of a table', {}, 'kind of block'),
  tableHeader: t('heading of a table', {}, 'kind of block'),
  embed: t('embed', {}, 'kind of block'),
  video: t('video', {}, 'kind of block'),
  audio: t('sound', {}, 'kind of block'),
  file: t('file', {}, 'kind of block'),
  buttons: t('buttons', {}, 'kind of block'),
  button: t('button', {}, 'kind of block'),
  container: t('group', {}, 'kind of block'),
  footnotes: t('footnotes', {}, 'kind of block'),
  footnote: t('footnote', {}, 'kind of block'),
  customHtml: t('HTML', {}, 'kind of block'),
  opaque: t('block of the blog', {}, 'kind of block'),
})

/** What a block is called in a sentence: “heading 2”. */
export const blockName = (node: StructureNode): string =>
  node.type === 'heading' ? t('heading {level, number}', { level: node.attrs.level }) : names()[node.type]

/** What is suggested, said in two or three words. */
export function changeWords(change: SuggestedChange, node: StructureNode, before: StructureNode | null): string {
  switch (change) {
    case 'added':
      return t('New {block}', { block: blockName(node) })
    case 'removed':
      return t('Takes out the {block}', { block: blockName(node) })
    case 'moved':
      return t('Moves the {block}', { block: blockName(node) })
    case 'reshaped': {
      const [was, is] = [before ? blockName(before) : '', blockName(node)]
      return was === is || was === ''
        ? t('Other settings of the {block}', { block: is })
        : t('{was} becomes {is}', { was: capital(was), is })
    }
    case 'replaced':
      return t('Other words', {}, 'what is suggested')
    case 'inserted':
      return t('New words', {}, 'what is suggested')
    case 'deleted':
      return t('Taken out', {}, 'what is suggested')
    case 'formatted':
      return t('Other formatting', {}, 'what is suggested')
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
