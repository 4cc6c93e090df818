import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import type { LooseNode } from '../readable-post.ts'

/** Why: a cell read alone says nothing without the head of its column. Source: WCAG 2.2, 1.3.1; technique H51. */
export const tableWithoutHead: Check = {
  id: 'table-without-head',
  fine: () => t('Every table has a row of headings'),
  isAbout: (post) => post.blocks.some(({ type }) => type === 'table'),
  *look(post) {
    for (const { path, type, children } of post.blocks) {
      if (type !== 'table' || children.length < 2 || children.some(isHead)) continue
      yield {
        sentence: t('A table has no row of headings.'),
        why: t('A screen reader reads a cell with the heading of its column. Without one the figures have no names.'),
        where: { in: 'block', path },
        fixes: [{ label: t('The first row is the headings'), change: { kind: 'make-table-head', path } }],
        about: JSON.stringify(children[0] ?? null).slice(0, 400),
      }
    }
  },
}

const isHead = (row: LooseNode): boolean =>
  row.attrs?.['section'] === 'head' || (row.content ?? []).some(({ type }) => type === 'tableHeader')
