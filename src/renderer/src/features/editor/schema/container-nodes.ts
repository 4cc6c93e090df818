import { t } from '../../../../../shared/words/t.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, controlView, framedView } from './block-frame.ts'
import { containerName } from './container-name.ts'
import { element } from './element.ts'
import { changeAttributes } from './node-commands.ts'

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
      const name = containerName(blockName, String(node.attrs['open']))
      const contentDOM = element('div', { class: 'container-blocks' })
      const dom = element(
        'section',
        { class: 'container', 'aria-label': name, 'data-block': blockName },
        element(
          'header',
          { class: 'container-head', contenteditable: 'false' },
          element('span', { class: 'container-name' }, name),
          blockTools(editor, getPos, t('Remove with all inside')),
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
        'aria-label': t('HTML of this block'),
        placeholder: '<p>…</p>',
      })
      field.addEventListener('input', () => changeAttributes(editor, getPos, { html: field.value }))
      const dom = element(
        'section',
        { class: 'custom-html', contenteditable: 'false', 'aria-label': 'HTML' },
        element('span', { class: 'container-name' }, 'HTML'),
        field,
        blockTools(editor, getPos, t('Remove')),
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
