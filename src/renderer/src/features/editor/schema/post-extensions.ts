import type { Extensions } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Link } from '@tiptap/extension-link'
import { ListItem, OrderedList } from '@tiptap/extension-list'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { BlockAttributes } from './block-attributes.ts'
import { Find } from '../find/find-plugin.ts'
import { isSafeLink } from './link-address.ts'
import { LongText } from './long-text.ts'
import { OpaqueNode } from './opaque-node.ts'
import { PictureNode } from './picture-node.ts'
import { QuoteNode } from './quote-node.ts'
import { SmartTyping } from '../smart-typing/smart-typing.ts'

/**
 * The editor's schema is PostDocument exactly: same names, same attributes, marks kept in the order link, bold, italic,
 * code. Whatever the editor would add of its own is taken away here.
 */
export const postExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    link: false,
    listItem: false,
    orderedList: false,
    strike: false,
    underline: false,
    undoRedo: { depth: 500 },
  }),
  BlockAttributes,
  LongText,
  SmartTyping,
  Find,
  QuoteNode,
  PictureNode,
  OpaqueNode,
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  OrderedList.extend({
    addAttributes() {
      return {
        start: { default: 1, parseHTML: (dom) => (dom instanceof HTMLOListElement ? dom.start : 1) },
      }
    },
  }),
  CodeBlock.extend({ addAttributes: () => ({}) }),
  // Text on a blog may be code and bold at once; the default would drop one of the two.
  Code.extend({ excludes: '', priority: 90 }),
  Link.extend({
    inclusive: false,
    addAttributes() {
      return { href: { default: null, parseHTML: (dom) => dom.getAttribute('href') } }
    },
    addOptions() {
      return {
        ...(this.parent?.() ?? ({} as never)),
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: {},
        isAllowedUri: (address: string | undefined) => address !== undefined && isSafeLink(address),
      }
    },
  }),
  Placeholder.configure({ placeholder: 'Write here.', showOnlyCurrent: false }),
]
