/**
 * Keys that are pressed together, as `Mod+Shift+P`, `Shift+F6`, `Alt+Enter` or `J`. Mod is ⌘ on macOS and Ctrl elsewhere. A letter or
 * a digit is a place on the keyboard, so that it is found under any script; another sign is the sign itself, wherever it lies.
 */
export type Shortcut = string

interface Parsed {
  isMod: boolean
  isShift: boolean
  isAlt: boolean
  key: string
}

/** What a key event tells. */
export interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

export function isPressed(shortcut: Shortcut, event: Pressed, isMac: boolean): boolean {
  const { isMod, isShift, isAlt, key } = parse(shortcut)
  const [mod, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (mod !== isMod || other || event.altKey !== isAlt) return false
  // On some keyboards a sign needs Shift, on others not.
  if (!isSign(key) && event.shiftKey !== isShift) return false
  if (/^[A-Z]$/.test(key)) return letterOf(event) === key
  if (/^\d$/.test(key)) return event.code === `Digit${key}`
  return event.key === key
}

/** `Ctrl Shift P`, `⇧ ⌘ P`: as it is printed on the keys. */
export function shortcutWords(shortcut: Shortcut, isMac: boolean): string {
  const { isMod, isShift, isAlt, key } = parse(shortcut)
  const held = isMac
    ? [isAlt && '⌥', isShift && '⇧', isMod && '⌘']
    : [isMod && 'Ctrl', isAlt && 'Alt', isShift && 'Shift']
  return [...held.filter((part) => part !== false), SIGNS[key] ?? key].join(' ')
}

/** As Electron's menus write it. */
export const acceleratorOf = (shortcut: Shortcut): string => shortcut.replace(/^Mod\b/, 'CmdOrCtrl')

/** Two that one press could mean: letters and signs are told apart by what is held. */
export const isSameShortcut = (one: Shortcut, other: Shortcut): boolean =>
  JSON.stringify(parse(one)) === JSON.stringify(parse(other))

function parse(shortcut: Shortcut): Parsed {
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  return { isMod: parts.includes('Mod'), isShift: parts.includes('Shift'), isAlt: parts.includes('Alt'), key }
}

const isSign = (key: string): boolean => /^[^A-Z\d]$/.test(key)

/** By the letter where the keyboard has Latin ones, else by the place of the key: Arabic and Vietnamese hands find the same. */
const letterOf = ({ key, code }: Pressed): string =>
  /^[a-z]$/i.test(key) ? key.toUpperCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? '')

const SIGNS: Partial<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
