import type { Node as TiptapNode } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import type { PictureNode as PictureJson } from '../../../../../shared/content/document.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, controlView } from './block-frame.ts'
import { element, setFieldText, textButton } from './element.ts'
import { changeAttributes } from './node-commands.ts'
import { createLocalCopies, type LocalCopies } from './local-copies.ts'
import { pictureOptions, tickField } from './picture-options.ts'
import { wordsField } from '../words/words-fields.ts'

declare module '@tiptap/core' {
  interface Storage {
    /** The copies of the blog's pictures that are on this laptop. */
    picture: LocalCopies
  }
}

/** A picture with its description and caption right under it. Shown from this laptop only; nothing is fetched. */
export const PictureNode: TiptapNode<object, LocalCopies> = blockNode({
  name: 'picture',
  attrs: {
    ...ORIGIN,
    mediaId: null,
    remoteId: null,
    url: null,
    alt: '',
    isDecorative: false,
    caption: '',
    credit: '',
    align: null,
    sizeSlug: null,
    linkHref: null,
  },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const change = (attrs: Record<string, unknown>): void => changeAttributes(editor, getPos, attrs)
      const frame = element('div', { class: 'picture-frame' })
      const place = { editor, getPos }
      const alt = wordsField(
        place,
        'alt',
        t('Description of the picture'),
        t('Describe this picture for readers who cannot see it'),
      )
      const caption = wordsField(place, 'caption', t('Caption'), t('Caption under the picture'))
      const missing = element('p', { class: 'picture-missing' }, t('This picture has no description yet.'))
      const decorative = tickField(t('Decorative: there is nothing to describe'), (isDecorative) =>
        change({ isDecorative, ...(isDecorative && { alt: '' }) }),
      )
      const options = pictureOptions(place, change)
      const crop = textButton(t('Crop'), () => {
        const position = getPos()
        if (position !== undefined)
          editor.view.dom.dispatchEvent(new CustomEvent('desk-crop-picture', { detail: { position } }))
      })
      const tools = blockTools(editor, getPos, t('Remove picture'), crop)
      const dom = element(
        'figure',
        { class: 'picture', contenteditable: 'false' },
        frame,
        caption,
        alt,
        missing,
        decorative,
        options.dom,
        tools,
      )
      const copies = editor.storage.picture
      let attrs = pictureAttrs(node.attrs)
      let shown: string | null | undefined
      let image: HTMLImageElement | null = null

      const show = (): void => {
        const isDecorative = attrs.isDecorative === true
        setFieldText(alt, attrs.alt)
        setFieldText(caption, attrs.caption)
        alt.hidden = isDecorative
        missing.hidden = isDecorative || attrs.alt.trim() !== ''
        decorative.hidden = attrs.alt.trim() !== ''
        decorative.set(isDecorative)
        crop.hidden = attrs.mediaId === null
        options.show({ ...attrs })
        dom.dataset['align'] = attrs.align ?? ''
        dom.dataset['size'] = attrs.sizeSlug ?? ''
        const mediaId = attrs.mediaId ?? copies.find(attrs.url)
        const key = mediaId ?? attrs.url
        if (key !== shown) {
          shown = key
          image = mediaId === null ? null : local(mediaId)
          frame.replaceChildren(image ?? elsewhere(attrs.url))
        }
        if (image) image.alt = attrs.alt
      }
      return controlView({
        name: 'picture',
        dom,
        attrs: node.attrs,
        show(next) {
          attrs = pictureAttrs(next)
          show()
        },
        destroy: copies.onChange(show),
      })
    }
  },
}).extend<object, LocalCopies>({ addStorage: createLocalCopies })

// The schema allows nothing else.
const pictureAttrs = (attrs: unknown): PictureJson['attrs'] => attrs as PictureJson['attrs']

export function local(mediaId: string): HTMLImageElement {
  const image = element('img', { src: `media/${mediaId}`, alt: '' })
  image.addEventListener('error', () => {
    image.replaceWith(element('p', { class: 'picture-elsewhere' }, t('The picture is not on this laptop.')))
  })
  return image
}

function elsewhere(url: string | null): HTMLElement {
  const words =
    url !== null && URL.canParse(url)
      ? t('The picture is not on this laptop. It is on {host}.', { host: new URL(url).host })
      : t('The picture is not on this laptop.')
  return element('p', { class: 'picture-elsewhere' }, words)
}
