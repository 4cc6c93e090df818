/** The history state of a way into the editor that ends in the text, as after a decision about it. */
export const FOCUS_TEXT = { focus: 'text' } as const

export const asksForText = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'focus' in state && state.focus === FOCUS_TEXT.focus
