export type ReadingKey = { kind: 'go'; by: 1 | -1 } | { kind: 'note' }

interface Pressed {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  target: EventTarget | null
}

/** What a key means while feeds are read; null where somebody writes or chooses, or when it means nothing. */
export function readingKey({ key, shiftKey, ctrlKey, metaKey, altKey, target }: Pressed): ReadingKey | null {
  if (shiftKey || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return null
  if (target.closest('textarea, input, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]'))
    return null
  switch (key.toLowerCase()) {
    case 'j':
      return { kind: 'go', by: 1 }
    case 'k':
      return { kind: 'go', by: -1 }
    case 'n':
      return { kind: 'note' }
    default:
      return null
  }
}
