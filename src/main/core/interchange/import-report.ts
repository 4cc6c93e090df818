import type { ImportReport, LeftThing, TakenThing } from '../../../shared/domain/interchange.ts'
import type { IncomingText } from './read-incoming.ts'

export interface PictureCounts {
  missing: number
  elsewhere: number
  unsupported: number
  mediaIds: { size: number }
}

const MAX_COMMENTS = 200

/** What a person should know about a text that came from a file. */
export function importReport(
  { text, word }: IncomingText,
  pictures: PictureCounts,
  unknownCategories: number,
): ImportReport {
  const blocks = (name: string): number => text.markup.split(`<!-- wp:${name} `).length - 1
  const comments = word?.comments ?? []
  return {
    taken: counted<TakenThing>([
      ['headings', blocks('heading')],
      ['lists', blocks('list')],
      ['tables', blocks('table')],
      ['pictures', pictures.mediaIds.size],
      ['footnotes', text.footnotes.length],
      ['insertions', word?.insertions ?? 0],
      ['kept-blocks', blocks('html')],
    ]),
    left: counted<LeftThing>([
      ['deletions', word?.deletions ?? 0],
      ['comments', comments.length],
      ['scripts', [...text.dropped].reduce((sum, [name, count]) => sum + (name === 'img' ? 0 : count), 0)],
      ['pictures-missing', pictures.missing + (text.dropped.get('img') ?? 0)],
      ['pictures-elsewhere', pictures.elsewhere],
      ['pictures-unsupported', pictures.unsupported],
      ['categories-unknown', unknownCategories],
      ['styles-unknown', word?.unknownStyles ?? 0],
      ['drawings', word?.drawings ?? 0],
    ]),
    comments: comments.slice(0, MAX_COMMENTS),
  }
}

const counted = <What>(things: [What, number][]): { what: What; count: number }[] =>
  things.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }))
