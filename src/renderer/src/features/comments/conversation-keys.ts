import { TRIAGE_KEYS, type TriageAct } from './triage-acts.ts'

export type ConversationKey =
  | { kind: 'go'; by: number; isChoosing: boolean }
  | { kind: 'choose' | 'choose-all' | 'choose-none' | 'reply' | 'correct' | 'elsewhere' | 'undo' }
  | { kind: 'act'; act: TriageAct }

interface Pressed {
  key: string
  repeat: boolean
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  target: EventTarget
}

/** What a key means in a conversation; null where somebody writes, or when it means nothing. */
export function conversationKey({
  key,
  repeat,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: Pressed): ConversationKey | null {
  // A letter is a letter where somebody writes, which is not in a box that is ticked, and in an open menu it looks for an item.
  const isLetter = 'textarea, input:not([type="checkbox"]), [contenteditable], [role="menu"]'
  if (!(target instanceof HTMLElement) || target.closest(isLetter)) return null
  const pressed = key.length === 1 ? key.toUpperCase() : key
  if (altKey) return null
  if (ctrlKey || metaKey) {
    if (pressed === 'A' && !shiftKey) return { kind: 'choose-all' }
    return pressed === 'Z' && !shiftKey ? { kind: 'undo' } : null
  }
  switch (pressed) {
    case 'J':
      return { kind: 'go', by: 1, isChoosing: shiftKey }
    case 'K':
      return { kind: 'go', by: -1, isChoosing: shiftKey }
    case 'Home':
      return { kind: 'go', by: -Infinity, isChoosing: shiftKey }
    case 'End':
      return { kind: 'go', by: Infinity, isChoosing: shiftKey }
  }
  if (repeat || shiftKey) return null
  switch (pressed) {
    case 'X':
      return { kind: 'choose' }
    case 'Escape':
      return { kind: 'choose-none' }
    case 'R':
      return { kind: 'reply' }
    case 'C':
      return { kind: 'correct' }
    case 'O':
      return { kind: 'elsewhere' }
    case 'Z':
      return { kind: 'undo' }
  }
  const act = (Object.keys(TRIAGE_KEYS) as TriageAct[]).find((each) => TRIAGE_KEYS[each] === pressed)
  return act ? { kind: 'act', act } : null
}
