import { Node } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import { htmlToText } from '../../../../../shared/content/html-to-text.ts'
import { markupPictures } from '../../../../../shared/content/markup-pictures.ts'
import { CLASSIC } from '../../../../../shared/content/markup-to-document.ts'
import type { NodeView } from '@tiptap/pm/view'
import { element, textButton } from './element.ts'
import { moveBlock, removeBlock } from './node-commands.ts'
import { local } from './picture-node.ts'
import { CARRIER_TAG, fromCarrier, toCarrier } from './own-clipboard.ts'

const SHOWN_SOURCE_LENGTH = 20_000
const SHOWN_WORDS_LENGTH = 300

/** Text outside of blocks has no name of its own. */
const spokenName = (blockName: string, source: string): string =>
  blockName !== CLASSIC ? blockName : source.startsWith('[') ? t('Shortcode') : 'HTML'

/** A block of the blog that the desk does not model: shown by its name and its pictures, kept byte for byte, movable and removable. */
export const OpaqueNode = Node.create({
  name: 'opaque',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      blockName: { default: '', rendered: false },
      source: { default: '', rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: CARRIER_TAG, getAttrs: (dom) => fromCarrier(dom, 'opaque') }]
  },
  renderHTML({ node }) {
    return ['div', toCarrier('opaque', node.attrs)]
  },
  addNodeView() {
    return ({ node, editor, getPos }): NodeView => {
      const blockName = String(node.attrs['blockName'])
      const source = String(node.attrs['source']).trim()
      const isItem = blockName === 'core/list-item'
      const words = isItem ? htmlToText(source).trim().slice(0, SHOWN_WORDS_LENGTH) : ''
      const name = isItem ? t('List item') : spokenName(blockName, source)
      const peek = element(
        'details',
        {},
        element('summary', {}, t('Look at its source')),
        element('pre', { dir: 'ltr' }, source.slice(0, SHOWN_SOURCE_LENGTH)),
      )
      const pictures = markupPictures(source)
      const copies = editor.storage.picture
      const shelf = element('div', { class: 'opaque-pictures' })
      const showPictures = (): void => {
        const here = pictures.flatMap(({ url, alt }) => {
          const mediaId = copies.find(url)
          return mediaId === null ? [] : [Object.assign(local(mediaId), { alt })]
        })
        shelf.replaceChildren(...here)
        shelf.hidden = here.length === 0
      }
      showPictures()
      const stopListening = copies.onChange(showPictures)
      const dom = element(
        'section',
        { class: 'opaque', contenteditable: 'false', 'aria-label': isItem ? name : t('Block {name}', { name }) },
        ...(words === '' ? [] : [element('p', { class: 'opaque-words', dir: 'auto' }, words)]),
        element(
          'p',
          { class: 'opaque-name' },
          element('strong', {}, name),
          ` — ${t('kept exactly as it is on the blog.')}`,
        ),
        shelf,
        peek,
        element(
          'div',
          { class: 'block-tools' },
          textButton(t('Move up'), () => moveBlock(editor, getPos, -1)),
          textButton(t('Move down'), () => moveBlock(editor, getPos, 1)),
          textButton(t('Remove block'), () => removeBlock(editor, getPos)),
        ),
      )
      return {
        dom,
        update: (next) =>
          next.type.name === 'opaque' &&
          String(next.attrs['source']).trim() === source &&
          next.attrs['blockName'] === blockName,
        stopEvent: (event) =>
          event.target instanceof HTMLElement && event.target.closest('summary, button, pre') !== null,
        ignoreMutation: () => true,
        destroy: stopListening,
      }
    }
  },
})
