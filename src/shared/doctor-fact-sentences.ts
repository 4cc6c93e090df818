import type { DoctorFact, NotLookedAt } from './domain/doctor.ts'
import { examinationTitle, textsWords } from './doctor-terms.ts'
import { byteWords } from './sentences.ts'
import { t } from './words/t.ts'

/** What was found where nothing is wrong, said to the person. */
export function factSentence(fact: DoctorFact): string {
  switch (fact.fact) {
    case 'address':
      return t('{address} is an address of a site.', { address: fact.address })
    case 'line':
      return fact.via === null
        ? t('The site answers.')
        : t('The site answers, by way of a proxy ({via}).', { via: fact.via })
    case 'certificate':
      return t('The line is safe: the certificate belongs to the site and holds.')
    case 'on-this-laptop':
      return t('The blog is on this laptop and needs no certificate.')
    case 'blog':
      return t('It is a WordPress blog.')
    case 'door':
      return t('Its door for programs, the REST interface, is open.')
    case 'permalinks':
      return t('The web server knows the blog’s pretty addresses.')
    case 'clock':
      return t('The site and this laptop agree on the time.')
    case 'version':
      return fact.version === null
        ? t('The site keeps its version to itself, as it may.')
        : `WordPress ${fact.version}.`
    case 'language': {
      const { language, direction } = fact
      return language === ''
        ? t('Not said, written from {direction, select, rtl {right to left} other {left to right}}.', { direction })
        : t('{language}, written from {direction, select, rtl {right to left} other {left to right}}.', {
            language,
            direction,
          })
    }
    case 'passwords':
      return t('Application passwords are on.')
    case 'sign-in':
      return t(
        'The sign-in works. This account may {publish, select, yes {publish} other {not publish}} and may {upload, select, yes {upload pictures} other {not upload pictures}}.',
        { publish: fact.canPublish ? 'yes' : 'no', upload: fact.canUploadMedia ? 'yes' : 'no' },
      )
    case 'read':
      return t('Posts can be read.')
    case 'write':
      return t('A draft was written and read back as it was sent.')
    case 'texts':
      return fact.stripped.length === 0
        ? t('Tables, frames, Arabic, Persian, Vietnamese and emoji came back as they were sent.')
        : t(
            'All scripts came back as they were sent. The blog takes out {texts}, as it does for accounts that may not write free HTML.',
            { texts: textsWords(fact.stripped) },
          )
    case 'upload':
      return uploadSentence(fact)
    case 'no-right-to-upload':
      return t('This account may not upload pictures, so none was tried.')
    case 'notes':
      return fact.hasNotes
        ? t('The blog has notes on drafts, so a review can go through it.')
        : t('The blog has no notes on drafts (WordPress 6.9 brings them); a review goes as a file.')
    case 'no-traces':
      return t('What was written for this visit is gone for good; it was looked for.')
  }
}

function uploadSentence({ upToBytes, why }: Extract<DoctorFact, { fact: 'upload' }>): string {
  const size = byteWords(upToBytes)
  switch (why) {
    case 'all':
      return t('Pictures up to {size} were taken.', { size })
    case 'metered':
      return t(
        'Pictures up to {size} were taken; larger ones were not tried, because this line costs by the megabyte.',
        { size },
      )
    case 'practice':
      return t('Pictures up to {size} were taken; larger ones are not tried on the practice blog.', { size })
  }
}

export function notLookedAtSentence(because: NotLookedAt): string {
  if (because === 'cancelled') return t('Not looked at, because the visit was ended.')
  if (because === 'no-account') return t('Not looked at, because no user name and application password were given.')
  if (because === 'nothing-written') return t('Not looked at, because nothing was written on the blog.')
  if (because === 'not-told') return t('Not looked at, because the site does not tell.')
  return t('Not looked at, because “{examination}” comes first.', { examination: examinationTitle(because) })
}
