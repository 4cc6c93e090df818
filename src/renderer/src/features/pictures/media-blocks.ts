import { t } from '../../../../shared/words/t.ts'
import { embedOf } from '../../../../shared/content/embed-address.ts'
import type { MediaFile } from '../../../../shared/domain/media.ts'

/** A block as the editor takes it. */
export interface MediaBlock {
  type: 'video' | 'audio' | 'file' | 'embed'
  attrs: Record<string, unknown>
}

export function fileBlock({ id, kind, fileName }: Pick<MediaFile, 'id' | 'kind' | 'fileName'>): MediaBlock {
  if (kind !== 'file') return { type: kind, attrs: { mediaId: id } }
  return { type: 'file', attrs: { mediaId: id, name: fileName.replace(/\.[^.]+$/, ''), showsDownload: true } }
}

const ENDINGS = { video: /\.(?:mp4|m4v|webm|ogv|mov)$/i, audio: /\.(?:mp3|m4a|ogg|oga|wav|flac)$/i, file: /\.pdf$/i }

/** What stands at an address: the file itself by its ending, else something that another site shows. null for no address. */
export function addressBlock(text: string): MediaBlock | null {
  const url = URL.parse(text.trim())
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const at = { url: url.href }
  if (ENDINGS.video.test(url.pathname)) return { type: 'video', attrs: at }
  if (ENDINGS.audio.test(url.pathname)) return { type: 'audio', attrs: at }
  if (ENDINGS.file.test(url.pathname)) {
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '')
    return { type: 'file', attrs: { ...at, name, showsDownload: true } }
  }
  const { provider, embedType, aspect } = embedOf(url.href)
  return { type: 'embed', attrs: { ...at, provider, embedType, aspect } }
}

/** What a hotel's line takes on a good evening. */
const SLOW_LINE_BYTES_PER_SECOND = 125_000

/** How long it takes to send, before anybody asks. */
export function lineWords(sizeBytes: number): string {
  const minutes = Math.round(sizeBytes / SLOW_LINE_BYTES_PER_SECOND / 60)
  if (minutes === 0) return t('On a slow line (1 Mbit/s) it goes in less than a minute.')
  const long =
    minutes < 90
      ? t('On a slow line (1 Mbit/s) it takes about {minutes, plural, one {a minute} other {# minutes}} to send.', {
          minutes,
        })
      : t('On a slow line (1 Mbit/s) it takes about {hours, plural, one {# hour} other {# hours}} to send.', {
          hours: Math.round(minutes / 60),
        })
  return `${long} ${t('A video on YouTube or Vimeo reaches readers sooner.')}`
}

/** A file that is to become a video, a sound or a document, by what the system calls it. */
export const isMediaFile = ({ type }: Pick<File, 'type'>): boolean => /^(?:video|audio)\/|^application\/pdf$/.test(type)
