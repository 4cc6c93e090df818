import { t } from './words/t.ts'
import type { ImportReport, LeftThing, TakenThing } from './domain/interchange.ts'

export function takenWords(what: TakenThing, count: number): string {
  switch (what) {
    case 'headings':
      return t('{count, plural, one {# heading} other {# headings}}', { count })
    case 'lists':
      return t('{count, plural, one {# list} other {# lists}}', { count })
    case 'tables':
      return t('{count, plural, one {# table} other {# tables}}', { count })
    case 'pictures':
      return t('{count, plural, one {# picture} other {# pictures}}', { count })
    case 'footnotes':
      return t('{count, plural, one {# footnote} other {# footnotes}}', { count })
    case 'insertions':
      return t(
        '{count, plural, one {# tracked insertion, as if accepted} other {# tracked insertions, as if accepted}}',
        { count },
      )
    case 'kept-blocks':
      return t('{count, plural, one {# piece kept as HTML} other {# pieces kept as HTML}}', { count })
  }
}

export function leftWords(what: LeftThing, count: number): string {
  switch (what) {
    case 'deletions':
      return t(
        '{count, plural, one {# tracked deletion: what was struck out did not come over} other {# tracked deletions: what was struck out did not come over}}',
        { count },
      )
    case 'comments':
      return t(
        '{count, plural, one {# comment in the margin, listed below} other {# comments in the margin, listed below}}',
        { count },
      )
    case 'scripts':
      return t('{count, plural, one {# script or plug-in} other {# scripts or plug-ins}}', { count })
    case 'pictures-missing':
      return t(
        '{count, plural, one {# picture that did not come with the file: add them by hand} other {# pictures that did not come with the file: add them by hand}}',
        { count },
      )
    case 'pictures-elsewhere':
      return t(
        '{count, plural, one {# picture on another site: only the address came over} other {# pictures on another site: only the address came over}}',
        { count },
      )
    case 'pictures-unsupported':
      return t(
        '{count, plural, one {# picture of a kind that cannot be used here: save as JPEG or PNG} other {# pictures of a kind that cannot be used here: save as JPEG or PNG}}',
        { count },
      )
    case 'categories-unknown':
      return t(
        '{count, plural, one {# category that this blog does not have} other {# categories that this blog does not have}}',
        { count },
      )
    case 'styles-unknown':
      return t(
        '{count, plural, one {# style without a meaning here: the words came over, their look did not} other {# styles without a meaning here: the words came over, their look did not}}',
        { count },
      )
    case 'drawings':
      return t(
        '{count, plural, one {# drawing or chart: save them as pictures and add those} other {# drawings or charts: save them as pictures and add those}}',
        { count },
      )
  }
}

/** The whole report as lines, for the command line. */
export function reportLines(report: ImportReport): string[] {
  return [
    ...report.taken.map(({ what, count }) => t('Came over: {what}.', { what: takenWords(what, count) })),
    ...report.left.map(({ what, count }) => t('Left out: {what}.', { what: leftWords(what, count) })),
    ...report.comments.map(({ author, text }) =>
      author === '' ? t('Comment by somebody: {text}', { text }) : t('Comment by {author}: {text}', { author, text }),
    ),
  ]
}
