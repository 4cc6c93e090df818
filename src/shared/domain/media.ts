import type { MediaId, UtcIso } from './ids.ts'

export type PictureMimeType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp'

export interface Picture {
  id: MediaId
  fileName: string
  mimeType: PictureMimeType
  sizeBytes: number
  widthPx: number
  heightPx: number
  addedAt: UtcIso
}
