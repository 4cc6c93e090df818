import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox, Label, ProgressBar, Radio, RadioGroup } from 'react-aria-components'
import type { HandoverUse } from '../../../../shared/domain/handover.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isChosen, NewPassphrase, NO_PASSPHRASE } from '../../ui/new-passphrase.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { MyNameField } from '../review/my-name-field.tsx'
import { useMyName } from '../review/my-name.ts'
import { HandoverContents } from './handover-contents.tsx'
import './handover.css'

interface HandoverDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** It holds a whole desk, and goes through more hands than a review. */
const SHORTEST = 12

/** The desk as one locked file: for the next laptop, or for whoever comes next. The file goes nowhere by itself. */
export function HandoverDialog({ isOpen, onClose }: HandoverDialogProps) {
  return (
    <Dialog title="Hand over this desk" isOpen={isOpen} onClose={onClose}>
      {isOpen && <HandoverForm onClose={onClose} />}
    </Dialog>
  )
}

function HandoverForm({ onClose }: { onClose: () => void }) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const name = useMyName()
  const [use, setUse] = useState<HandoverUse>('move')
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE)
  const [staysInUse, setStaysInUse] = useState(false)
  const [revokes, setRevokes] = useState(true)
  const signedIn = (useQuery(core.blogs.list.queryOptions()).data ?? []).filter(
    ({ kind, isSignedIn }) => kind === 'wordpress' && isSignedIn,
  )
  const signOut = useMutation(core.blogs.signOut.mutationOptions())
  const contents = useQuery(core.handover.contents.queryOptions({ use }, { gcTime: 0, staleTime: 0 }))
  const write = useMutation(
    core.handover.write.mutationOptions({
      // The passphrase goes with the answer.
      gcTime: 0,
      onSuccess(file) {
        saveFile(file, 'Nothing was sent. Say the passphrase by another way than the file.')
        if (revokes && !staysInUse) for (const { id } of signedIn) signOut.mutate({ blogId: id, revoke: true })
        onClose()
      },
    }),
  )
  const isReady = isChosen(passphrase, SHORTEST) && contents.data !== undefined
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !write.isPending)
          write.mutate({ use, passphrase: passphrase.passphrase, name: name.trim(), staysInUse })
      }}
    >
      <RadioGroup className="field" value={use} onChange={(chosen) => setUse(chosen as HandoverUse)}>
        <Label className="field-label">What for</Label>
        <Radio value="move" className="radio handover-choice">
          <span className="radio-box" />
          <span>
            Move to another laptop
            <span className="field-hint">
              For yourself: everything on this desk, with its history, receipts, reading, settings and your signing key.
              You sign in to your blogs anew there.
            </span>
          </span>
        </Radio>
        <Radio value="successor" className="radio handover-choice">
          <span className="radio-box" />
          <span>
            Hand over to a successor
            <span className="field-hint">
              For somebody else: drafts, comments without an answer, notes and house rules. What waits becomes drafts.
              Your passwords, keys, history and reading stay here.
            </span>
          </span>
        </Radio>
      </RadioGroup>
      {contents.isPending && <p className="field-hint">Looking at what there is…</p>}
      {contents.data && <HandoverContents contents={contents.data} />}
      <NewPassphrase
        shortest={SHORTEST}
        hint="Whoever has the file and the passphrase has all of it. It cannot be found out if it is forgotten."
        draft={passphrase}
        onChange={setPassphrase}
      />
      <MyNameField label="Your name" name={name} />
      <Checkbox className="checkbox" isSelected={staysInUse} onChange={setStaysInUse}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        <span>
          This desk stays in use
          <span className="field-hint checkbox-hint">
            Otherwise what waits here is held from now on and asked about, so that it does not go out twice.
          </span>
        </span>
      </Checkbox>
      {!staysInUse && signedIn.length > 0 && (
        <Checkbox className="checkbox" isSelected={revokes} onChange={setRevokes}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          <span>
            Sign out here, and take this laptop’s passwords back on the blogs
            <span className="field-hint checkbox-hint">Without a line it stays to be done, and is tried again.</span>
          </span>
        </Checkbox>
      )}
      {(write.error ?? contents.error) && (
        <ProblemNote error={appErrorOf(write.error ?? contents.error)} attempt="asking" />
      )}
      {write.isPending && <Working words="The file is made, encrypted and signed. A large desk takes a minute." />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" look="primary" isDisabled={!isReady} isPending={write.isPending}>
          Save the file…
        </Button>
      </div>
    </form>
  )
}

export function Working({ words }: { words: string }) {
  return (
    <ProgressBar isIndeterminate className="file-progress">
      <Label>{words}</Label>
      <progress className="file-bar" aria-hidden="true" />
    </ProgressBar>
  )
}
