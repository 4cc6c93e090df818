import { numberWords } from '../../../../../shared/words/number-words.ts'
import { t } from '../../../../../shared/words/t.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, framedView } from './block-frame.ts'
import { element, setFieldText, shownText, textButton } from './element.ts'
import { changeAttributes } from './node-commands.ts'
import { choiceField } from './picture-options.ts'
import { wordsField } from '../words/words-fields.ts'

const columnChoices = () =>
  [
    ['', t('As many as fit')],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((count) => [String(count), numberWords(count)] as const),
  ] as const

declare global {
  interface HTMLElementEventMap {
    /** Asks whoever holds the pictures for more of them, to be put before this position. */
    'desk-add-pictures': CustomEvent<{ before: number }>
  }
}

/** Pictures side by side. */
export const GalleryNode = blockNode({
  name: 'gallery',
  attrs: { ...ORIGIN, columns: null, caption: '' },
  content: 'picture+',
  tag: 'figure',
  isolating: true,
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const contentDOM = element('div', { class: 'gallery-pictures' })
      const caption = wordsField(
        { editor, getPos },
        'caption',
        t('Caption of the gallery'),
        t('Caption under the gallery'),
      )
      const columns = choiceField(t('Columns'), columnChoices(), (value) =>
        changeAttributes(editor, getPos, { columns: value === '' ? null : Number(value) }),
      )
      const add = textButton(t('Add pictures'), () => {
        const position = getPos()
        const gallery = position === undefined ? null : editor.state.doc.nodeAt(position)
        if (position === undefined || !gallery) return
        const detail = { before: position + gallery.nodeSize - 1 }
        editor.view.dom.dispatchEvent(new CustomEvent('desk-add-pictures', { detail }))
      })
      const dom = element(
        'figure',
        { class: 'gallery', 'aria-label': t('Gallery') },
        contentDOM,
        element('div', { contenteditable: 'false', class: 'gallery-foot' }, caption, columns),
        blockTools(editor, getPos, t('Remove gallery'), add),
      )
      return framedView({
        name: 'gallery',
        dom,
        contentDOM,
        attrs: node.attrs,
        show(attrs) {
          setFieldText(caption, String(attrs['caption']))
          columns.set(shownText(attrs['columns']))
          contentDOM.style.setProperty('--columns', shownText(attrs['columns']) || 'auto-fit')
        },
      })
    }
  },
})
