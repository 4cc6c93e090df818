import { Node } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { PictureNode as PictureJson } from '../../../../../shared/content/document.ts'
import { element, lineField, setFieldText, textButton } from './element.ts'
import { changeAttributes, moveBlock, removeBlock } from './node-commands.ts'
import { createLocalCopies, type LocalCopies } from './local-copies.ts'
import { CARRIER_TAG, fromCarrier, toCarrier } from './own-clipboard.ts'

declare module '@tiptap/core' {
  interface Storage {
    /** The copies of the blog's pictures that are on this laptop. */
    picture: LocalCopies
  }
}

/** A picture with its description and caption right under it. Shown from this laptop only; nothing is fetched. */
export const PictureNode = Node.create({
  name: 'picture',
  addStorage: createLocalCopies,
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      mediaId: { default: null, rendered: false },
      remoteId: { default: null, rendered: false },
      url: { default: null, rendered: false },
      alt: { default: '', rendered: false },
      caption: { default: '', rendered: false },
      source: { default: null, rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: CARRIER_TAG, getAttrs: (dom) => fromCarrier(dom, 'picture') }]
  },
  renderHTML({ node }) {
    return ['div', toCarrier('picture', node.attrs)]
  },
  addNodeView() {
    return ({ node, editor, getPos }): NodeView => {
      const frame = element('div', { class: 'picture-frame' })
      const alt = lineField(
        'Description of the picture',
        'Describe this picture for readers who cannot see it',
        (text) => changeAttributes(editor, getPos, { alt: text }),
      )
      const caption = lineField('Caption', 'Caption under the picture', (text) =>
        changeAttributes(editor, getPos, { caption: text }),
      )
      const missing = element('p', { class: 'picture-missing' }, 'This picture has no description yet.')
      const tools = element(
        'div',
        { class: 'block-tools' },
        textButton('Move up', () => moveBlock(editor, getPos, -1)),
        textButton('Move down', () => moveBlock(editor, getPos, 1)),
        textButton('Remove picture', () => removeBlock(editor, getPos)),
      )
      const dom = element('figure', { class: 'picture', contenteditable: 'false' }, frame, caption, alt, missing, tools)
      const copies = editor.storage.picture
      let attrs = node.attrs as PictureJson['attrs']
      let shown: string | null | undefined
      let image: HTMLImageElement | null = null

      const show = (): void => {
        setFieldText(alt, attrs.alt)
        setFieldText(caption, attrs.caption)
        missing.hidden = attrs.alt.trim() !== ''
        const mediaId = attrs.mediaId ?? copies.find(attrs.url)
        const key = mediaId ?? attrs.url
        if (key !== shown) {
          shown = key
          image = mediaId === null ? null : local(mediaId)
          frame.replaceChildren(image ?? elsewhere(attrs.url))
        }
        if (image) image.alt = attrs.alt
      }
      show()
      const stopListening = copies.onChange(show)

      return {
        dom,
        update(next) {
          if (next.type.name !== 'picture') return false
          attrs = next.attrs as PictureJson['attrs']
          show()
          return true
        },
        stopEvent: (event) => event.target instanceof HTMLElement && event.target.closest('input, button') !== null,
        ignoreMutation: () => true,
        destroy: stopListening,
      }
    }
  },
})

export function local(mediaId: string): HTMLImageElement {
  const image = element('img', { src: `media/${mediaId}`, alt: '' })
  image.addEventListener('error', () => {
    image.replaceWith(element('p', { class: 'picture-elsewhere' }, 'The picture is not on this laptop.'))
  })
  return image
}

function elsewhere(url: string | null): HTMLElement {
  const where = url !== null && URL.canParse(url) ? ` It is on ${new URL(url).host}.` : ''
  return element('p', { class: 'picture-elsewhere' }, `The picture is not on this laptop.${where}`)
}
