import { Extension, Node, type Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { t } from '../../../../../shared/words/t.ts'
import { blockNode, carried, ORIGIN } from './block-node.ts'
import { framedView, isForControl } from './block-frame.ts'
import { element, textButton } from './element.ts'
import { footnoteNumbers, keepNotesWithReferences } from './footnote-plugins.ts'
import { CARRIER_TAG, fromCarrier, toCarrier } from './own-clipboard.ts'
import { canBecomeReal, realFootnotes } from './real-footnotes.ts'

/** The raised number in the text. The number is its place, see footnoteNumbers. */
export const FootnoteReferenceNode = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => carried({ id: '' }),
  parseHTML: () => [
    { tag: `sup${CARRIER_TAG}`, priority: 60, getAttrs: (dom) => fromCarrier(dom, 'footnoteReference') },
  ],
  renderHTML: ({ node }) => ['sup', { ...toCarrier('footnoteReference', node.attrs), class: 'footnote-reference' }],
  renderText: () => '',
})

/** The notes at the end, in the order of their references. */
export const FootnotesNode = blockNode({
  name: 'footnotes',
  attrs: { ...ORIGIN, meta: null },
  content: 'footnote*',
  tag: 'section',
  isolating: true,
  selectable: false,
  addNodeView() {
    return ({ node, editor }) => {
      const contentDOM = element('ol', {})
      const offer = element(
        'p',
        { class: 'footnotes-offer', contenteditable: 'false' },
        `${t('They stand in the text as a numbered list, from when the blog had no footnotes of its own. It has now.')} `,
        textButton(t('Make them real footnotes'), () => {
          const real = realFootnotes(editor.state)
          if (real) editor.view.dispatch(real)
          editor.view.focus()
        }),
      )
      const dom = element(
        'section',
        { class: 'footnotes', 'aria-label': t('Footnotes') },
        element('p', { class: 'container-name', contenteditable: 'false' }, t('Footnotes')),
        contentDOM,
        offer,
      )
      const show = (attrs: Record<string, unknown>): void => {
        offer.hidden = !canBecomeReal(editor, attrs)
      }
      return framedView({ name: 'footnotes', dom, contentDOM, attrs: node.attrs, show })
    }
  },
})

export const FootnoteNode = Node.create({
  name: 'footnote',
  content: 'inline*',
  isolating: true,
  selectable: false,
  addAttributes: () => carried({ id: '' }),
  parseHTML: () => [{ tag: `li${CARRIER_TAG}`, priority: 60, getAttrs: (dom) => fromCarrier(dom, 'footnote') }],
  renderHTML: ({ node }) => ['li', toCarrier('footnote', node.attrs), 0],
  addNodeView() {
    return ({ node, editor }) => {
      const id = String(node.attrs['id'])
      const contentDOM = element('div', { class: 'footnote-words' })
      const back = textButton(t('Back to the text'), () => goToReference(editor, id))
      back.contentEditable = 'false'
      return {
        dom: element('li', {}, contentDOM, back),
        contentDOM,
        update: (next) => next.type.name === 'footnote' && next.attrs['id'] === id,
        stopEvent: isForControl,
        ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { parent } = editor.state.selection.$from
        return parent.type.name === 'footnote' && goToReference(editor, String(parent.attrs['id']))
      },
    }
  },
})

export const Footnotes = Extension.create({
  name: 'footnoteOrder',
  addProseMirrorPlugins: () => [footnoteNumbers(), keepNotesWithReferences()],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-f': ({ editor }) => insertFootnote(editor) }
  },
})

/** A new reference at the caret; the caret goes on to its note. */
export function insertFootnote(editor: Editor): boolean {
  const { tr, schema, selection } = editor.state
  const reference = schema.nodes['footnoteReference']?.create({ id: crypto.randomUUID() })
  const { $to } = selection
  if (!reference || !$to.parent.inlineContent || $to.parent.type.name === 'footnote' || $to.parent.type.spec.code)
    return false
  editor.view.dispatch(tr.insert($to.pos, reference))
  return goToNote(editor, String(reference.attrs['id']))
}

export function goToNote(editor: Editor, id: string): boolean {
  return goTo(editor, 'footnote', id, 'inside')
}

function goToReference(editor: Editor, id: string): boolean {
  return goTo(editor, 'footnoteReference', id, 'behind')
}

function goTo(editor: Editor, type: string, id: string, where: 'inside' | 'behind'): boolean {
  const { doc, tr } = editor.state
  let target: number | null = null
  doc.descendants((node, position) => {
    if (target === null && node.type.name === type && node.attrs['id'] === id) {
      target = where === 'inside' ? position + 1 + node.content.size : position + node.nodeSize
    }
    return target === null
  })
  if (target === null) return false
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, target)).scrollIntoView())
  editor.view.focus()
  return true
}
