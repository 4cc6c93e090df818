import { t } from './words/t.ts'
import type { RemovedData } from './domain/media.ts'

/** What of a picture never leaves the laptop, said once when it is added; null when there was nothing. */
export function removedSentence(removed: RemovedData | null): string | null {
  switch (removed) {
    case 'place-and-camera':
      return t('Place and camera data were removed from what is sent. Your own file is untouched.')
    case 'hidden':
      return t('Hidden notes in the file were removed from what is sent. Your own file is untouched.')
    case null:
      return null
  }
}
