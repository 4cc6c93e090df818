import { t } from '../words/t.ts'
import type { CommandPlace } from './commands.ts'
import type { Shortcut } from './shortcut.ts'

/** A key that means something in one place only, while something in it has the focus. */
export interface PlaceKey {
  place: CommandPlace
  keys: readonly Shortcut[]
  name: () => string
}

/** For the sheet of shortcuts; obeyed by the places themselves. place-keys.test.ts asks each of them whether it still does. */
export const PLACE_KEYS: readonly PlaceKey[] = [
  { place: 'text', keys: ['Mod+B'], name: () => t('Bold') },
  { place: 'text', keys: ['Mod+I'], name: () => t('Italic') },
  { place: 'text', keys: ['Mod+K'], name: () => t('Link the chosen words') },
  { place: 'text', keys: ['Mod+.'], name: () => t('Raised') },
  { place: 'text', keys: ['Mod+,'], name: () => t('Lowered') },
  { place: 'text', keys: ['Mod+Alt+F'], name: () => t('Footnote') },
  { place: 'text', keys: ['/'], name: () => t('Insert a block') },
  { place: 'text', keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'], name: () => t('Move the block') },
  { place: 'text', keys: ['Alt+Shift+Backspace'], name: () => t('Remove the block') },
  { place: 'text', keys: ['Alt+Enter'], name: () => t('At a finding: take its fix') },
  { place: 'text', keys: ['Alt+F10'], name: () => t('Go to the toolbar') },
  { place: 'text', keys: ['Mod+Z'], name: () => t('Undo') },
  { place: 'text', keys: ['Mod+Shift+Z', 'Mod+Y'], name: () => t('Redo') },
  { place: 'review', keys: ['F8', 'Shift+F8'], name: () => t('Next and previous suggestion') },
  { place: 'review', keys: ['Alt+Enter'], name: () => t('Take the suggestion') },
  { place: 'review', keys: ['Alt+Backspace'], name: () => t('Leave the suggestion') },
  { place: 'review', keys: ['Mod+Alt+M'], name: () => t('Write a note') },
  { place: 'conversation', keys: ['J', 'K'], name: () => t('Next and previous comment') },
  { place: 'conversation', keys: ['R'], name: () => t('Reply') },
  { place: 'conversation', keys: ['Mod+Enter'], name: () => t('Send the reply that is being written') },
  { place: 'conversation', keys: ['Mod+;'], name: () => t('Saved replies') },
  { place: 'conversation', keys: ['A'], name: () => t('Approve', {}, 'a comment') },
  { place: 'conversation', keys: ['H'], name: () => t('Hold', {}, 'a comment') },
  { place: 'conversation', keys: ['S'], name: () => t('Mark as spam') },
  { place: 'conversation', keys: ['Delete'], name: () => t('Trash', {}, 'button') },
  { place: 'conversation', keys: ['F'], name: () => t('Flag', {}, 'button') },
  { place: 'conversation', keys: ['U'], name: () => t('Mark as new') },
  { place: 'conversation', keys: ['C'], name: () => t('Correct the post after this comment') },
  { place: 'conversation', keys: ['O'], name: () => t('Go to the post, or from it to the conversation') },
  { place: 'conversation', keys: ['X'], name: () => t('Choose one of several') },
  { place: 'conversation', keys: ['Mod+A'], name: () => t('Choose all') },
  { place: 'conversation', keys: ['Z', 'Mod+Z'], name: () => t('Undo what was decided last') },
  { place: 'reading', keys: ['J', 'K'], name: () => t('Next and previous item') },
  { place: 'reading', keys: ['N'], name: () => t('Write a note') },
  { place: 'outbox', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], name: () => t('Move it up or down in the order') },
]
