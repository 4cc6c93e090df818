import type { Extensions } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Link } from '@tiptap/extension-link'
import { ListItem, OrderedList } from '@tiptap/extension-list'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { t } from '../../../../../shared/words/t.ts'
import { BlockAttributes } from './block-attributes.ts'
import { MoreBreakNode, PageBreakNode } from './break-nodes.ts'
import { ButtonNode, ButtonsNode } from './button-nodes.ts'
import { AudioNode, EmbedNode, FileNode, VideoNode } from './card-nodes.ts'
import { ContainerNode, CustomHtmlNode } from './container-nodes.ts'
import { FootnoteNode, FootnoteReferenceNode, Footnotes, FootnotesNode } from './footnote-nodes.ts'
import { GalleryNode } from './gallery-node.ts'
import { KeptInlineNode, KeptMark, LanguageMark, Subscript, Superscript } from './inline-nodes.ts'
import { Find } from '../find/find-plugin.ts'
import { isSafeLink } from './link-address.ts'
import { LongText } from './long-text.ts'
import { keptFromClipboard, keptToClipboard } from './own-clipboard.ts'
import { OpaqueNode } from './opaque-node.ts'
import { PictureNode } from './picture-node.ts'
import { PullQuoteNode, QuoteNode } from './quote-node.ts'
import { RoomBelow } from './room-below.ts'
import { TableCellNode, TableEditing, TableHeaderNode, TableNode, TableRowNode } from './table-nodes.ts'
import { PreformattedNode, VerseNode } from './text-block-nodes.ts'
import { SmartTyping } from '../smart-typing/smart-typing.ts'

/**
 * The editor's schema is PostDocument exactly: same names, same attributes, marks kept in the order kept, link, language,
 * bold, italic, strike, superscript, subscript, code. Whatever the editor would add of its own is taken away here.
 */
export const postExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    link: false,
    listItem: false,
    orderedList: false,
    // A paragraph of its own behind a last picture would go to the blog; see RoomBelow.
    trailingNode: false,
    underline: false,
    undoRedo: { depth: 500 },
  }),
  BlockAttributes,
  LongText,
  RoomBelow,
  SmartTyping,
  Find,
  QuoteNode,
  PullQuoteNode,
  PreformattedNode,
  VerseNode,
  MoreBreakNode,
  PageBreakNode,
  PictureNode,
  GalleryNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  TableHeaderNode,
  TableEditing,
  EmbedNode,
  VideoNode,
  AudioNode,
  FileNode,
  ButtonsNode,
  ButtonNode,
  ContainerNode,
  FootnotesNode,
  FootnoteNode,
  FootnoteReferenceNode,
  Footnotes,
  CustomHtmlNode,
  OpaqueNode,
  KeptMark,
  KeptInlineNode,
  LanguageMark,
  Superscript,
  Subscript,
  ListItem.extend({ content: '(paragraph | opaque) (paragraph | bulletList | orderedList | opaque)*' }),
  OrderedList.extend({
    addAttributes() {
      return {
        start: { default: 1, parseHTML: (dom) => (dom instanceof HTMLOListElement ? dom.start : 1) },
        reversed: { default: false, parseHTML: (dom) => dom instanceof HTMLOListElement && dom.reversed },
      }
    },
  }),
  CodeBlock.extend({ addAttributes: () => ({}) }),
  // Text on a blog may be code and bold at once; the default would drop one of the two.
  Code.extend({ excludes: '', priority: 90 }),
  Link.extend({
    inclusive: false,
    addAttributes() {
      return {
        href: { default: null, parseHTML: (dom) => dom.getAttribute('href') },
        extra: {
          default: null,
          parseHTML: keptFromClipboard,
          renderHTML: ({ extra }) => keptToClipboard(extra),
        },
      }
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
  Placeholder.configure({ placeholder: () => t('Write here.'), showOnlyCurrent: false }),
]
