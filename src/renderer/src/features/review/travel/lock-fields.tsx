import { useState } from 'react'
import { FieldError, Label, Radio, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import { keyFingerprint, pastedKey } from '../../../../../shared/key-fingerprint.ts'
import { isChosen, NewPassphrase, NO_PASSPHRASE, type PassphraseDraft } from '../../../ui/new-passphrase.tsx'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'

export type ReviewFileLock = { passphrase: string } | { receivingKey: string }

/** A file is opened once or twice by a colleague on the telephone; a desk takes a longer one. */
const SHORTEST = 8

interface LockDraft {
  by: 'passphrase' | 'key'
  chosen: PassphraseDraft
  key: string
}

/** For whom the file is locked, as far as it is said. `lock` is null until it can be made. */
export function useLockDraft() {
  const [draft, setDraft] = useState<LockDraft>({ by: 'passphrase', chosen: NO_PASSPHRASE, key: '' })
  return {
    draft,
    change: (patch: Partial<LockDraft>) => setDraft((before) => ({ ...before, ...patch })),
    lock: lockOf(draft),
  }
}

function lockOf({ by, chosen, key }: LockDraft): ReviewFileLock | null {
  if (by === 'passphrase') return isChosen(chosen, SHORTEST) ? { passphrase: chosen.passphrase } : null
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
        <Label className="field-label">{t('Who can open it', {}, 'a file')}</Label>
        <Radio value="passphrase" className="radio">
          <span className="radio-box" />
          <span>{t('Whoever knows a passphrase')}</span>
        </Radio>
        <Radio value="key" className="radio">
          <span className="radio-box" />
          <span>{t('One colleague, whose key I have')}</span>
        </Radio>
      </RadioGroup>
      {draft.by === 'passphrase' ? (
        <NewPassphrase
          shortest={SHORTEST}
          hint={t(
            'Four or five words in a row are hard to guess and easy to say on the telephone. It cannot be found out if it is forgotten.',
          )}
          draft={draft.chosen}
          onChange={(chosen) => onChange({ chosen })}
        />
      ) : (
        <KeyField draft={draft} onChange={onChange} ownKey={ownKey} />
      )}
    </>
  )
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
      <Label>{t('Your colleague’s key')}</Label>
      <TextArea className="input key-words" dir="ltr" rows={2} maxLength={300} spellCheck={false} />
      <FieldError className="field-error">
        {isOwn
          ? t('This is your own key: nobody but you could open the file.')
          : t('This is no key. It has 43 letters and digits; your colleague copies it under Review, “My key”.')}
      </FieldError>
      <Text slot="description" className="field-hint">
        {key === null ? (
          t('Your colleague copies it under Review, “My key”, and sends it in any way: it is no secret.')
        ) : (
          <Rich
            message="Ask them to read out theirs: <key>{fingerprint}</key>"
            values={{ fingerprint: keyFingerprint(key) }}
            parts={{ key: <strong className="key-words" /> }}
          />
        )}
      </Text>
    </TextField>
  )
}
