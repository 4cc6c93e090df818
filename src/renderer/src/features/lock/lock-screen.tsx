import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, Text, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import { type DeskLock, SHORTEST_PASSPHRASE } from '../../../../shared/domain/desk-lock.ts'
import { Button } from '../../ui/button.tsx'
import { isChosen, NewPassphrase, NO_PASSPHRASE } from '../../ui/new-passphrase.tsx'
import { Problem, ProblemNote } from '../../ui/problem.tsx'
import './lock.css'

/** The whole window while the desk is locked. It says nothing of what is behind it. */
export function LockScreen({ lock }: { lock: DeskLock }) {
  return (
    <main className="alone" aria-label={t('The desk is locked')}>
      <div className="lock-screen">
        <p className="brand">Attaché</p>
        <LockBody lock={lock} />
      </div>
    </main>
  )
}

function LockBody({ lock }: { lock: DeskLock }) {
  if (lock.state === 'new') return <FirstPassphrase />
  if (lock.state === 'failed') return <Failed lock={lock} />
  return <Unlock lock={lock} />
}

function Failed({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const again = useMutation(calls.unlock.mutationOptions())
  return (
    <Problem error={lock.fault ?? { kind: 'locked', why: 'locked' }}>
      <Button look="primary" isPending={again.isPending} onPress={() => again.mutate('again')}>
        {again.isPending ? t('Trying…') : t('Try again')}
      </Button>
    </Problem>
  )
}

/** Where the key store of the computer protects nobody, a desk begins with a passphrase. */
function FirstPassphrase() {
  const { lock } = useCore()
  const [draft, setDraft] = useState(NO_PASSPHRASE)
  const set = useMutation(lock.setPassphrase.mutationOptions())
  const choose = (event: FormEvent): void => {
    event.preventDefault()
    if (isChosen(draft, SHORTEST_PASSPHRASE)) set.mutate({ current: null, passphrase: draft.passphrase })
  }
  return (
    <Form className="lock-form" onSubmit={choose}>
      <h1>{t('Choose a passphrase for this desk')}</h1>
      <p className="field-hint">
        {t(
          'Everything you write is kept encrypted on this laptop. Its key store is too weak to protect the key, so the desk opens with a passphrase, each time Attaché starts.',
        )}
      </p>
      <NewPassphrase shortest={SHORTEST_PASSPHRASE} hint={passphraseHint()} draft={draft} onChange={setDraft} />
      {set.error && <ProblemNote attempt="asking" error={appErrorOf(set.error)} />}
      <Button type="submit" look="primary" isPending={set.isPending} isDisabled={!isChosen(draft, SHORTEST_PASSPHRASE)}>
        {set.isPending ? t('Making the desk…') : t('Make the desk')}
      </Button>
    </Form>
  )
}

export const passphraseHint = (): string =>
  t(
    'Four or five words that you can remember and nobody would guess. Nobody can find it out for you; make a recovery code as well.',
  )

function Unlock({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const [isByCode, setIsByCode] = useState(!lock.openers.passphrase)
  const [typed, setTyped] = useState('')
  const unlock = useMutation(calls.unlock.mutationOptions({ onError: () => setTyped('') }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed !== '') unlock.mutate(isByCode ? { recoveryCode: typed } : { passphrase: typed })
  }
  const change = (byCode: boolean): void => {
    setIsByCode(byCode)
    setTyped('')
    unlock.reset()
  }
  const hasWay = lock.openers.passphrase || lock.openers.recovery
  const error = unlock.error ? appErrorOf(unlock.error) : lock.fault
  return (
    <Form className="lock-form" onSubmit={submit}>
      <h1>{t('The desk is locked')}</h1>
      {hasWay && (
        <TextField
          key={isByCode ? 'code' : 'passphrase'}
          className="field"
          type={isByCode ? 'text' : 'password'}
          value={typed}
          onChange={setTyped}
          autoFocus
          autoComplete={isByCode ? 'off' : 'current-password'}
        >
          <Label>{isByCode ? t('Recovery code') : t('Passphrase')}</Label>
          <Input
            className={isByCode ? 'input recovery-input' : 'input'}
            dir={isByCode ? 'ltr' : 'auto'}
            maxLength={isByCode ? 100 : 1000}
            spellCheck={false}
          />
          <Text slot="description" className="field-hint">
            {isByCode
              ? t('Five groups of five letters and digits. Capitals, spaces and dashes do not matter.')
              : t('Nothing is sent while the desk is locked. What waits in the outbox goes when it is open again.')}
          </Text>
        </TextField>
      )}
      {error && <ProblemNote attempt="asking" error={error} />}
      {hasWay && (
        <Button type="submit" look="primary" isPending={unlock.isPending} isDisabled={typed === ''}>
          {unlock.isPending ? t('Unlocking…') : t('Unlock')}
        </Button>
      )}
      <div className="lock-ways">
        {lock.openers.passphrase && lock.openers.recovery && (
          <Button look="quiet" onPress={() => change(!isByCode)}>
            {isByCode ? t('Use the passphrase') : t('Use the recovery code')}
          </Button>
        )}
        {lock.openers.before && (
          <Button look="quiet" onPress={() => unlock.mutate('before')}>
            {t('Open it as before the passphrase was chosen')}
          </Button>
        )}
      </div>
    </Form>
  )
}
