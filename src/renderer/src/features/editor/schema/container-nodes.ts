import { htmlToText } from '../../../../../shared/content/html-to-text.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, controlView, framedView } from './block-frame.ts'
import { element } from './element.ts'
import { changeAttributes } from './node-commands.ts'

/** What people call the containers of WordPress 7.1 that are met most; any other goes by its own name. */
const NAMES: Record<string, string> = {
  'core/group': 'Group',
  'core/columns': 'Columns',
  'core/column': 'Column',
  'core/cover': 'Cover',
  'core/media-text': 'Picture beside text',
  'core/details': 'Fold-out',
  'core/query': 'List of posts',
}

export const containerName = (blockName: string): string => NAMES[blockName] ?? blockName

/** What a reader presses to unfold it. */
const summaryOf = (open: string): string => {
  const [, html = ''] = /<summary[^>]*>([^]*?)<\/summary>/.exec(open) ?? []
  return htmlToText(html).trim()
}

/** Any other block that has blocks inside: a quiet frame with its name, its start and end kept as they are on the blog. */
export const ContainerNode = blockNode({
  name: 'container',
  attrs: { blockName: '', open: '', close: '', source: null },
  content: 'block+',
  tag: 'section',
  isolating: true,
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const blockName = String(node.attrs['blockName'])
      const name = [containerName(blockName), summaryOf(String(node.attrs['open']))]
        .filter((part) => part !== '')
        .join(': ')
      const contentDOM = element('div', { class: 'container-blocks' })
      const dom = element(
        'section',
        { class: 'container', 'aria-label': name, 'data-block': blockName },
        element(
          'header',
          { class: 'container-head', contenteditable: 'false' },
          element('span', { class: 'container-name' }, name),
          blockTools(editor, getPos, 'Remove with all inside'),
        ),
        contentDOM,
      )
      const view = framedView({ name: 'container', dom, contentDOM, attrs: node.attrs, show: () => undefined })
      return {
        ...view,
        update: (next) => next.type.name === 'container' && next.attrs['blockName'] === blockName,
      }
    }
  },
})

const LONGEST_SHOWN_ROWS = 24

/** The blog's own HTML, as its source: left to right whatever the post. */
export const CustomHtmlNode = blockNode({
  name: 'customHtml',
  attrs: { ...ORIGIN, html: '' },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const field = element('textarea', {
        class: 'source-field',
        dir: 'ltr',
        spellcheck: 'false',
        autocapitalize: 'off',
        'aria-label': 'HTML of this block',
        placeholder: '<p>…</p>',
      })
      field.addEventListener('input', () => changeAttributes(editor, getPos, { html: field.value }))
      const dom = element(
        'section',
        { class: 'custom-html', contenteditable: 'false', 'aria-label': 'HTML' },
        element('span', { class: 'container-name' }, 'HTML'),
        field,
        blockTools(editor, getPos, 'Remove'),
      )
      return controlView({
        name: 'customHtml',
        dom,
        attrs: node.attrs,
        show({ html }) {
          const text = String(html)
          if (field.value !== text) field.value = text
          field.rows = Math.min(LONGEST_SHOWN_ROWS, Math.max(2, text.split('\n').length))
        },
      })
    }
  },
})
