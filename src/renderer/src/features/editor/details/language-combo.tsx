import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'
import { isLanguageTag, languageName, OFFERED_LANGUAGES } from './languages.ts'

interface LanguageComboProps {
  label: string
  /** BCP 47, '' for none. */
  language: string
  onChoose: (language: string) => void
  /** What stands there while there is none. */
  placeholder: string
  inputId?: string
  hint?: ReactNode
}

/** A language out of those that are offered, or any other by its tag. Takes what was typed when the field is left. */
export function LanguageCombo({ label, language, onChoose, placeholder, inputId, hint }: LanguageComboProps) {
  const [typed, setTyped] = useState(language === '' ? '' : languageName(language))
  const [isRefused, setIsRefused] = useState(false)

  function choose(tag: string): void {
    setIsRefused(false)
    setTyped(tag === '' ? '' : languageName(tag))
    onChoose(tag)
  }

  function takeTyped(): void {
    const text = typed.trim()
    const offered = OFFERED_LANGUAGES.find((tag) => languageName(tag).toLowerCase() === text.toLowerCase())
    if (text === '' || offered) {
      if ((offered ?? '') !== language) choose(offered ?? '')
    } else if (text === languageName(language)) return
    else if (isLanguageTag(text) && text.length <= 35) choose(text)
    else setIsRefused(true)
  }

  function takeWhole(): void {
    const text = typed.trim().toLowerCase()
    const offered = OFFERED_LANGUAGES.find((tag) => languageName(tag).toLowerCase() === text)
    if (offered && offered !== language) choose(offered)
  }
  // The field may be gone before it is left, as when another tab is chosen with the pointer.
  const onGone = useEffectEvent(takeWhole)
  useEffect(() => () => onGone(), [])

  return (
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
      <Label>{label}</Label>
      <div className="combo">
        <Input className="input" placeholder={placeholder} {...(inputId !== undefined && { id: inputId })} />
        <AriaButton className="combo-open">
          <Icon name="chevron" />
        </AriaButton>
      </div>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{t('Choose a language, or type its tag, such as sw or zh-Hant.')}</FieldError>
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
  )
}
