import type { Shortcut } from './shortcut.ts'

/** Where a command, or a key, can be used: everywhere, or in one place of the desk. */
export type CommandPlace = 'desk' | 'go' | 'post' | 'text' | 'review' | 'conversation' | 'reading' | 'outbox'

interface CommandFacts {
  place: CommandPlace
  shortcut?: Shortcut
  /** Other keys of the same. */
  also?: readonly Shortcut[]
  /** The menu of the program in which it stands. */
  menu?: 'file' | 'view' | 'go' | 'help'
  /** It is obeyed also while a question is open. */
  isAlwaysObeyed?: true
  /** Its key goes before the fields of whatever has the focus, and before a key of the text that is the same. */
  isFirst?: true
}

/**
 * Everything that has a name and can be done by key, palette or menu: the menu of the program, the palette, the sheet of shortcuts
 * and the window's keys all read this, so they cannot say different things. What is done is known where it is done, see
 * use-command.ts.
 */
export const COMMANDS = {
  'new-post': { place: 'desk', shortcut: 'Mod+N', menu: 'file' },
  'new-page': { place: 'desk', menu: 'file' },
  'sync-now': { place: 'desk', shortcut: 'Mod+Shift+S', menu: 'file', isFirst: true },
  lock: { place: 'desk', shortcut: 'Mod+Shift+L', menu: 'file', isAlwaysObeyed: true },
  search: { place: 'desk', shortcut: 'Mod+K', menu: 'view' },
  shortcuts: { place: 'desk', shortcut: 'Mod+/', also: ['?'], menu: 'help', isAlwaysObeyed: true },
  settings: { place: 'desk', menu: 'file' },
  guidance: { place: 'desk', shortcut: 'F1', menu: 'help' },
  'next-part': { place: 'desk', shortcut: 'F6', isAlwaysObeyed: true },
  'previous-part': { place: 'desk', shortcut: 'Shift+F6', isAlwaysObeyed: true },
  'connect-blog': { place: 'desk' },
  protection: { place: 'desk' },
  backups: { place: 'desk' },
  diagnostics: { place: 'desk' },
  handover: { place: 'desk' },
  'go-today': { place: 'go', shortcut: 'Mod+1', menu: 'go' },
  'go-writing': { place: 'go', shortcut: 'Mod+2', menu: 'go' },
  'go-tags': { place: 'go', menu: 'go' },
  'go-review': { place: 'go', shortcut: 'Mod+3', menu: 'go' },
  'go-conversation': { place: 'go', shortcut: 'Mod+4', menu: 'go' },
  'go-outbox': { place: 'go', shortcut: 'Mod+5', menu: 'go' },
  'go-pictures': { place: 'go', shortcut: 'Mod+6', menu: 'go' },
  'go-reading': { place: 'go', shortcut: 'Mod+7', menu: 'go' },
  'go-insight': { place: 'go', shortcut: 'Mod+8', menu: 'go' },
  'boarding-check': { place: 'go', shortcut: 'Mod+Shift+B', menu: 'go', isFirst: true },
  publish: { place: 'post' },
  'ask-for-review': { place: 'post' },
  preview: { place: 'post', shortcut: 'Mod+Shift+P', isAlwaysObeyed: true },
  print: { place: 'post' },
  'focus-mode': { place: 'post', shortcut: 'F9' },
  thread: { place: 'post', shortcut: 'F4' },
  find: { place: 'post', shortcut: 'Mod+F', isFirst: true },
  replace: { place: 'post', shortcut: 'Mod+H', isFirst: true },
  source: { place: 'post' },
  about: { place: 'post' },
  checks: { place: 'post' },
  'review-beside': { place: 'post', shortcut: 'Shift+F4' },
  'write-note': { place: 'post', shortcut: 'Mod+Alt+M' },
  share: { place: 'post' },
  history: { place: 'post' },
  outline: { place: 'post' },
  'next-finding': { place: 'post', shortcut: 'F8', isFirst: true },
  'previous-finding': { place: 'post', shortcut: 'Shift+F8', isFirst: true },
  'next-misspelling': { place: 'post', shortcut: 'Alt+F7', isFirst: true },
  'previous-misspelling': { place: 'post', shortcut: 'Alt+Shift+F7', isFirst: true },
  'stamp-time': { place: 'post', shortcut: 'F2' },
} as const satisfies Record<string, CommandFacts>

export type CommandId = keyof typeof COMMANDS

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

export const factsOf = (id: CommandId): CommandFacts => COMMANDS[id]
