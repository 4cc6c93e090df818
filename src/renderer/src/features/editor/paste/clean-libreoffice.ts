import { type PasteSource, takeAway } from './paste-source.ts'

/** LibreOffice and OpenOffice Writer: lists are real, a tracked deletion is `<del>` with its date, a comment a hidden anchor. */
export function cleanLibreOffice(source: PasteSource): void {
  const { root, report } = source
  takeAway(root.querySelectorAll('del'), () => report.count('deletions'))
  takeAway(root.querySelectorAll('a.sdcomment, [title="comment"], comment'), () => report.count('comments'))
  takeAway(root.querySelectorAll('div[title="header"], div[title="footer"]'))
  const contents = [...root.querySelectorAll('div[dir][id^="Table of Contents"], div[id^="Table of Contents"]')]
  takeAway(contents)
  if (contents.length > 0) report.count('contents-lists')
  for (const paragraph of root.querySelectorAll('p.title')) source.headings.set(paragraph, 1)
}
