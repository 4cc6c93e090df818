import { Blockquote } from '@tiptap/extension-blockquote'
import type { NodeView } from '@tiptap/pm/view'
import { element, lineField, setFieldText } from './element.ts'
import { changeAttributes } from './node-commands.ts'

/** A quote with a line below it for who said it. */
export const QuoteNode = Blockquote.extend({
  content: '(paragraph | heading | bulletList | orderedList)+',
  addAttributes() {
    return {
      citation: {
        default: '',
        parseHTML: (dom) => dom.dataset['citation'] ?? '',
        renderHTML: ({ citation }) => (citation === '' ? {} : { 'data-citation': String(citation) }),
      },
    }
  },
  addNodeView() {
    return ({ node, editor, getPos }): NodeView => {
      const contentDOM = element('div', {})
      const field = lineField('Who said it', 'Who said it', (citation) =>
        changeAttributes(editor, getPos, { citation }),
      )
      const dom = element('blockquote', {}, contentDOM, element('div', { contenteditable: 'false' }, field))
      setFieldText(field, String(node.attrs['citation']))
      return {
        dom,
        contentDOM,
        update(next) {
          if (next.type.name !== 'blockquote') return false
          setFieldText(field, String(next.attrs['citation']))
          return true
        },
        stopEvent: (event) => event.target === field,
        ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
      }
    }
  },
})
