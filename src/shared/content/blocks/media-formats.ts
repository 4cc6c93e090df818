import { blockMarkup } from '../block-comment.ts'
import { keptWithLine, readLine, writeLine } from '../caption.ts'
import type { AudioNode, EmbedNode, FileNode, VideoNode, VideoTrack } from '../document.ts'
import { escapeText } from '../escape-html.ts'
import { isElement, plainText, significant, soleElement } from '../html-shape.ts'
import { BlockRest, classesOf, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml } from '../strict-html.ts'
import { joinLines } from '../white-space.ts'
import type { BlockFormat } from './block-format.ts'
import {
  alignClass,
  CAPTION_CLASS,
  figcaption,
  joinClasses,
  readFigure,
  readMediaId,
  takeAlignment,
} from './picture-formats.ts'
import { readTracks, storableTracks, trackAttributes, writeTracks } from './video-tracks.ts'

const ASPECT = /^wp-embed-aspect-(\d+-\d+)$/
const HAS_ASPECT = 'wp-has-aspect-ratio'

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w-]*$/.test(value)

export const embedFormat: BlockFormat<EmbedNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, [CAPTION_CLASS])
    const wrapper = parts && soleElement(parts.inner, 'div')
    if (!parts || !wrapper || wrapper.attributes.size !== 1 || parts.credit !== '') return null
    if (wrapper.attributes.get('class') !== 'wp-block-embed__wrapper') return null
    const url = rest.take('url')
    const embedType = rest.take('type') ?? ''
    const provider = rest.take('providerNameSlug') ?? ''
    if (typeof url !== 'string' || url === '' || plainText(wrapper.children)?.trim() !== url) return null
    if (!isWord(embedType) || !isWord(provider) || url.trim() !== url) return null
    const own = embedClasses(embedType, provider)
    const classes = classesOf(parts.figure)
    if (!own.every((each) => classes.includes(each))) return null
    const aspectClass = classes.find((each) => ASPECT.test(each))
    const hasAspect = aspectClass !== undefined && classes.includes(HAS_ASPECT) && rest.takeClassName(aspectClass)
    const aspect = hasAspect && rest.takeClassName(HAS_ASPECT) ? (ASPECT.exec(aspectClass)?.[1] ?? null) : null
    if (hasAspect && aspect === null) return null
    if (rest.peek('responsive') === true && aspect !== null) rest.take('responsive')
    const align = takeAlignment(rest, parts.figure)
    rest.keep(parts.figure, '', [], [...own, `align${align}`, ...(aspect === null ? [] : aspectClasses(aspect))])
    return {
      type: 'embed',
      attrs: { url, provider, embedType, caption: parts.caption, align, aspect, source: null, ...withKept(rest.kept) },
    }
  },
  storable: ({ attrs: { url, provider, embedType, caption, align, aspect, kept } }) => ({
    type: 'embed',
    attrs: {
      url: url.trim(),
      provider,
      embedType,
      caption: joinLines(caption),
      align,
      aspect,
      source: null,
      ...withKept(keptWithLine('figcaption', caption, kept)),
    },
  }),
  write({ attrs: { url, provider, embedType, caption, align, aspect, kept } }) {
    const [ownClass, ...typeClasses] = embedClasses(embedType, provider)
    const aspectClass = aspect === null ? [] : aspectClasses(aspect)
    // The classes of its shape stand behind the person's own in the list, as WordPress adds them.
    const figureClass = joinClasses(ownClass, alignClass(align), ...typeClasses, ...aspectClass)
    const { className, ...others } = withKeptAttributes({}, kept)
    const wrapper = `<div class="wp-block-embed__wrapper">\n${escapeText(url)}\n</div>`
    return blockMarkup(
      'core/embed',
      {
        url,
        type: embedType === '' ? undefined : embedType,
        providerNameSlug: provider === '' ? undefined : provider,
        responsive: aspect === null ? undefined : true,
        align: align ?? undefined,
        ...others,
        className: joinClasses(typeof className === 'string' ? className : '', ...aspectClass) || undefined,
      },
      `${startTag('figure', { class: figureClass }, kept)}>${wrapper}${figcaption({ caption }, kept)}</figure>`,
    )
  },
}

const aspectClasses = (aspect: string): string[] => [`wp-embed-aspect-${aspect}`, HAS_ASPECT]

const embedClasses = (embedType: string, provider: string): string[] => [
  'wp-block-embed',
  ...(embedType === '' ? [] : [`is-type-${embedType}`]),
  ...(provider === '' ? [] : [`is-provider-${provider}`, `wp-block-embed-${provider}`]),
]

/** `!` before a name: without one that the writer would give. */
const WITHOUT_CONTROLS = { video: '!video/controls', audio: '!audio/controls' } as const

export const videoFormat: BlockFormat<VideoNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, [CAPTION_CLASS])
    const video = parts && soleElement(parts.inner, 'video')
    const remoteId = readMediaId(rest?.take('id'))
    const url = video?.attributes.get('src')
    const tracks: VideoTrack[] | null = video ? readTracks(rest?.take('tracks'), video) : null
    if (!parts || !video || remoteId === undefined || url === undefined || !tracks || parts.credit !== '') return null
    rest.keep(parts.figure, '', [], ['wp-block-video'])
    rest.keep(video, 'video', ['src', 'poster', 'controls'], [])
    if (!video.attributes.has('controls')) rest.note(WITHOUT_CONTROLS.video)
    const poster = video.attributes.get('poster') ?? null
    return {
      type: 'video',
      attrs: {
        mediaId: null,
        remoteId,
        url,
        caption: parts.caption,
        tracks,
        poster,
        source: null,
        ...withKept(rest.kept),
      },
    }
  },
  storable: ({ attrs: { mediaId, remoteId, url, caption, tracks, poster, kept } }) => ({
    type: 'video',
    attrs: {
      mediaId,
      remoteId,
      url,
      caption: joinLines(caption),
      tracks: storableTracks(tracks),
      poster,
      source: null,
      ...withKept(keptWithLine('figcaption', caption, kept)),
    },
  }),
  write({ attrs: { remoteId, url, caption, tracks, poster, kept } }) {
    const hasControls = kept?.html[WITHOUT_CONTROLS.video] === undefined
    const own = { controls: hasControls ? '' : undefined, poster: poster ?? undefined, src: url ?? '' }
    const video = `${startTag('video', own, kept, 'video')}>${writeTracks(tracks)}</video>`
    const html = `${startTag('figure', { class: 'wp-block-video' }, kept)}>${video}${figcaption({ caption }, kept)}</figure>`
    const attributes = {
      id: remoteId ?? undefined,
      tracks: tracks.length > 0 ? tracks.map(trackAttributes) : undefined,
    }
    return blockMarkup('core/video', withKeptAttributes(attributes, kept), html)
  },
}

export const audioFormat: BlockFormat<AudioNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const parts = rest && readFigure(parseStrictHtml(block.inner), rest, [CAPTION_CLASS])
    const audio = parts && soleElement(parts.inner, 'audio')
    const remoteId = readMediaId(rest?.take('id'))
    const url = audio?.attributes.get('src')
    if (!parts || !audio || remoteId === undefined || url === undefined || parts.credit !== '') return null
    if (significant(audio.children).length > 0) return null
    rest.keep(parts.figure, '', [], ['wp-block-audio'])
    rest.keep(audio, 'audio', ['src', 'controls'], [])
    if (!audio.attributes.has('controls')) rest.note(WITHOUT_CONTROLS.audio)
    return {
      type: 'audio',
      attrs: { mediaId: null, remoteId, url, caption: parts.caption, source: null, ...withKept(rest.kept) },
    }
  },
  storable: ({ attrs: { mediaId, remoteId, url, caption, kept } }) => ({
    type: 'audio',
    attrs: {
      mediaId,
      remoteId,
      url,
      caption: joinLines(caption),
      source: null,
      ...withKept(keptWithLine('figcaption', caption, kept)),
    },
  }),
  write({ attrs: { remoteId, url, caption, kept } }) {
    const controls = kept?.html[WITHOUT_CONTROLS.audio] === undefined ? '' : undefined
    const audio = `${startTag('audio', { controls, src: url ?? '' }, kept, 'audio')}></audio>`
    const html = `${startTag('figure', { class: 'wp-block-audio' }, kept)}>${audio}${figcaption({ caption }, kept)}</figure>`
    return blockMarkup('core/audio', withKeptAttributes({ id: remoteId ?? undefined }, kept), html)
  },
}

const DOWNLOAD = 'Download'
const BUTTON_CLASSES = ['wp-block-file__button', 'wp-element-button']

export const fileFormat: BlockFormat<FileNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const figure = rest && soleElement(parseStrictHtml(block.inner), 'div')
    const remoteId = readMediaId(rest?.take('id'))
    const url = rest?.take('href')
    if (!figure || remoteId === undefined || typeof url !== 'string') return null
    const elements = significant(figure.children)
    const preview = isElement(elements[0]) && elements[0].name === 'object' ? elements[0] : null
    const [link, button, ...others] = preview ? elements.slice(1) : elements
    const showsDownload = button !== undefined
    if (!isElement(link) || link.name !== 'a' || others.length > 0) return null
    if ((rest.take('showDownloadButton') ?? true) !== showsDownload) return null
    if ((rest.peek('displayPreview') === true) !== (preview !== null)) return null
    if (preview?.attributes.get('data') !== (preview ? url : undefined)) return null
    if (link.attributes.get('href') !== url) return null
    const name = readLine(link, rest)
    if (name === null || name === '' || (preview && significant(preview.children).length > 0)) return null
    if (showsDownload) {
      if (!isElement(button) || button.name !== 'a' || button.attributes.get('href') !== url) return null
      if (button.attributes.get('aria-describedby') !== link.attributes.get('id')) return null
      if (button.attributes.get('download') !== '') return null
      const text = plainText(button.children)
      if (text === null) return null
      if (text !== DOWNLOAD) rest.keepInner('button', text)
      rest.keep(button, 'button', ['href', 'download', 'aria-describedby'], BUTTON_CLASSES)
    }
    rest.keep(figure, '', [], ['wp-block-file'])
    rest.keep(link, 'a', ['href'], [])
    if (preview) rest.keep(preview, 'object', ['data'], [])
    return {
      type: 'file',
      attrs: { mediaId: null, remoteId, url, name, showsDownload, source: null, ...withKept(rest.kept) },
    }
  },
  storable: ({ attrs: { mediaId, remoteId, url, name, showsDownload, kept } }) => ({
    type: 'file',
    attrs: {
      mediaId,
      remoteId,
      url,
      name: joinLines(name),
      showsDownload,
      source: null,
      ...withKept(keptWithLine('a', name, kept)),
    },
  }),
  write({ attrs: { remoteId, url, name, showsDownload, kept } }) {
    const href = url ?? ''
    const preview =
      kept?.attributes['displayPreview'] === true
        ? `${startTag('object', { data: href }, kept, 'object')}></object>`
        : ''
    const link = `${startTag('a', { id: kept?.html['a/id'], href }, kept, 'a')}>${writeLine('a', name, kept)}</a>`
    const own = { href, class: BUTTON_CLASSES.join(' '), download: '', 'aria-describedby': kept?.html['a/id'] }
    const label = escapeText(kept?.html['<button>'] ?? DOWNLOAD)
    const button = showsDownload ? `${startTag('a', own, kept, 'button')}>${label}</a>` : ''
    const html = `${startTag('div', { class: 'wp-block-file' }, kept)}>${preview}${link}${button}</div>`
    const attributes = { id: remoteId ?? undefined, href, showDownloadButton: showsDownload ? undefined : false }
    return blockMarkup('core/file', withKeptAttributes(attributes, kept), html)
  },
}
