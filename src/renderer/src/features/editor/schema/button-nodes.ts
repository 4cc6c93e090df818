import { t } from '../../../../../shared/words/t.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, framedView } from './block-frame.ts'
import { element, lineField, setFieldText, shownText } from './element.ts'
import { toLinkAddress } from './link-address.ts'
import { changeAttributes } from './node-commands.ts'
import { tickField } from './picture-options.ts'

/** Buttons side by side. */
export const ButtonsNode = blockNode({
  name: 'buttons',
  attrs: ORIGIN,
  content: 'button+',
  isolating: true,
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const contentDOM = element('div', { class: 'buttons-row' })
      const dom = element(
        'section',
        { class: 'buttons', 'aria-label': t('Buttons') },
        contentDOM,
        blockTools(editor, getPos, t('Remove buttons')),
      )
      return framedView({ name: 'buttons', dom, contentDOM, attrs: node.attrs, show: () => undefined })
    }
  },
})

/** One button: its words as readers see it, its address under it. Enter makes the next, on an empty one it leads out. */
export const ButtonNode = blockNode({
  name: 'button',
  attrs: { ...ORIGIN, url: null, isNewTab: false },
  group: '',
  content: 'inline*',
  selectable: false,
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const contentDOM = element('div', { class: 'button-words' })
      const address = lineField(t('Where the button leads'), 'https://…', (text) =>
        changeAttributes(editor, getPos, { url: text.trim() === '' ? null : text.trim() }),
      )
      address.dir = 'ltr'
      address.addEventListener('change', () => {
        const complete = toLinkAddress(address.value)
        if (complete !== null && complete !== address.value) changeAttributes(editor, getPos, { url: complete })
      })
      const newTab = tickField(t('In a new tab'), (isNewTab) => changeAttributes(editor, getPos, { isNewTab }))
      const controls = element('div', { class: 'button-address', contenteditable: 'false' }, address, newTab)
      const dom = element('div', { class: 'button-block' }, contentDOM, controls)
      return framedView({
        name: 'button',
        dom,
        contentDOM,
        attrs: node.attrs,
        show(attrs) {
          setFieldText(address, shownText(attrs['url']))
          newTab.set(attrs['isNewTab'] === true)
        },
      })
    }
  },
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        if ($from.parent.type.name !== 'button') return false
        if (!empty || $from.parent.content.size > 0) {
          const next = $from.after()
          return editor
            .chain()
            .insertContentAt(next, { type: 'button' })
            .setTextSelection(next + 1)
            .run()
        }
        const buttons = $from.node(-1)
        const behind = $from.after(-1)
        const range =
          buttons.childCount > 1 ? { from: $from.before(), to: $from.after() } : { from: $from.before(-1), to: behind }
        const at = behind - (range.to - range.from)
        return editor
          .chain()
          .deleteRange(range)
          .insertContentAt(at, { type: 'paragraph' })
          .setTextSelection(at + 1)
          .run()
      },
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        if ($from.parent.type.name !== 'button' || !empty || $from.parentOffset > 0) return false
        if ($from.parent.content.size > 0) return true
        const depth = $from.node(-1).childCount === 1 ? $from.depth - 1 : $from.depth
        return editor.commands.deleteRange({ from: $from.before(depth), to: $from.after(depth) })
      },
    }
  },
})
