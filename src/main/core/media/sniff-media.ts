/** What a blog takes besides pictures. */
export interface MediaType {
  kind: 'video' | 'audio' | 'file'
  mimeType: string
  /** How a file of this type is called, without the dot. */
  ending: string
}

const video = (mimeType: string, ending: string): MediaType => ({ kind: 'video', mimeType, ending })
const audio = (mimeType: string, ending: string): MediaType => ({ kind: 'audio', mimeType, ending })

/** The first bytes are enough for every type. */
export const SNIFFED_BYTES = 4096

/** Videos, sound, PDF and captions by their first bytes, never by a name; null for anything else. */
export function sniffMedia(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1')
  if (head.startsWith('%PDF-')) return { kind: 'file', mimeType: 'application/pdf', ending: 'pdf' }
  if (/^(?:\u00EF\u00BB\u00BF)?WEBVTT(?:[ \t\r\n]|$)/.test(head))
    return { kind: 'file', mimeType: 'text/vtt', ending: 'vtt' }
  if (head.slice(4, 8) === 'ftyp') return ofBrand(head.slice(8, 12))
  // Matroska's header names its document type; of these only WebM plays in browsers.
  if (head.startsWith('\u001A\u0045\u00DF\u00A3'))
    return head.slice(0, 80).includes('webm') ? video('video/webm', 'webm') : null
  if (head.startsWith('OggS')) return ofOgg(head)
  if (head.startsWith('fLaC')) return audio('audio/flac', 'flac')
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WAVE') return audio('audio/wav', 'wav')
  if (head.startsWith('ID3') || isMpegFrame(bytes)) return audio('audio/mpeg', 'mp3')
  return null
}

/** ISO/IEC 14496-12. WordPress calls M4A `audio/mpeg`. */
function ofBrand(brand: string): MediaType | null {
  if (/^(?:M4A |M4B )$/.test(brand)) return audio('audio/mpeg', 'm4a')
  if (brand === 'qt  ') return video('video/quicktime', 'mov')
  if (brand.startsWith('3gp')) return video('video/3gpp', '3gp')
  return /^(?:isom|iso\d|mp4\d|avc1|M4V |dash|MSNV|mmp4)$/.test(brand) ? video('video/mp4', 'mp4') : null
}

function ofOgg(head: string): MediaType | null {
  if (head.includes('theora')) return video('video/ogg', 'ogv')
  return /vorbis|OpusHead|Speex|FLAC/.test(head) ? audio('audio/ogg', 'ogg') : null
}

/** ISO/IEC 11172-3: eleven bits of one, then a layer and a rate that exist. */
function isMpegFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  const isSync = first === 0xff && (second & 0xe0) === 0xe0
  return (
    isSync && (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c
  )
}
