import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import type { DeskLock } from '../../../../shared/domain/desk-lock.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'

type Step = { at: 'rest' } | { at: 'asking' } | { at: 'shown'; code: string } | { at: 'typing' }

/** A code for the day on which the passphrase is forgotten or the laptop replaced: shown once, typed back from the paper. */
export function RecoveryPart({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const [typed, setTyped] = useState('')
  const go = (next: Step): void => {
    setTyped('')
    setStep(next)
  }
  const make = useMutation(
    calls.makeRecoveryCode.mutationOptions({ onSuccess: ({ code }) => go({ at: 'shown', code }) }),
  )
  const confirm = useMutation(
    calls.confirmRecoveryCode.mutationOptions({
      onSuccess() {
        go({ at: 'rest' })
        showToast({ text: t('The recovery code counts now. Keep the paper away from this laptop.') })
      },
    }),
  )
  const has = lock.protection === 'passphrase'
  const begin = (): void => (has ? go({ at: 'asking' }) : make.mutate({ current: null }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed === '') return
    if (step.at === 'asking') make.mutate({ current: typed })
    else if (step.at === 'typing') confirm.mutate({ code: typed })
  }
  const error = step.at === 'typing' ? confirm.error : make.error
  return (
    <section className="protection-part" aria-label={t('Recovery code')}>
      <h3>{t('Recovery code')}</h3>
      <p className="field-hint">
        {lock.openers.recovery
          ? t('There is one. A new one makes the one before worthless, once it was typed back.')
          : t(
              'There is none yet. Without it a forgotten passphrase or a new computer means that the desk stays closed.',
            )}
      </p>
      {step.at === 'rest' && (
        <div className="settings-more">
          <Button isPending={make.isPending} onPress={begin}>
            {lock.openers.recovery ? t('Make a new one…') : t('Make a recovery code…')}
          </Button>
        </div>
      )}
      {step.at === 'shown' && (
        <>
          <p>{t('Write it down on paper. It is shown this once.')}</p>
          <output className="recovery-code" dir="ltr" aria-label={t('Recovery code')}>
            {step.code}
          </output>
          <div className="settings-more">
            <Button look="primary" onPress={() => go({ at: 'typing' })}>
              {t('I have written it down')}
            </Button>
            <Button onPress={() => go({ at: 'rest' })}>{t('Cancel')}</Button>
          </div>
        </>
      )}
      {(step.at === 'asking' || step.at === 'typing') && (
        <Form className="lock-form" onSubmit={submit}>
          <TextField
            key={step.at}
            className="field"
            type={step.at === 'asking' ? 'password' : 'text'}
            value={typed}
            onChange={setTyped}
            autoComplete={step.at === 'asking' ? 'current-password' : 'off'}
            autoFocus
          >
            <Label>
              {step.at === 'asking' ? t('Passphrase, or the recovery code you have') : t('Type it back from the paper')}
            </Label>
            <Input
              className={step.at === 'asking' ? 'input' : 'input recovery-input'}
              dir={step.at === 'asking' ? 'auto' : 'ltr'}
              maxLength={1000}
              spellCheck={false}
            />
          </TextField>
          {error && <ProblemNote attempt="asking" error={appErrorOf(error)} />}
          <div className="settings-more">
            <Button
              type="submit"
              look="primary"
              isPending={make.isPending || confirm.isPending}
              isDisabled={typed === ''}
            >
              {step.at === 'asking' ? t('Show a new code') : t('It counts from now on')}
            </Button>
            <Button onPress={() => go({ at: 'rest' })}>{t('Cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
