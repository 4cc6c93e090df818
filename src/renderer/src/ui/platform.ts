/** Whose keys the person has: ⌘ or Ctrl. */
export const IS_MAC = /Mac|iP(hone|ad)/.test(navigator.platform)
