import { useState } from 'react'
import { Checkbox, FieldError, Input, Label, Radio, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import { keyFingerprint, pastedKey } from '../../../../../shared/key-fingerprint.ts'
import { Icon } from '../../../ui/icon.tsx'

export type ReviewFileLock = { passphrase: string } | { receivingKey: string }

const SHORTEST = 8
const LONG_ENOUGH = 20

interface LockDraft {
  by: 'passphrase' | 'key'
  passphrase: string
  again: string
  isShown: boolean
  key: string
}

/** For whom the file is locked, as far as it is said. `lock` is null until it can be made. */
export function useLockDraft() {
  const [draft, setDraft] = useState<LockDraft>({
    by: 'passphrase',
    passphrase: '',
    again: '',
    isShown: false,
    key: '',
  })
  return {
    draft,
    change: (patch: Partial<LockDraft>) => setDraft((before) => ({ ...before, ...patch })),
    lock: lockOf(draft),
  }
}

function lockOf({ by, passphrase, again, isShown, key }: LockDraft): ReviewFileLock | null {
  if (by === 'passphrase')
    return passphrase.length >= SHORTEST && (isShown || again === passphrase) ? { passphrase } : null
  const receivingKey = pastedKey(key)
  return receivingKey === null ? null : { receivingKey }
}

interface LockFieldsProps {
  draft: LockDraft
  onChange: (patch: Partial<LockDraft>) => void
  /** This desk's own key, with which nobody else could open the file. */
  ownKey: string | undefined
}

export function LockFields({ draft, onChange, ownKey }: LockFieldsProps) {
  return (
    <>
      <RadioGroup
        className="field"
        value={draft.by}
        onChange={(by) => onChange({ by: by as LockDraft['by'] })}
        orientation="vertical"
      >
        <Label className="field-label">Who can open it</Label>
        <Radio value="passphrase" className="radio">
          <span className="radio-box" />
          <span>Whoever knows a passphrase</span>
        </Radio>
        <Radio value="key" className="radio">
          <span className="radio-box" />
          <span>One colleague, whose key I have</span>
        </Radio>
      </RadioGroup>
      {draft.by === 'passphrase' ? (
        <PassphraseFields draft={draft} onChange={onChange} />
      ) : (
        <KeyField draft={draft} onChange={onChange} ownKey={ownKey} />
      )}
    </>
  )
}

function PassphraseFields({ draft, onChange }: Omit<LockFieldsProps, 'ownKey'>) {
  const { passphrase, again, isShown } = draft
  const type = isShown ? 'text' : 'password'
  return (
    <>
      <div className="passphrase-fields">
        <TextField
          className="field"
          type={type}
          value={passphrase}
          onChange={(value) => onChange({ passphrase: value })}
          autoComplete="new-password"
        >
          <Label>Passphrase</Label>
          <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
        </TextField>
        {!isShown && (
          <TextField
            className="field"
            type="password"
            value={again}
            onChange={(value) => onChange({ again: value })}
            isInvalid={again !== '' && !passphrase.startsWith(again)}
            autoComplete="new-password"
          >
            <Label>Once more</Label>
            <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
            <FieldError className="field-error">These are two passphrases.</FieldError>
          </TextField>
        )}
      </div>
      <Checkbox className="checkbox" isSelected={isShown} onChange={(shown) => onChange({ isShown: shown })}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        <span>Show it while I type</span>
      </Checkbox>
      <output className="field-hint">{passphraseHint(passphrase)}</output>
    </>
  )
}

/** Length is what counts, and a sentence is easier to say on the telephone than a riddle. */
function passphraseHint(passphrase: string): string {
  if (passphrase === '')
    return 'Four or five words in a row are hard to guess and easy to say on the telephone. It cannot be found out if it is forgotten.'
  if (passphrase.length < SHORTEST) return `Too short to keep anything: at least ${SHORTEST} letters.`
  if (passphrase.length < LONG_ENOUGH)
    return 'It will do among friends. A few more words, and it keeps against a patient thief.'
  return 'Long enough.'
}

function KeyField({ draft, onChange, ownKey }: LockFieldsProps) {
  const key = pastedKey(draft.key)
  const isOwn = key !== null && key === ownKey
  return (
    <TextField
      className="field"
      value={draft.key}
      onChange={(value) => onChange({ key: value })}
      isInvalid={draft.key.trim() !== '' && (key === null || isOwn)}
    >
      <Label>Your colleague’s key</Label>
      <TextArea className="input key-words" dir="ltr" rows={2} maxLength={300} spellCheck={false} />
      <FieldError className="field-error">
        {isOwn
          ? 'This is your own key: nobody but you could open the file.'
          : 'This is no key. It has 43 letters and digits; your colleague copies it under Review, “My key”.'}
      </FieldError>
      <Text slot="description" className="field-hint">
        {key === null ? (
          'Your colleague copies it under Review, “My key”, and sends it in any way: it is no secret.'
        ) : (
          <>
            Ask them to read out theirs: <strong className="key-words">{keyFingerprint(key)}</strong>
          </>
        )}
      </Text>
    </TextField>
  )
}
