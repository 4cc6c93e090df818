import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger, Input, Label, TextField } from 'react-aria-components'
import type { OpenedHandover } from '../../../../shared/domain/handover.ts'
import { keyFingerprint } from '../../../../shared/key-fingerprint.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { longTime } from '../../ui/times.ts'
import { HandoverContents } from './handover-contents.tsx'
import { Working } from './handover-dialog.tsx'
import './handover.css'

/** Chooses a file and asks for its passphrase; what is in it is shown before any of it counts. */
export function OpenHandoverButton({ onDone }: { onDone?: () => void }) {
  const { client } = useCore()
  const [file, setFile] = useState<File | null>(null)
  const close = (): void => {
    setFile(null)
    void client.handover.setAside.mutate()
  }
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.attache-handover']}
        onSelect={(files) => setFile([...(files ?? [])][0] ?? null)}
      >
        <Button>{t('Take in a handover file…')}</Button>
      </FileTrigger>
      <Dialog title={t('Take in a handover file')} isOpen={file !== null} onClose={close}>
        {file && (
          <OpenForm
            file={file}
            onClose={close}
            onDone={() => {
              close()
              onDone?.()
            }}
          />
        )}
      </Dialog>
    </>
  )
}

interface OpenFormProps {
  file: File
  onClose: () => void
  onDone: () => void
}

function OpenForm({ file, onClose, onDone }: OpenFormProps) {
  const { client } = useCore()
  const [passphrase, setPassphrase] = useState('')
  const open = useMutation({
    gcTime: 0,
    mutationFn: async () =>
      client.handover.open.mutate({ bytes: new Uint8Array(await file.arrayBuffer()), passphrase }),
  })
  if (open.data) return <Opened opened={open.data} onClose={onClose} onDone={onDone} />
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '' && !open.isPending) open.mutate()
      }}
    >
      <p>
        <bdi className="file-name">{file.name}</bdi>
      </p>
      <TextField
        className="field"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        autoComplete="off"
      >
        <Label>{t('Passphrase of the file')}</Label>
        <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
      </TextField>
      {open.error && <ProblemNote error={appErrorOf(open.error)} attempt="asking" />}
      {open.isPending && <Working words={t('It is unlocked and proved on this laptop; nothing is taken in yet.')} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button type="submit" look="primary" isDisabled={passphrase === ''} isPending={open.isPending}>
          {t('Look into it')}
        </Button>
      </div>
    </form>
  )
}

interface OpenedProps {
  opened: OpenedHandover
  onClose: () => void
  onDone: () => void
}

function Opened({ opened, onClose, onDone }: OpenedProps) {
  const { client, lock } = useCore()
  const restore = useMutation(lock.restoreBackup.mutationOptions())
  const { id, use, sentBy, sentAt, signedBy, contents, does } = opened
  const takeIn = useMutation({
    async mutationFn() {
      const { backupId } = await client.handover.takeIn.mutate({ id })
      if (backupId !== null) await restore.mutateAsync({ id: backupId })
    },
    onSuccess: onDone,
  })
  const values = {
    sentBy: sentBy === '' ? t('somebody', {}, 'whose file it is') : sentBy,
    time: longTime(sentAt),
    fingerprint: keyFingerprint(signedBy),
  }
  const parts = { name: <strong dir="auto" />, key: <strong className="key-words" /> }
  return (
    <>
      <p>
        {use === 'move' ? (
          <Rich
            message="A desk that moves, of <name>{sentBy}</name>, made on {time}, signed with the key <key>{fingerprint}</key>."
            values={values}
            parts={parts}
          />
        ) : (
          <Rich
            message="Handed over by <name>{sentBy}</name>, made on {time}, signed with the key <key>{fingerprint}</key>."
            values={values}
            parts={parts}
          />
        )}
      </p>
      <HandoverContents contents={contents} />
      <p>{doesSentence(opened)}</p>
      <p className="field-hint">
        {t('Nothing is sent by taking it in.')}{' '}
        {does === 'replaces'
          ? t('What waited is looked up on the blog and asked about before it goes.')
          : t('What waited is a draft, or an answer that was begun.')}
      </p>
      {takeIn.error && <ProblemNote error={appErrorOf(takeIn.error)} attempt="asking" />}
      {takeIn.isPending && <Working words={t('It is taken in.')} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button look="primary" autoFocus isPending={takeIn.isPending} onPress={() => takeIn.mutate()}>
          {t('Take it in')}
        </Button>
      </div>
    </>
  )
}

function doesSentence({ use, does }: OpenedHandover): string {
  if (does === 'replaces') return t('Nothing was written on this desk yet: it becomes the desk that moves.')
  return use === 'move'
    ? t(
        'This desk is in use, so everything here stays. Drafts, comments, notes and rules are put beside it; the history and receipts of the other desk stay there.',
      )
    : t('Everything here stays as it is, and what comes is put beside it.')
}
