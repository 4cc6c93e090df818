import { useCommand } from '../commands/registered-commands.ts'
import type { DetailsTab } from './details/details-tabs.tsx'

interface PostCommands {
  isSource: boolean
  onSource: () => void
  /** Opens what is about the text at that tab. */
  onTab: (tab: DetailsTab) => void
}

/** What can be done with the open post beside its text. */
export function usePostCommands({ isSource, onSource, onTab }: PostCommands): void {
  useCommand('source', onSource, !isSource)
  useCommand('about', () => onTab('about'))
  useCommand('checks', () => onTab('checks'))
  useCommand('share', () => onTab('share'))
  useCommand('history', () => onTab('history'))
  useCommand('outline', () => onTab('outline'))
}
