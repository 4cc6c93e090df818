import type { Editor } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import type { Node as ProsemirrorNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { t } from '../../../../../shared/words/t.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { framedView } from './block-frame.ts'
import { element, setFieldText } from './element.ts'
import type { PositionOf } from './node-commands.ts'
import { wordsField } from '../words/words-fields.ts'

interface QuoteView {
  node: ProsemirrorNode
  editor: Editor
  getPos: PositionOf
}

function quoteView({ node, editor, getPos }: QuoteView, className: string): NodeView {
  const contentDOM = element('div', {})
  const field = wordsField({ editor, getPos }, 'citation', t('Who said it'), t('Who said it'))
  const dom = element('blockquote', {}, contentDOM, element('div', { contenteditable: 'false' }, field))
  if (className !== '') dom.className = className
  return framedView({
    name: node.type.name,
    dom,
    contentDOM,
    attrs: node.attrs,
    show: ({ citation }) => setFieldText(field, String(citation)),
  })
}

/** A quote with a line below it for who said it. */
export const QuoteNode = Blockquote.extend({
  content: 'block+',
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
    return (view) => quoteView(view, '')
  },
})

/** Words of the post itself, set large beside it. */
export const PullQuoteNode = blockNode({
  name: 'pullquote',
  attrs: { ...ORIGIN, citation: '' },
  content: 'paragraph+',
  defining: true,
  addNodeView() {
    return (view) => quoteView(view, 'pullquote')
  },
})
