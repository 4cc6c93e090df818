import { Extension } from '@tiptap/core'
import { keptFromClipboard, keptToClipboard } from './own-clipboard.ts'

const VARIANTS = new Set(['interview-question', 'interview-answer', 'update-note'])
const SOURCED = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'horizontalRule']

/**
 * `source`: a block's bytes on the blog, carried and never shown; a split leaves it with the first half only.
 * `kept`: what the desk does not model of the block; the same, but a block that is cut takes it along.
 * `variant`: the three kinds of paragraph the desk knows again by a class: a question, an answer, a dated update.
 * `dir`: the direction a person chose; null is drawn as `auto`, by the first strong letter.
 */
export const BlockAttributes = Extension.create({
  name: 'blockAttributes',
  addGlobalAttributes() {
    return [
      { types: SOURCED, attributes: { source: { default: null, rendered: false, keepOnSplit: false } } },
      {
        types: [...SOURCED, 'listItem', 'tableCell', 'tableHeader'],
        attributes: {
          kept: {
            default: null,
            keepOnSplit: false,
            parseHTML: keptFromClipboard,
            renderHTML: ({ kept }) => keptToClipboard(kept),
          },
        },
      },
      {
        types: ['paragraph'],
        attributes: {
          variant: {
            default: null,
            parseHTML: (element) => [...element.classList].find((name) => VARIANTS.has(name)) ?? null,
            renderHTML: ({ variant }) => (variant === null ? {} : { class: String(variant) }),
          },
        },
      },
      {
        types: ['paragraph', 'heading'],
        attributes: {
          dir: {
            default: null,
            parseHTML: (element) => {
              const { dir } = element
              return dir === 'ltr' || dir === 'rtl' ? dir : null
            },
            renderHTML: ({ dir }) => ({ dir: dir ?? 'auto' }),
          },
        },
      },
    ]
  },
})
