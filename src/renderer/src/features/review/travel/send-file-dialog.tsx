import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox, CheckboxGroup, Label, ProgressBar } from 'react-aria-components'
import type { ReviewId } from '../../../../../shared/domain/ids.ts'
import type { ReviewSummary } from '../../../../../shared/domain/review.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { useHandOut } from '../../interchange/use-hand-out.ts'
import { useMyName } from '../my-name.ts'
import { MyNameField } from '../my-name-field.tsx'
import { LockFields, useLockDraft } from './lock-fields.tsx'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'
import './travel.css'

interface SendFileDialogProps {
  /** One, or those of which some are chosen. */
  reviews: readonly ReviewSummary[]
  isOpen: boolean
  onClose: () => void
  /** Everything typed is kept when this resolves. */
  onBefore?: () => Promise<void>
}

/** Reviews as a locked file, for a stick or a mail. The file goes nowhere by itself. */
export function SendFileDialog(props: SendFileDialogProps) {
  const { reviews, isOpen, onClose } = props
  return (
    <Dialog
      title={reviews.length > 1 ? t('Send several as one review file') : t('Send as a review file')}
      isOpen={isOpen}
      onClose={onClose}
    >
      {isOpen && <SendFileForm {...props} />}
    </Dialog>
  )
}

/** As many as one file carries. */
const MOST = 100

function SendFileForm({ reviews, onClose, onBefore }: SendFileDialogProps) {
  const { core } = useCore()
  const name = useMyName()
  const { saveFile } = useHandOut()
  const { draft, change, lock } = useLockDraft()
  const [chosen, setChosen] = useState<readonly string[]>(() => startWith(reviews))
  const ownKey = useQuery(core.reviews.keys.queryOptions()).data?.receivingKey
  const write = useMutation(
    core.reviews.writeFile.mutationOptions({
      // The passphrase goes with the answer.
      gcTime: 0,
      onSuccess(file) {
        const byWord = draft.by === 'passphrase' ? ` ${t('Say the passphrase by another way than the file.')}` : ''
        saveFile(file, t('Nothing was sent: give it to your colleague on a stick or in a mail.') + byWord)
        onClose()
      },
    }),
  )
  const isReady = lock !== null && name.trim() !== '' && chosen.length > 0 && chosen.length <= MOST
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || write.isPending) return
        const reviewIds = chosen as ReviewId[]
        void (onBefore?.() ?? Promise.resolve()).then(() => write.mutate({ reviewIds, lock, name: name.trim() }))
      }}
    >
      <p>
        {reviews.length > 1
          ? t('The drafts you choose are in it with pictures, suggestions, notes and trail, encrypted and signed.')
          : t('The draft is in it with pictures, suggestions, notes and trail, encrypted and signed.')}{' '}
        {t('Your colleague opens it in Attaché, without an account and without a line.')}
      </p>
      {reviews.length > 1 ? (
        <CheckboxGroup className="field" value={[...chosen]} onChange={setChosen}>
          <Label className="field-label">{t('Drafts')}</Label>
          <div className="reviews-to-send">
            {reviews.map(({ id, title, askedBy }) => (
              <Checkbox key={id} value={id} className="checkbox">
                <span className="checkbox-box">
                  <Icon name="check" />
                </span>
                <span>
                  <bdi className="writers-voice">{title.trim() === '' ? t('Untitled') : title}</bdi>{' '}
                  <span className="field-hint">
                    <Rich
                      message="of <name>{name}</name>"
                      context="whose draft it is"
                      values={{ name: askedBy }}
                      parts={{ name: <bdi /> }}
                    />
                  </span>
                </span>
              </Checkbox>
            ))}
          </div>
          {chosen.length > MOST && (
            <span className="field-error">
              {t('One file carries {count, number} drafts at most.', { count: MOST })}
            </span>
          )}
        </CheckboxGroup>
      ) : (
        <p className="writers-voice" dir="auto">
          {reviews[0]?.title.trim() || t('Untitled')}
        </p>
      )}
      <LockFields draft={draft} onChange={change} ownKey={ownKey} />
      <MyNameField label={t('Your name')} name={name} />
      {write.error && <ProblemNote error={appErrorOf(write.error)} attempt="asking" />}
      {write.isPending && (
        <ProgressBar isIndeterminate className="file-progress">
          <Label>
            {draft.by === 'passphrase'
              ? t(
                  'The file is made. To turn the passphrase into a key takes a moment: that is what makes guessing slow.',
                )
              : t('The file is made.')}
          </Label>
          <progress className="file-bar" aria-hidden="true" />
        </ProgressBar>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button type="submit" look="primary" isPending={write.isPending} isDisabled={!isReady}>
          {t('Save the file…')}
        </Button>
      </div>
    </form>
  )
}

/** Those that somebody else has to look at. */
function startWith(reviews: readonly ReviewSummary[]): string[] {
  if (reviews.length === 1) return reviews.map(({ id }) => id)
  return reviews.filter(({ waitsFor, handedIn }) => waitsFor === 'reviewer' && handedIn === null).map(({ id }) => id)
}
