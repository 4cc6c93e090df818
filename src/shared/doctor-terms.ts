import type { ExaminationId, RefusedBy, SampleText } from './domain/doctor.ts'
import { listWords } from './words/list-words.ts'
import { t } from './words/t.ts'

/** What is asked in each examination, as a heading. */
export function examinationTitle(id: ExaminationId): string {
  switch (id) {
    case 'address':
      return t('Address', {}, 'what is looked at')
    case 'line':
      return t('Line and proxy', {}, 'what is looked at')
    case 'certificate':
      return t('Certificate', {}, 'what is looked at')
    case 'blog':
      return t('WordPress', {}, 'what is looked at')
    case 'door':
      return t('Door for programs', {}, 'what is looked at')
    case 'permalinks':
      return t('Permalinks', {}, 'what is looked at')
    case 'clock':
      return t('Clock', {}, 'what is looked at')
    case 'version':
      return t('Version', {}, 'what is looked at')
    case 'language':
      return t('Language of the site', {}, 'what is looked at')
    case 'passwords':
      return t('Application passwords', {}, 'what is looked at')
    case 'sign-in':
      return t('Sign-in', {}, 'what is looked at')
    case 'read':
      return t('Reading posts', {}, 'what is looked at')
    case 'write':
      return t('Writing a draft', {}, 'what is looked at')
    case 'texts':
      return t('What texts may contain', {}, 'what is looked at')
    case 'upload':
      return t('Uploading pictures', {}, 'what is looked at')
    case 'notes':
      return t('Notes on drafts', {}, 'what is looked at')
    case 'traces':
      return t('Nothing left behind', {}, 'what is looked at')
  }
}

function textWords(text: SampleText): string {
  switch (text) {
    case 'html':
      return t('tables and links', {}, 'kind of text')
    case 'iframe':
      return t('embedded frames (iframe)', {}, 'kind of text')
    case 'arabic':
      return t('Arabic', {}, 'kind of text')
    case 'persian':
      return t('Persian', {}, 'kind of text')
    case 'vietnamese':
      return t('Vietnamese', {}, 'kind of text')
    case 'emoji':
      return t('emoji', {}, 'kind of text')
  }
}

/** `tables and links, Arabic and Persian`. */
export const textsWords = (texts: readonly SampleText[]): string => listWords(texts.map(textWords))

/** `3 minutes`, `2 hours`, `5 days`. */
export function spanWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  if (minutes < 90)
    return t('{minutes, plural, one {a minute} other {# minutes}}', { minutes }, 'how far a clock is off')
  const hours = Math.round(minutes / 60)
  return hours < 48
    ? t('{hours, plural, one {# hour} other {# hours}}', { hours }, 'how far a clock is off')
    : t('{days, plural, one {# day} other {# days}}', { days: Math.round(hours / 24) }, 'how far a clock is off')
}

/** `403`, or `401, rest_forbidden` where WordPress itself has spoken. */
export const answerWords = ({ status, code }: RefusedBy): string => (code === null ? `${status}` : `${status}, ${code}`)
