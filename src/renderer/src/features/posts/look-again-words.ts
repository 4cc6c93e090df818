import { t } from '../../../../shared/words/t.ts'
import type { StateWords } from '../../../../shared/sentences.ts'

/** Of a post whose day has come (see PostFacts.reviewBy). */
export const lookAgainWords = (): StateWords => ({
  word: t('Look again', {}, 'state'),
  sentence: t('The day on which you look at it again has come.'),
  tone: 'waits',
})
