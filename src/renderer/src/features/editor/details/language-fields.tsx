import { useEffect, useEffectEvent, useState } from 'react'
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Text,
} from 'react-aria-components'
import type { TextDirection } from '../../../../../shared/content/document.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useDeskStatus } from '../desk-status.ts'
import type { PostFields } from '../working-copy.ts'
import { detailsFieldId } from './focus-details-field.ts'
import { isLanguageTag, languageName, OFFERED_LANGUAGES } from './languages.ts'

interface LanguageFieldsProps {
  fields: PostFields
  setFields: (patch: Partial<PostFields>) => void
}

/** The language of the audience, and the direction of the page. Choosing a language proposes its direction. */
export function LanguageFields({ fields, setFields }: LanguageFieldsProps) {
  const [typed, setTyped] = useState(fields.language === '' ? '' : languageName(fields.language))
  const [isRefused, setIsRefused] = useState(false)
  const hasNoDictionary = useDeskStatus().spelling === 'no-dictionary'

  function choose(language: string): void {
    setIsRefused(false)
    setTyped(language === '' ? '' : languageName(language))
    setFields({ language, ...(language === '' ? {} : { direction: languageDirection(language) }) })
  }

  function takeTyped(): void {
    const text = typed.trim()
    const offered = OFFERED_LANGUAGES.find((tag) => languageName(tag).toLowerCase() === text.toLowerCase())
    if (text === '' || offered) {
      if ((offered ?? '') !== fields.language) choose(offered ?? '')
    } else if (text === languageName(fields.language)) return
    else if (isLanguageTag(text) && text.length <= 35) choose(text)
    else setIsRefused(true)
  }

  function takeWhole(): void {
    const text = typed.trim().toLowerCase()
    const offered = OFFERED_LANGUAGES.find((tag) => languageName(tag).toLowerCase() === text)
    if (offered && offered !== fields.language) choose(offered)
  }
  // The field may be gone before it is left, as when another tab is chosen with the pointer.
  const onGone = useEffectEvent(takeWhole)
  useEffect(() => () => onGone(), [])

  return (
    <>
      <ComboBox
        className="field"
        allowsCustomValue
        menuTrigger="focus"
        inputValue={typed}
        isInvalid={isRefused}
        onInputChange={(text) => {
          setTyped(text)
          setIsRefused(false)
        }}
        onSelectionChange={(key) => {
          if (key !== null) choose(String(key))
        }}
        onBlur={takeTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') takeWhole()
        }}
      >
        <Label>Language</Label>
        <div className="combo">
          <Input id={detailsFieldId('language')} className="input" placeholder="Not chosen" />
          <AriaButton className="combo-open">
            <Icon name="chevron" />
          </AriaButton>
        </div>
        {hasNoDictionary && (
          <Text slot="description" className="field-hint">
            There is no dictionary for {languageName(fields.language)} here, so its spelling is not checked. One can be
            added under Settings, Dictionaries.
          </Text>
        )}
        <FieldError className="field-error">Choose a language, or type its tag, such as sw or zh-Hant.</FieldError>
        <Popover className="popover">
          <ListBox className="menu">
            {OFFERED_LANGUAGES.map((tag) => (
              <ListBoxItem key={tag} id={tag} textValue={languageName(tag)} className="menu-item">
                {languageName(tag)} <span className="field-hint">{tag}</span>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      <RadioGroup
        className="field"
        value={fields.direction}
        onChange={(direction) => setFields({ direction: direction as TextDirection })}
      >
        <Label className="field-label">Direction of the post</Label>
        <div className="choices">
          <Radio value="ltr" className="radio">
            <span className="radio-box" />
            Left to right
          </Radio>
          <Radio value="rtl" className="radio">
            <span className="radio-box" />
            Right to left
          </Radio>
        </div>
      </RadioGroup>
    </>
  )
}
