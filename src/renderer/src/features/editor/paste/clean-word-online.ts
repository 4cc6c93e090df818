import { type PasteSource, takeAway } from './paste-source.ts'

/** Word, OneNote and Outlook on the web: each item in a list of its own with its level in `aria-level`, headings by role. */
export function cleanWordOnline(source: PasteSource): void {
  const { root, report } = source
  takeAway(root.querySelectorAll('.EOP, .LineBreakBlob > span, .TabRun, .BookmarkStart, .BookmarkEnd'))
  takeAway(root.querySelectorAll('.TrackedChange del, .TrackChangeDelete, [class*="DeletedText"]'), () =>
    report.count('deletions'),
  )
  takeAway(root.querySelectorAll('.CommentStart, .CommentEnd, .CommentHighlightPipe, [class*="CommentAnchor"]'))
  for (const item of root.querySelectorAll('li[data-aria-level], li[aria-level]')) {
    const level = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level'))
    const isOrdered = item.parentElement?.localName === 'ol'
    const position = Number(item.getAttribute('data-aria-posinset') ?? item.parentElement?.getAttribute('start'))
    const number = isOrdered && position > 0 ? position : null
    source.flatItems.set(item, { level: level || 1, isOrdered, listId: item.getAttribute('data-listid'), number })
  }
  for (const heading of root.querySelectorAll('[role="heading"][aria-level]')) {
    const level = Number(heading.getAttribute('aria-level'))
    if (level >= 1 && level <= 6) source.headings.set(heading, level)
  }
}
