import { Checkbox, FieldError, Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../shared/words/t.ts'
import { passphraseLength } from '../../../shared/domain/desk-lock.ts'
import { Icon } from './icon.tsx'
import './new-passphrase.css'

/** A passphrase as far as it is typed, and typed again. */
export interface PassphraseDraft {
  passphrase: string
  again: string
  isShown: boolean
}

export const NO_PASSPHRASE: PassphraseDraft = { passphrase: '', again: '', isShown: false }

/** Whoever sees what is typed need not type it twice. */
export const isChosen = ({ passphrase, again, isShown }: PassphraseDraft, shortest: number): boolean =>
  passphraseLength(passphrase) >= shortest && (isShown || again === passphrase)

const LONG_ENOUGH = 20

interface NewPassphraseProps {
  label?: string
  /** In letters as people count them. */
  shortest: number
  /** Said before anything is typed. */
  hint: string
  draft: PassphraseDraft
  onChange: (draft: PassphraseDraft) => void
}

export function NewPassphrase({ label = t('Passphrase'), shortest, hint, draft, onChange }: NewPassphraseProps) {
  const { passphrase, again, isShown } = draft
  return (
    <>
      <div className="passphrase-fields">
        <TextField
          className="field"
          type={isShown ? 'text' : 'password'}
          value={passphrase}
          onChange={(typed) => onChange({ ...draft, passphrase: typed })}
          autoComplete="new-password"
        >
          <Label>{label}</Label>
          <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
        </TextField>
        {!isShown && (
          <TextField
            className="field"
            type="password"
            value={again}
            onChange={(typed) => onChange({ ...draft, again: typed })}
            isInvalid={again !== '' && !passphrase.startsWith(again)}
            autoComplete="new-password"
          >
            <Label>{t('Once more')}</Label>
            <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
            <FieldError className="field-error">{t('These are two passphrases.')}</FieldError>
          </TextField>
        )}
      </div>
      <Checkbox className="checkbox" isSelected={isShown} onChange={(shown) => onChange({ ...draft, isShown: shown })}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        <span>{t('Show it while I type')}</span>
      </Checkbox>
      <output className="field-hint">{passphrase === '' ? hint : lengthHint(passphrase, shortest)}</output>
    </>
  )
}

/** Length is what counts, and a sentence is easier to keep in mind than a riddle. */
function lengthHint(passphrase: string, shortest: number): string {
  if (passphraseLength(passphrase) < shortest)
    return t('Too short to keep anything: at least {shortest, plural, one {# letter} other {# letters}}.', { shortest })
  if (passphraseLength(passphrase) < LONG_ENOUGH)
    return t('It will do among friends. A few more words, and it keeps against a patient thief.')
  return t('Long enough.')
}
