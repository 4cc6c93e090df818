import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import { type DeskLock, SHORTEST_PASSPHRASE } from '../../../../shared/domain/desk-lock.ts'
import { Button } from '../../ui/button.tsx'
import { isChosen, NewPassphrase, NO_PASSPHRASE } from '../../ui/new-passphrase.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { passphraseHint } from './lock-screen.tsx'

/** Choosing, changing and taking off the passphrase of an open desk. */
export function PassphrasePart({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const [doing, setDoing] = useState<'set' | 'remove' | null>(null)
  const [current, setCurrent] = useState('')
  const [draft, setDraft] = useState(NO_PASSPHRASE)
  const close = (): void => {
    setDoing(null)
    setCurrent('')
    setDraft(NO_PASSPHRASE)
  }
  const done = (text: string) => () => {
    close()
    showToast({ text })
  }
  const set = useMutation(
    calls.setPassphrase.mutationOptions({
      onSuccess: done(t('The passphrase is set. What opened the desk before stays until it has opened the desk once.')),
    }),
  )
  const remove = useMutation(
    calls.removePassphrase.mutationOptions({ onSuccess: done(t('The desk has no passphrase now.')) }),
  )
  const has = lock.protection === 'passphrase'
  const isReady = (!has || current !== '') && (doing === 'remove' || isChosen(draft, SHORTEST_PASSPHRASE))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady) return
    if (doing === 'remove') remove.mutate({ current })
    else set.mutate({ current: has ? current : null, passphrase: draft.passphrase })
  }
  const error = set.error ?? remove.error
  return (
    <section className="protection-part" aria-label={t('Passphrase')}>
      <h3>{t('Passphrase')}</h3>
      {has && !lock.isProven && (
        <p className="field-hint">
          {t(
            'The new passphrase has not opened the desk yet, so what opened it before still does. Lock the desk and unlock it once.',
          )}
        </p>
      )}
      {doing === null ? (
        <div className="settings-more">
          <Button onPress={() => setDoing('set')}>{has ? t('Change it…') : t('Choose a passphrase…')}</Button>
          {has && lock.mayGoWithout && <Button onPress={() => setDoing('remove')}>{t('Take it off…')}</Button>}
          {has && <LockNow />}
        </div>
      ) : (
        <Form className="lock-form" onSubmit={submit}>
          {has && (
            <TextField
              className="field"
              type="password"
              value={current}
              onChange={setCurrent}
              autoComplete="current-password"
              autoFocus
            >
              <Label>{t('Passphrase as it is, or the recovery code')}</Label>
              <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
            </TextField>
          )}
          {doing === 'set' && (
            <NewPassphrase
              label={has ? t('New passphrase') : t('Passphrase')}
              shortest={SHORTEST_PASSPHRASE}
              hint={passphraseHint()}
              draft={draft}
              onChange={setDraft}
            />
          )}
          {doing === 'remove' && <p>{removeSentence(lock)}</p>}
          {error && <ProblemNote attempt="asking" error={appErrorOf(error)} />}
          <div className="settings-more">
            <Button type="submit" look="primary" isPending={set.isPending || remove.isPending} isDisabled={!isReady}>
              {doing === 'remove' ? t('Take it off') : t('Set it')}
            </Button>
            <Button onPress={close}>{t('Cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}

const removeSentence = (_lock: DeskLock): string =>
  t(
    'The desk opens by itself then: with your login to this computer where its key store protects, else for whoever has its disk.',
  )

function LockNow() {
  const { lock } = useCore()
  const shut = useMutation(lock.shut.mutationOptions())
  return (
    <Button isPending={shut.isPending} onPress={() => shut.mutate()}>
      {t('Lock now (Ctrl+Shift+L)')}
    </Button>
  )
}
