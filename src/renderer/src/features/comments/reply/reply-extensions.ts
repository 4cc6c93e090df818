import { Extension, Mark, type Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Code } from '@tiptap/extension-code'
import { Link } from '@tiptap/extension-link'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { StarterKit } from '@tiptap/starter-kit'
import { OPEN_BLANK } from '../../../../../shared/conversation/blanks.ts'
import { TAGS_OF, type ReplyMarkName } from '../../../../../shared/conversation/reply-document.ts'
import { t } from '../../../../../shared/words/t.ts'

/** Where a comment may lead; see reply-text.ts. */
export const isReplyAddress = (address: string | undefined): boolean => /^(?:https?|mailto):/i.test(address ?? '')

/** Nobody makes them here, and whoever pastes them keeps them. */
const kept = (name: ReplyMarkName): Mark =>
  Mark.create({
    name,
    parseHTML: () => TAGS_OF[name].map((tag) => ({ tag })),
    renderHTML: () => [TAGS_OF[name][0] ?? 'span', 0],
  })

const Abbreviation = kept('abbreviation').extend({
  addAttributes: () => ({ title: { default: '', parseHTML: (dom) => dom.getAttribute('title') ?? '' } }),
  renderHTML: ({ HTMLAttributes }) => ['abbr', HTMLAttributes, 0],
})

/** Each paragraph by its own first letter. */
const OwnDirection = Extension.create({
  name: 'ownDirection',
  addGlobalAttributes: () => [
    { types: ['paragraph'], attributes: { dir: { default: null, renderHTML: () => ({ dir: 'auto' }) } } },
  ],
})

/** What is still to be filled stands out. */
const OpenBlanks = Extension.create({
  name: 'openBlanks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => blanksIn(doc),
        apply: (transaction, known) => (transaction.docChanged ? blanksIn(transaction.doc) : known),
      },
      props: {
        decorations(state) {
          return this.getState(state)
        },
      },
    }),
  ],
})

function blanksIn(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const words = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    for (const { 0: blank, index } of words.matchAll(OPEN_BLANK)) {
      const from = position + 1 + index
      found.push(Decoration.inline(from, from + blank.length, { class: 'open-blank', title: t('Still to be filled') }))
    }
    return false
  })
  return DecorationSet.create(doc, found)
}

/** The schema is ReplyDocument exactly: a paste is cleaned by having nowhere else to go. */
export const replyExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    trailingNode: false,
    underline: false,
  }),
  Blockquote,
  Code.extend({ excludes: '', priority: 90 }),
  kept('quotation'),
  kept('cite'),
  Abbreviation,
  Link.extend({
    inclusive: false,
    addAttributes: () => ({ href: { default: null, parseHTML: (dom) => dom.getAttribute('href') } }),
    addOptions() {
      return {
        ...(this.parent?.() ?? ({} as never)),
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: {},
        isAllowedUri: isReplyAddress,
      }
    },
  }),
  OwnDirection,
  OpenBlanks,
]
