import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { TextDirection } from '../../../../../shared/content/document.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import { t } from '../../../../../shared/words/t.ts'
import { useDeskStatus } from '../desk-status.ts'
import type { PostFields } from '../working-copy.ts'
import { detailsFieldId } from './focus-details-field.ts'
import { LanguageCombo } from './language-combo.tsx'
import { languageName } from './languages.ts'

interface LanguageFieldsProps {
  fields: PostFields
  setFields: (patch: Partial<PostFields>) => void
}

/** The language of the audience, and the direction of the page. Choosing a language proposes its direction. */
export function LanguageFields({ fields, setFields }: LanguageFieldsProps) {
  const hasNoDictionary = useDeskStatus('spelling') === 'no-dictionary'
  return (
    <>
      <LanguageCombo
        label={t('Language')}
        language={fields.language}
        placeholder={t('Not chosen')}
        inputId={detailsFieldId('language')}
        onChoose={(language) =>
          setFields({ language, ...(language === '' ? {} : { direction: languageDirection(language) }) })
        }
        hint={
          hasNoDictionary
            ? t(
                'There is no dictionary for {language} here, so its spelling is not checked. One can be added under Settings, Dictionaries.',
                { language: languageName(fields.language) },
              )
            : undefined
        }
      />
      <RadioGroup
        className="field"
        value={fields.direction}
        onChange={(direction) => setFields({ direction: direction as TextDirection })}
      >
        <Label className="field-label">{t('Direction of the post')}</Label>
        <div className="choices">
          <Radio value="ltr" className="radio">
            <span className="radio-box" />
            {t('Left to right')}
          </Radio>
          <Radio value="rtl" className="radio">
            <span className="radio-box" />
            {t('Right to left')}
          </Radio>
        </div>
      </RadioGroup>
    </>
  )
}
