import { Extension } from '@tiptap/core'

const SOURCED = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'horizontalRule']

/**
 * `source`: a block's bytes on the blog, carried and never shown; a split leaves it with the first half only.
 * `dir`: the direction a person chose; null is drawn as `auto`, by the first strong letter.
 */
export const BlockAttributes = Extension.create({
  name: 'blockAttributes',
  addGlobalAttributes() {
    return [
      { types: SOURCED, attributes: { source: { default: null, rendered: false, keepOnSplit: false } } },
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
