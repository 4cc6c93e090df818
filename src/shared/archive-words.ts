import type { ArchiveReport } from './domain/interchange.ts'
import { t } from './words/t.ts'

/** “12 posts, 3 pages, 40 comments and 8 files of its library by their addresses” */
export function archiveWords({ posts, pages, comments, attachments, leftOut }: ArchiveReport): string {
  const list = [
    t('{count, plural, one {# post} other {# posts}}', { count: posts }),
    ...(pages > 0 ? [t('{count, plural, one {# page} other {# pages}}', { count: pages }, 'of a blog')] : []),
    t('{count, plural, one {# comment} other {# comments}}', { count: comments }),
    ...(attachments > 0
      ? [
          t('{count, plural, one {# file of its library by address} other {# files of its library by address}}', {
            count: attachments,
          }),
        ]
      : []),
  ].reduce((before, next) => t('{before}, {next}', { before, next }))
  if (leftOut === 0) return list
  return t('{list}; {count, plural, one {# other thing left out} other {# other things left out}}', {
    list,
    count: leftOut,
  })
}
