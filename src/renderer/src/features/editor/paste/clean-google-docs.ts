import { type PasteSource, takeAway } from './paste-source.ts'

/**
 * Google Docs: everything in one `<b>` that is not bold, all looks in `style`, nested lists side by side with their level in
 * `aria-level` (clipboard) or in the class `lst-kix_…-1` (file), comments as lettered links at the end (file).
 */
export function cleanGoogleDocs(source: PasteSource): void {
  const { root, report } = source
  const signs = [...root.querySelectorAll('a[href^="#cmnt"]')].filter(({ id }) => id.startsWith('cmnt_ref'))
  takeAway(
    signs.map((sign) => sign.closest('sup') ?? sign),
    () => report.count('comments'),
  )
  takeAway([...root.querySelectorAll('a[id^="cmnt"]')].map((sign) => sign.closest('div') ?? sign))

  for (const list of root.querySelectorAll('ul, ol')) {
    const named = /lst-kix_(\S+)-(\d+)/.exec(list.getAttribute('class') ?? '')
    const isOrdered = list.localName === 'ol'
    for (const [index, item] of [...list.children].entries()) {
      if (item.localName !== 'li') continue
      const level = named ? Number(named[2]) + 1 : Number(item.getAttribute('aria-level'))
      if (!level) continue
      const start = Number(list.getAttribute('start') ?? 1)
      source.flatItems.set(item, {
        level,
        isOrdered,
        listId: named?.[1] ?? null,
        number: isOrdered && index === 0 && start > 0 ? start : null,
      })
    }
  }
  // Title and subtitle are paragraphs of a large size there; a title of the document is its first level.
  for (const paragraph of root.querySelectorAll('p.title')) source.headings.set(paragraph, 1)
}
