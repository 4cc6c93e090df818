import type { UnreadableReason } from './errors.ts'
import { t } from './words/t.ts'

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
