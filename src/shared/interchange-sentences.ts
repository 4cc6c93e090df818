import type { ArchiveReport, ImportReport, LeftThing, TakenThing } from './domain/interchange.ts'
import type { UnreadableReason } from './errors.ts'

/** A file that cannot be read; the words of a failure, see sentences.ts. */
export function unreadableFile(fileName: string, why: UnreadableReason): { what: string; kept: string; next: string } {
  const file = fileName === '' ? 'The file' : `“${fileName}”`
  const kept = 'Nothing of it was taken over, and the file was left as it is.'
  switch (why) {
    case 'damaged':
      return { what: `${file} is damaged.`, kept, next: 'Open it in the program that made it and save it again.' }
    case 'cut-off':
      return { what: `${file} ends in the middle.`, kept, next: 'Copy or export it once more, to its end.' }
    case 'encrypted':
      return { what: `${file} is locked with a password.`, kept, next: 'Save it without the password and try again.' }
    case 'old-word':
      return {
        what: `${file} is an old Word file or one with a password.`,
        kept,
        next: 'Open it in Word or LibreOffice and save it as .docx, without a password.',
      }
    case 'swells':
      return {
        what: `${file} would grow far beyond what a text needs.`,
        kept,
        next: 'Files like that are made to do harm. Ask whoever sent it.',
      }
    case 'too-large':
      return { what: `${file} is larger than a text can be here.`, kept, next: 'Split it, or leave its pictures out.' }
    case 'too-many-parts':
      return {
        what: `${file} has more parts than a text needs.`,
        kept,
        next: 'Save it again without what is embedded.',
      }
    case 'not-an-export':
      return {
        what: `${file} is not an export of a WordPress blog.`,
        kept,
        next: 'In WordPress it is made under Tools, Export, All content.',
      }
    case 'newer-export':
      return {
        what: `${file} was made by a newer kind of export than this Attaché knows.`,
        kept,
        next: 'Bring Attaché up to date and try again.',
      }
    case 'other-review':
      return {
        what: `${file} is not of this review.`,
        kept,
        next: 'Open the review that it was written from, and read it there.',
      }
    case 'unknown-type':
      return {
        what: `${file} is of a kind that cannot be read here.`,
        kept,
        next: 'Word (.docx), Markdown (.md) and HTML (.html) can be.',
      }
  }
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export function takenWords(what: TakenThing, count: number): string {
  switch (what) {
    case 'headings':
      return plural(count, 'heading', 'headings')
    case 'lists':
      return plural(count, 'list', 'lists')
    case 'tables':
      return plural(count, 'table', 'tables')
    case 'pictures':
      return plural(count, 'picture', 'pictures')
    case 'footnotes':
      return plural(count, 'footnote', 'footnotes')
    case 'insertions':
      return `${plural(count, 'tracked insertion', 'tracked insertions')}, as if accepted`
    case 'kept-blocks':
      return `${plural(count, 'piece', 'pieces')} kept as HTML`
  }
}

export function leftWords(what: LeftThing, count: number): string {
  switch (what) {
    case 'deletions':
      return `${plural(count, 'tracked deletion', 'tracked deletions')}: what was struck out did not come over`
    case 'comments':
      return `${plural(count, 'comment', 'comments')} in the margin, listed below`
    case 'scripts':
      return plural(count, 'script or plug-in', 'scripts or plug-ins')
    case 'pictures-missing':
      return `${plural(count, 'picture', 'pictures')} that did not come with the file: add them by hand`
    case 'pictures-elsewhere':
      return `${plural(count, 'picture', 'pictures')} on another site: only the address came over`
    case 'pictures-unsupported':
      return `${plural(count, 'picture', 'pictures')} of a kind that cannot be used here: save as JPEG or PNG`
    case 'categories-unknown':
      return `${plural(count, 'category', 'categories')} that this blog does not have`
    case 'styles-unknown':
      return `${plural(count, 'style', 'styles')} without a meaning here: the words came over, their look did not`
    case 'drawings':
      return `${plural(count, 'drawing or chart', 'drawings or charts')}: save them as pictures and add those`
  }
}

/** The whole report as lines, for the command line. */
export function reportLines(report: ImportReport): string[] {
  return [
    ...report.taken.map(({ what, count }) => `Came over: ${takenWords(what, count)}.`),
    ...report.left.map(({ what, count }) => `Left out: ${leftWords(what, count)}.`),
    ...report.comments.map(({ author, text }) => `Comment by ${author === '' ? 'somebody' : author}: ${text}`),
  ]
}

/** “12 posts, 3 pages, 40 comments and 8 files of its library by their addresses” */
export function archiveWords({ posts, pages, comments, attachments, leftOut }: ArchiveReport): string {
  const parts = [
    plural(posts, 'post', 'posts'),
    ...(pages > 0 ? [plural(pages, 'page', 'pages')] : []),
    plural(comments, 'comment', 'comments'),
    ...(attachments > 0 ? [`${plural(attachments, 'file', 'files')} of its library by address`] : []),
  ]
  return `${parts.join(', ')}${leftOut > 0 ? `; ${plural(leftOut, 'other thing', 'other things')} left out` : ''}`
}
