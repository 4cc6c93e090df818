import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { DeskLock } from '../../../../shared/domain/desk-lock.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'

/** For the day on which somebody else may have had the key: the desk and its backups go under another. */
export function KeyPart({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const [isOpen, setIsOpen] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const close = (): void => {
    setIsOpen(false)
    setPassphrase('')
  }
  const change = useMutation(
    calls.changeKey.mutationOptions({
      onSuccess(now) {
        close()
        showToast({
          text: now.openers.passphrase
            ? t(
                'The desk has a new key, and opens with the passphrase as before. Make a new recovery code: the old one opens nothing now.',
              )
            : t('The desk has a new key. A recovery code from before opens nothing now.'),
        })
      },
    }),
  )
  const needsPassphrase = lock.openers.passphrase
  const isReady = !needsPassphrase || passphrase !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReady) change.mutate({ passphrase: needsPassphrase ? passphrase : null })
  }
  return (
    <section className="protection-part" aria-label={t('Key of this desk')}>
      <h3>{t('Key of this desk')}</h3>
      {!isOpen && (
        <>
          <p className="field-hint">
            {t(
              'If somebody else may have had this laptop, a copy of its disk or the recovery code, give the desk a new key.',
            )}
          </p>
          <div className="settings-more">
            <Button onPress={() => setIsOpen(true)}>{t('Change the key…')}</Button>
          </div>
        </>
      )}
      {isOpen && (
        <Form className="lock-form" onSubmit={submit}>
          <p>
            {t(
              'The desk and its backups are put under a new key; this can take a minute. The recovery code opens nothing any more: make a new one afterwards. Copies that were taken of this disk before still open with what opened them then.',
            )}
          </p>
          <p className="field-hint">
            {needsPassphrase
              ? t('If somebody knows the passphrase, change that first. Pictures and sounds keep the key they have.')
              : t('Pictures and sounds keep the key they have.')}
          </p>
          {needsPassphrase && (
            <TextField
              className="field"
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              autoComplete="current-password"
              autoFocus
            >
              <Label>{t('Passphrase')}</Label>
              <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
            </TextField>
          )}
          {change.error && <ProblemNote attempt="asking" error={appErrorOf(change.error)} />}
          <div className="settings-more">
            <Button type="submit" look="primary" isPending={change.isPending} isDisabled={!isReady}>
              {change.isPending ? t('Changing the key…') : t('Change the key')}
            </Button>
            <Button onPress={close}>{t('Cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
