import type { VideoTrack } from '../document.ts'
import { escapeAttribute } from '../escape-html.ts'
import { isElement, significant } from '../html-shape.ts'
import type { HtmlElement } from '../strict-html.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** null when the comment's tracks are not those in the element, or say more than we know of. */
export function readTracks(attribute: unknown, video: HtmlElement): VideoTrack[] | null {
  const elements = significant(video.children)
  const stated = attribute === undefined ? [] : Array.isArray(attribute) ? (attribute as unknown[]) : null
  if (!stated || stated.length !== elements.length) return null
  const tracks: VideoTrack[] = []
  for (const [index, value] of stated.entries()) {
    const element = elements[index]
    if (!isObject(value) || !isElement(element) || element.name !== 'track') return null
    const { src, srcLang = '', label = '', kind = '', default: isDefault = false, id, ...others } = value
    if (typeof src !== 'string' || typeof srcLang !== 'string' || typeof label !== 'string') return null
    if (typeof kind !== 'string' || typeof isDefault !== 'boolean' || Object.keys(others).length > 0) return null
    if (id !== undefined && typeof id !== 'number' && typeof id !== 'string') return null
    const track = storableTrack({ src, srcLang, label, kind, isDefault, ...(id !== undefined && { id }) })
    const shown = Object.entries(htmlAttributes(track))
    if (shown.some(([name, text]) => (element.attributes.get(name) ?? '') !== text)) return null
    if ([...element.attributes.keys()].some((name) => name !== 'default' && !(name in htmlAttributes(track))))
      return null
    if (element.attributes.has('default') !== isDefault) return null
    tracks.push(track)
  }
  return tracks
}

export const storableTracks = (tracks: readonly VideoTrack[]): VideoTrack[] => tracks.map(storableTrack)

const storableTrack = ({ mediaId, src, srcLang, label, kind, isDefault, id }: VideoTrack): VideoTrack => ({
  ...(mediaId && { mediaId }),
  src,
  srcLang,
  label,
  kind,
  ...(isDefault && { isDefault }),
  ...(id !== undefined && { id }),
})

export const trackAttributes = ({ src, srcLang, label, kind, isDefault, id }: VideoTrack): Record<string, unknown> => ({
  id,
  src,
  label,
  srcLang,
  kind,
  ...(isDefault && { default: true }),
})

const htmlAttributes = ({ src, srcLang, label, kind }: VideoTrack): Record<string, string> => ({
  src,
  label,
  srclang: srcLang,
  kind,
})

export function writeTracks(tracks: readonly VideoTrack[]): string {
  return tracks
    .map((track) => {
      const attributes = Object.entries(htmlAttributes(track))
        .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
        .join('')
      return `<track${attributes}${track.isDefault ? ' default' : ''}/>`
    })
    .join('')
}
