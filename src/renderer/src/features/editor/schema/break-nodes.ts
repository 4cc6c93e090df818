import { t } from '../../../../../shared/words/t.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, controlView } from './block-frame.ts'
import { element, setFieldText } from './element.ts'
import { wordsField } from '../words/words-fields.ts'

/** Where a list of posts stops and says “read on”. */
export const MoreBreakNode = blockNode({
  name: 'moreBreak',
  attrs: { ...ORIGIN, text: '', noTeaser: false },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const field = wordsField({ editor, getPos }, 'text', t('Words of the link to the rest'), t('Read more'))
      const dom = element(
        'div',
        { class: 'break', contenteditable: 'false' },
        element('span', { class: 'break-name' }, t('Lists of posts stop here')),
        field,
        blockTools(editor, getPos, t('Remove')),
      )
      return controlView({
        name: 'moreBreak',
        dom,
        attrs: node.attrs,
        show: ({ text }) => setFieldText(field, String(text)),
      })
    }
  },
})

/** The post goes on on a page of its own. */
export const PageBreakNode = blockNode({
  name: 'pageBreak',
  attrs: ORIGIN,
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const dom = element(
        'div',
        { class: 'break', contenteditable: 'false' },
        element('span', { class: 'break-name' }, t('A new page begins here')),
        blockTools(editor, getPos, t('Remove')),
      )
      return controlView({ name: 'pageBreak', dom, attrs: node.attrs, show: () => undefined })
    }
  },
})
