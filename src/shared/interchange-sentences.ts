import { t } from './words/t.ts'
import type { ArchiveReport, ImportReport, LeftThing, TakenThing } from './domain/interchange.ts'
import type { UnreadableReason } from './errors.ts'

/** A file that cannot be read; the words of a failure, see sentences.ts. */
export function unreadableFile(fileName: string, why: UnreadableReason): { what: string; kept: string; next: string } {
  const file = fileName === '' ? t('The file') : t('“{name}”', { name: fileName })
  const kept = t('Nothing of it was taken over, and the file was left as it is.')
  switch (why) {
    case 'damaged':
      return {
        what: t('{file} is damaged.', { file }),
        kept,
        next: t('Open it in the program that made it and save it again.'),
      }
    case 'cut-off':
      return {
        what: t('{file} ends in the middle.', { file }),
        kept,
        next: t('Copy or export it once more, to its end.'),
      }
    case 'encrypted':
      return {
        what: t('{file} is locked with a password.', { file }),
        kept,
        next: t('Save it without the password and try again.'),
      }
    case 'old-word':
      return {
        what: t('{file} is an old Word file or one with a password.', { file }),
        kept,
        next: t('Open it in Word or LibreOffice and save it as .docx, without a password.'),
      }
    case 'swells':
      return {
        what: t('{file} would grow far beyond what a text needs.', { file }),
        kept,
        next: t('Files like that are made to do harm. Ask whoever sent it.'),
      }
    case 'too-large':
      return {
        what: t('{file} is larger than a text can be here.', { file }),
        kept,
        next: t('Split it, or leave its pictures out.'),
      }
    case 'too-many-parts':
      return {
        what: t('{file} has more parts than a text needs.', { file }),
        kept,
        next: t('Save it again without what is embedded.'),
      }
    case 'not-an-export':
      return {
        what: t('{file} is not an export of a WordPress blog.', { file }),
        kept,
        next: t('In WordPress it is made under Tools, Export, All content.'),
      }
    case 'newer-export':
      return {
        what: t('{file} was made by a newer kind of export than this Attaché knows.', { file }),
        kept,
        next: t('Bring Attaché up to date and try again.'),
      }
    case 'other-review':
      return {
        what: t('{file} is not of this review.', { file }),
        kept,
        next: t('Open the review that it was written from, and read it there.'),
      }
    case 'unknown-type':
      return {
        what: t('{file} is of a kind that cannot be read here.', { file }),
        kept,
        next: t('Word (.docx), Markdown (.md) and HTML (.html) can be.'),
      }
  }
}

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
