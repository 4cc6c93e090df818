import { t } from './words/t.ts'
import type { HandOutFault } from './contract/wire.ts'

/** Why nothing was printed or saved, and what was kept. */
export function handOutFaultSentence(why: HandOutFault): string {
  const kept = t('Nothing was written; a file that was there is as it was.')
  switch (why) {
    case 'full':
      return `${t('There is no room left where you chose to save it.')} ${kept}`
    case 'not-writable':
      return `${t('Saving there is not allowed.')} ${kept} ${t('Choose another folder.')}`
    case 'in-use':
      return `${t('Another program holds that file open.')} ${kept} ${t('Close it there, or choose another name.')}`
    case 'by-policy':
      return t('Your organisation does not allow posts to be saved as files. Nothing was saved.')
    case 'no-folder':
      return `${t('The folder is no longer there; perhaps a stick was taken out.')} ${kept}`
    case 'gone':
      return t('The copy was made too long ago. Nothing was written. Save it once more.')
    case 'printer':
      return t('The printer did not take it. Nothing is lost: look at the printer and print it again.')
    case 'other':
      return `${t('It could not be saved there.')} ${kept} ${t('Choose another folder.')}`
  }
}
