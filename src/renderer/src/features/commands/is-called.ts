import { foldText } from '../../../../shared/search/fold-letters.ts'

/** Whether every typed word begins a word of the name; marks and capitals make no difference. */
export function isCalled(name: string, text: string): boolean {
  const names = wordsOf(name)
  return wordsOf(text).every((word) => names.some((each) => each.startsWith(word)))
}

/** Whether the name begins just so. */
export const beginsAs = (name: string, text: string): boolean =>
  wordsOf(name).join(' ').startsWith(wordsOf(text).join(' '))

const wordsOf = (text: string): string[] =>
  foldText(text.normalize('NFC'))
    .text.split(/\s+/)
    .filter((word) => word !== '')
