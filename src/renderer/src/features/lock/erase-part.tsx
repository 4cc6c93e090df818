import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, Text, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import type { DeskLock } from '../../../../shared/domain/desk-lock.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

/** What is typed so that no slip of the hand erases a desk. */
const word = (): string => t('erase', {}, 'typed to erase the desk, in small letters')

/** Before a laptop is given back: everything of the desk on this disk goes, its keys first. */
export function ErasePart({ lock }: { lock: DeskLock }) {
  const { lock: calls } = useCore()
  const [isOpen, setIsOpen] = useState(false)
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState('')
  const erase = useMutation(calls.erase.mutationOptions())
  const needsPassphrase = lock.protection === 'passphrase' && lock.isProven
  const isReady = typed.trim().toLowerCase() === word() && (!needsPassphrase || current !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReady) erase.mutate({ current: needsPassphrase ? current : null })
  }
  const close = (): void => {
    setIsOpen(false)
    setCurrent('')
    setTyped('')
    erase.reset()
  }
  return (
    <section className="protection-part" aria-label={t('Erase this desk')}>
      <h3>{t('Erase this desk')}</h3>
      {!isOpen && (
        <div className="settings-more">
          <Button onPress={() => setIsOpen(true)}>{t('Erase this desk…')}</Button>
        </div>
      )}
      {isOpen && (
        <Form className="lock-form" onSubmit={submit}>
          <p>
            {t(
              'Its keys are written over first, then every post, draft, reply, picture and backup of it on this disk is removed. What waits in the outbox is never sent. Nobody can bring it back. What is on your blogs stays there, and so do copies of this folder that were made elsewhere.',
            )}
          </p>
          <p>
            {t(
              'Hand the desk over first if anybody will need it, and sign out of the blogs: that takes this laptop’s passwords back.',
            )}
          </p>
          {needsPassphrase && (
            <TextField className="field" type="password" value={current} onChange={setCurrent} autoComplete="off">
              <Label>{t('Passphrase, or the recovery code')}</Label>
              <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
            </TextField>
          )}
          <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
            <Label>{t('Type “{word}” to go on', { word: word() })}</Label>
            <Input className="input" dir="auto" maxLength={20} spellCheck={false} />
            <Text slot="description" className="field-hint">
              {t('An empty desk begins in its place.')}
            </Text>
          </TextField>
          {erase.error && <ProblemNote attempt="asking" error={appErrorOf(erase.error)} />}
          <div className="settings-more">
            <Button type="submit" look="danger" isPending={erase.isPending} isDisabled={!isReady}>
              {erase.isPending ? t('Erasing…') : t('Erase everything')}
            </Button>
            <Button onPress={close}>{t('Cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
