import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { isBlankLine, type ShareLine } from '../../../../shared/domain/share-line.ts'
import { hasAddressBlank, withAddress } from '../../../../shared/share/post-address.ts'

/** `at` tells one telling from the next, so that the same words are heard again. */
export interface CopyTold {
  lineId: string
  words: string
  isDone: boolean
  at: number
}

/** Puts a line into the clipboard with the live address in it, and says what became of that. `address`: null while the post is not public. */
export function useCopyLine(address: string | null): {
  told: CopyTold | null
  copy: (line: ShareLine) => Promise<void>
} {
  const [told, setTold] = useState<CopyTold | null>(null)

  async function copy(line: ShareLine): Promise<void> {
    const tell = (words: string, isDone = false): void =>
      setTold((before) => ({ lineId: line.id, words, isDone, at: (before?.at ?? 0) + 1 }))
    if (isBlankLine(line)) return tell(t('There is nothing to copy yet.'))
    const isOpen = hasAddressBlank(line.text)
    if (isOpen && address === null)
      return tell(t('The address is not known before the post is public, so nothing was copied.'))
    try {
      await navigator.clipboard.writeText(withAddress(line.text, address ?? '').trim())
      tell(isOpen ? t('Copied, with the address of the post.') : t('Copied.'), true)
    } catch {
      tell(t('This system did not let the desk copy. Select the text and copy it by hand.'))
    }
  }
  return { told, copy }
}
