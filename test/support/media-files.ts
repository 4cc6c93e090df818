import type { BlockNode, VideoTrack } from '../../src/shared/content/document.ts'
import type { MediaId } from '../../src/shared/domain/ids.ts'
import type { MediaFile } from '../../src/shared/domain/media.ts'
import type { TestDesk } from './open-desk.ts'

/** The first bytes of each kind of file, with as much behind them as is wanted. */
const HEADS = {
  'film.mp4': Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free\0\0\0\x08mdat', 'latin1'),
  'speech.mp3': Buffer.from([...Buffer.from('ID3'), 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64]),
  'programme.pdf': Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
}

export type MediaFileName = keyof typeof HEADS

export function mediaFile(name: MediaFileName, sizeBytes = 2000): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes)
  bytes.set(HEADS[name])
  return bytes
}

/** As a window brings a file: in parts. */
export async function addFile(
  desk: TestDesk,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  partBytes = 700,
): Promise<MediaFile> {
  const { addId } = await desk.mutate('media', 'startFile', { fileName })
  for (let at = 0; at < bytes.byteLength; at += partBytes)
    await desk.mutate('media', 'addPart', { addId, at, bytes: bytes.slice(at, at + partBytes) })
  return desk.mutate('media', 'finishFile', { addId })
}

/** The video in a post. */
export const videoOf = (mediaId: MediaId): BlockNode => ({
  type: 'video',
  attrs: { mediaId, remoteId: null, url: null, caption: '', tracks: [], poster: null, source: null },
})

/** The same video with captions of this laptop. */
export function withTracks(video: BlockNode, tracks: VideoTrack[]): BlockNode {
  return video.type === 'video' ? { ...video, attrs: { ...video.attrs, tracks } } : video
}
