import { useCommand } from '../commands/registered-commands.ts'
import type { DetailsTab } from './details/details-tabs.tsx'

interface PostCommands {
  isSource: boolean
  /** Somebody was asked to review it. */
  hasReview: boolean
  onSource: () => void
  /** Opens what is about the text at that tab. */
  onTab: (tab: DetailsTab) => void
}

/** What can be done with the open post beside its text. */
export function usePostCommands({ isSource, hasReview, onSource, onTab }: PostCommands): void {
  useCommand('source', onSource, !isSource)
  useCommand('about', () => onTab('about'))
  useCommand('checks', () => onTab('checks'))
  useCommand('review-beside', () => onTab('review'), hasReview)
  useCommand(
    'write-note',
    () => {
      onTab('review')
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-new-note]')?.focus())
    },
    hasReview,
  )
  useCommand('share', () => onTab('share'))
  useCommand('history', () => onTab('history'))
  useCommand('outline', () => onTab('outline'))
}
