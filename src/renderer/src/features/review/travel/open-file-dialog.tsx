import { useMutation, useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Checkbox, Input, Label, ProgressBar, TextField } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { ReviewId } from '../../../../../shared/domain/ids.ts'
import type { TakenReview, TakenReviews } from '../../../../../shared/domain/review.ts'
import type { AppErrorData } from '../../../../../shared/errors.ts'
import { keyFingerprint } from '../../../../../shared/key-fingerprint.ts'
import { picturesLeftSentence, takenReviewSentence } from '../../../../../shared/review-file-sentences.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore, type CoreQueries } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { flushProposals } from '../proposal-copy.ts'
import { ReviewBadge } from '../review-badge.tsx'
import { reviewWords } from '../review-words.ts'
import { reviewsTaken, type FileToOpen } from './files-to-open.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'
import './travel.css'

/** Reads the file, asks for its passphrase where it needs one, and tells what came. */
export function OpenFileDialog({ file, onClose }: { file: FileToOpen; onClose: () => void }) {
  const { core, queryClient } = useCore()
  const [, navigate] = useLocation()
  const read = useMutation({
    gcTime: 0,
    async mutationFn(passphrase: string | null) {
      await flushProposals()
      const taken = await file.read(passphrase)
      await showsWhatCame(core, queryClient)
      return taken
    },
  })
  // Without a passphrase first: whether it needs one, the file says.
  const begin = useEffectEvent(() => read.mutate(null))
  useEffect(() => begin(), [])

  function goTo(id: ReviewId): void {
    onClose()
    navigate(`/review/${id}`)
  }
  const error = read.error && appErrorOf(read.error)
  const why = error?.kind === 'review-file' ? error.why : null
  const isReading = read.isPending || read.isIdle
  return (
    <Dialog
      title={read.data ? t('What came', {}, 'in a file') : t('Open a review file')}
      isOpen
      isKept={isReading}
      onClose={onClose}
    >
      <p>
        <bdi className="file-name">{file.fileName}</bdi>
      </p>
      {isReading && <Reading isUnlocking={typeof read.variables === 'string'} />}
      {error &&
        (why === 'passphrase-needed' || why === 'wrong-passphrase' ? (
          <Locked
            wrong={why === 'wrong-passphrase' ? error : null}
            onClose={onClose}
            onPassphrase={(passphrase) => read.mutate(passphrase)}
          />
        ) : (
          <>
            <ProblemNote error={error} attempt="asking" />
            <div className="dialog-actions">
              <Button look="primary" onPress={onClose}>
                {t('Close')}
              </Button>
            </div>
          </>
        ))}
      {read.data && <Taken taken={read.data} onClose={onClose} onOpen={goTo} />}
    </Dialog>
  )
}

/** Before it is told: a review that is open shows what is kept by now, and not what was typed over. */
async function showsWhatCame(core: CoreQueries, queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: core.reviews.pathKey() })
  reviewsTaken()
}

function Reading({ isUnlocking }: { isUnlocking: boolean }) {
  return (
    <ProgressBar isIndeterminate className="file-progress">
      <Label>
        {isUnlocking
          ? t('It is unlocked. To turn the passphrase into a key takes a moment: that is what makes guessing slow.')
          : t('It is read on this laptop.')}
      </Label>
      <progress className="file-bar" aria-hidden="true" />
    </ProgressBar>
  )
}

interface LockedProps {
  wrong: AppErrorData | null
  onClose: () => void
  onPassphrase: (passphrase: string) => void
}

function Locked({ wrong, onClose, onPassphrase }: LockedProps) {
  const [typed, setTyped] = useState('')
  const [isShown, setIsShown] = useState(false)
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') onPassphrase(typed)
      }}
    >
      {wrong ? (
        <ProblemNote error={wrong} attempt="asking" />
      ) : (
        <p>{t('It is locked with a passphrase, which whoever sent it tells you by another way.')}</p>
      )}
      <TextField
        className="field"
        type={isShown ? 'text' : 'password'}
        value={typed}
        onChange={setTyped}
        autoFocus
        autoComplete="off"
      >
        <Label>{t('Passphrase')}</Label>
        <Input className="input" dir="auto" maxLength={1000} spellCheck={false} />
      </TextField>
      <Checkbox className="checkbox" isSelected={isShown} onChange={setIsShown}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        <span>{t('Show it while I type')}</span>
      </Checkbox>
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button type="submit" look="primary" isDisabled={typed === ''}>
          {t('Open', {}, 'button')}
        </Button>
      </div>
    </form>
  )
}

interface TakenProps {
  taken: TakenReviews
  onClose: () => void
  onOpen: (id: ReviewId) => void
}

function Taken({ taken, onClose, onOpen }: TakenProps) {
  const { sentBy, signedBy, reviews, picturesLeft } = taken
  const [first] = reviews
  return (
    <>
      <p>
        <Rich
          message="From <sender><name>{name}</name></sender>, signed with the key <key>{fingerprint}</key>."
          values={{ name: sentBy === '' ? t('somebody') : sentBy, fingerprint: keyFingerprint(signedBy) }}
          parts={{ sender: <strong />, name: <bdi />, key: <strong className="key-words" /> }}
        />{' '}
        <span className="field-hint">
          {t('Whose key it is, they can tell you: it stands under “My key” at their desk.')}
        </span>
      </p>
      <ul className="taken-list" aria-label={t('Reviews in the file')}>
        {reviews.map((review) => (
          <TakenLine key={review.id} review={review} onOpen={reviews.length > 1 ? () => onOpen(review.id) : null} />
        ))}
      </ul>
      {picturesLeft > 0 && <p>{picturesLeftSentence(picturesLeft)}</p>}
      <p className="field-hint">
        {t('No post was changed.')}{' '}
        {reviews.length > 1 ? t('All of them stand under Review.') : t('It stands under Review.')}
      </p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Later')}</Button>
        {first && (
          <Button look="primary" autoFocus onPress={() => onOpen(first.id)}>
            {reviews.length > 1 ? t('Open the first', {}, 'review') : t('Open the review')}
          </Button>
        )}
      </div>
    </>
  )
}

function TakenLine({ review, onOpen }: { review: TakenReview; onOpen: (() => void) | null }) {
  const { core } = useCore()
  const standing = useQuery(core.reviews.queue.queryOptions()).data?.find(({ id }) => id === review.id)
  return (
    <li className="taken-line">
      <p className="writers-voice" dir="auto">
        {review.title.trim() === '' ? t('Untitled') : review.title}
      </p>
      <p>{takenReviewSentence(review)}</p>
      {standing && (
        <p className="taken-standing">
          <ReviewBadge review={standing} /> <span>{reviewWords(standing).sentence}</span>
        </p>
      )}
      {standing?.conclusion && standing.conclusion.words !== '' && (
        <q className="review-said" dir="auto">
          {standing.conclusion.words}
        </q>
      )}
      {onOpen && (
        <Button look="link" aria-label={t('Open {title}', { title: review.title }, 'a review')} onPress={onOpen}>
          {t('Open', {}, 'button')}
        </Button>
      )}
    </li>
  )
}
