import { blockMarkup } from '../block-comment.ts'
import { BlockRest, withKept, withKeptAttributes } from '../kept-parts.ts'
import type { FootnoteNode, FootnotesNode } from '../document.ts'
import type { BlockFormat } from './block-format.ts'
import { storableInline } from './text-formats.ts'

/** Only the place; the notes themselves are the post's meta (see footnotes.ts). */
export const footnotesFormat: BlockFormat<FootnotesNode> = {
  read(block) {
    const rest = block.closing === 'void' ? BlockRest.of(block) : null
    return rest && { type: 'footnotes', attrs: { meta: null, source: null, ...withKept(rest.kept) } }
  },
  storable: ({ attrs: { kept }, content = [] }) => ({
    type: 'footnotes',
    attrs: { meta: null, source: null, ...withKept(kept) },
    ...(content.length > 0 && { content: content.map(storableFootnote) }),
  }),
  write: ({ attrs: { kept } }) => blockMarkup('core/footnotes', withKeptAttributes({}, kept), null),
}

const storableFootnote = ({ attrs: { id }, content }: FootnoteNode): FootnoteNode => ({
  type: 'footnote',
  attrs: { id },
  ...storableInline(content),
})
