import { type PasteSource, takeAway } from './paste-source.ts'

/**
 * Pages, Notes, TextEdit and Mail: looks in classes (`p.p1`, `span.s1`) of a style element, a title in a paragraph of large
 * letters, check lists and dashes as lists.
 */
export function cleanApple(source: PasteSource): void {
  const { root } = source
  for (const space of root.querySelectorAll('.Apple-converted-space, .Apple-tab-span')) space.textContent = ' '
  takeAway(root.querySelectorAll('br.Apple-interchange-newline'))
}
