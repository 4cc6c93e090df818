import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { languageFacts, offeredLanguages } from '../../../../shared/words/languages.ts'
import { t } from '../../../../shared/words/t.ts'

/** Each in its own words: whoever cannot read the others finds it. */
export const languageChoices = (): { value: Settings['language']; label: string }[] => [
  { value: 'as-the-computer', label: t('As the computer') },
  ...offeredLanguages.map((language) => ({ value: language, label: languageFacts[language].ownName })),
]
