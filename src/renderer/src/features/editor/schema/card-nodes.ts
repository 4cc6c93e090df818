import { t } from '../../../../../shared/words/t.ts'
import type { VideoTrack } from '../../../../../shared/content/document.ts'
import { embedOf } from '../../../../../shared/content/embed-address.ts'
import { blockNode, ORIGIN } from './block-node.ts'
import { blockTools, controlView } from './block-frame.ts'
import { element, lineField, setFieldText, textButton } from './element.ts'
import { fileName } from '../../../ui/address-words.ts'
import { kindWord, trackName } from '../../pictures/track-words.ts'
import { changeAttributes } from './node-commands.ts'
import { namedField, tickField } from './picture-options.ts'
import { wordsField } from '../words/words-fields.ts'

const MEDIA = { ...ORIGIN, mediaId: null, remoteId: null, url: null }

const card = (name: string, ...children: (HTMLElement | string)[]): HTMLElement =>
  element('section', { class: 'card', contenteditable: 'false', 'aria-label': name }, ...children)

const whereIs = ({ mediaId, url }: Record<string, unknown>): string =>
  typeof url === 'string' && URL.canParse(url)
    ? t('On {host}.', { host: new URL(url).host })
    : mediaId === null
      ? t('It has no address yet.')
      : t('On this laptop; it goes with the post.')

/** What another site shows inside the post. Here it is a card: nothing is fetched from anywhere. */
export const EmbedNode = blockNode({
  name: 'embed',
  attrs: { ...ORIGIN, url: '', provider: '', embedType: '', caption: '', align: null, aspect: null },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const provider = element('strong', { class: 'card-title' })
      const address = lineField(t('Address of the embed'), 'https://…', (text) => {
        const url = text.trim()
        changeAttributes(editor, getPos, { url, ...embedOf(url) })
      })
      address.dir = 'ltr'
      const caption = wordsField({ editor, getPos }, 'caption', t('Caption'), t('Caption under it'))
      const dom = card(
        t('Embed'),
        provider,
        address,
        element('p', { class: 'card-note' }, t('Readers see it on the blog. Nothing is fetched here.')),
        caption,
        blockTools(editor, getPos, t('Remove')),
      )
      return controlView({
        name: 'embed',
        dom,
        attrs: node.attrs,
        show(attrs) {
          const url = String(attrs['url'])
          provider.textContent = embedOf(url).name
          setFieldText(address, url)
          setFieldText(caption, String(attrs['caption']))
        },
      })
    }
  },
})

function mediaCard(name: 'video' | 'audio', attrs: Record<string, unknown>) {
  return blockNode({
    name,
    attrs: { ...MEDIA, caption: '', ...attrs },
    addNodeView() {
      return ({ node, editor, getPos }) => {
        const title = name === 'video' ? t('Video') : t('Audio')
        const heading = element('strong', { class: 'card-title', dir: 'auto' })
        const where = element('p', { class: 'card-note' })
        const tracks = element('p', { class: 'card-note' })
        const caption = wordsField({ editor, getPos }, 'caption', t('Caption'), t('Caption under it'))
        const words = textButton(name === 'video' ? t('Captions and transcript…') : t('Transcript…'), () => {
          const position = getPos()
          if (position !== undefined)
            editor.view.dom.dispatchEvent(new CustomEvent('desk-media-words', { detail: { position } }))
        })
        const dom = card(title, heading, where, tracks, caption, blockTools(editor, getPos, t('Remove'), words))
        return controlView({
          name,
          dom,
          attrs: node.attrs,
          show(next) {
            heading.textContent = named(title, fileName(next['url']))
            where.textContent = whereIs(next)
            tracks.textContent = tracksLine((next['tracks'] ?? []) as VideoTrack[])
            tracks.hidden = tracks.textContent === ''
            setFieldText(caption, String(next['caption']))
          },
        })
      }
    },
  })
}

const tracksLine = (tracks: VideoTrack[]): string =>
  tracks.length === 0 ? '' : `${tracks.map((track) => named(kindWord(track.kind), trackName(track))).join('. ')}.`

/** What a thing is, and what it is called. */
const named = (what: string, name: string): string => (name === '' ? what : t('{what}: {name}', { what, name }))

export const VideoNode = mediaCard('video', { tracks: [], poster: null })
export const AudioNode = mediaCard('audio', {})

/** A file to download. */
export const FileNode = blockNode({
  name: 'file',
  attrs: { ...MEDIA, name: '', showsDownload: true },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const where = element('p', { class: 'card-note' })
      const words = t('Words of the link')
      const name = namedField(words, wordsField({ editor, getPos }, 'name', words, t('What it is called')))
      const shows = tickField(t('With a download button'), (showsDownload) =>
        changeAttributes(editor, getPos, { showsDownload }),
      )
      const dom = card(
        t('File'),
        element('strong', { class: 'card-title' }, t('File')),
        name,
        where,
        shows,
        blockTools(editor, getPos, t('Remove')),
      )
      return controlView({
        name: 'file',
        dom,
        attrs: node.attrs,
        show(attrs) {
          name.set(String(attrs['name']))
          where.textContent = [fileName(attrs['url']), whereIs(attrs)].filter((part) => part !== '').join(' — ')
          shows.set(attrs['showsDownload'] === true)
        },
      })
    }
  },
})
