import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import type { Review } from '../../../../../shared/domain/review.ts'
import { fromWordSentences } from '../../../../../shared/review-file-sentences.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { flushProposals } from '../proposal-copy.ts'
import { reviewsTaken } from './files-to-open.ts'
import { t } from '../../../../../shared/words/t.ts'
import './travel.css'

interface FromWordDialogProps {
  review: Review
  file: File
  onClose: () => void
}

/** What somebody did in Word comes into the review. Who it was, Word says only of what it tracked. */
export function FromWordDialog({ review, file, onClose }: FromWordDialogProps) {
  const { client, core, queryClient } = useCore()
  const [name, setName] = useState(review.request.of)
  const read = useMutation({
    async mutationFn() {
      await flushProposals()
      const bytes = new Uint8Array(await file.arrayBuffer())
      return client.reviews.readWord.mutate({ reviewId: review.id, fileName: file.name, bytes, name: name.trim() })
    },
    onSuccess: (came) => queryClient.setQueryData(core.reviews.get.queryKey({ reviewId: review.id }), came.review),
  })
  // The desk behind it begins anew with what came, and takes this report with it.
  function close(): void {
    onClose()
    if (read.data) reviewsTaken()
  }
  return (
    <Dialog
      title={read.data ? t('What came from Word') : t('Take in from Word')}
      isOpen
      isKept={read.isPending}
      onClose={close}
    >
      <p>
        <bdi className="file-name">{file.name}</bdi>
      </p>
      {read.data ? (
        <>
          <ul className="came-from-word">
            {fromWordSentences(read.data).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="field-hint">{t('The post was not changed, and the file was left as it is.')}</p>
          <div className="dialog-actions">
            <Button look="primary" autoFocus onPress={close}>
              {t('Go to the review')}
            </Button>
          </div>
        </>
      ) : (
        <form
          className="ask-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') read.mutate()
          }}
        >
          <p>
            {t(
              'Tracked changes become suggestions, comments become notes, each by whoever Word names. Reading the file twice is reading it once.',
            )}
          </p>
          <TextField className="field" value={name} onChange={setName} autoFocus>
            <Label>{t('Who worked on it in Word')}</Label>
            <Input className="input" dir="auto" maxLength={200} autoComplete="off" />
            <Text slot="description" className="field-hint">
              {t('For what was changed there without being tracked.')}
            </Text>
          </TextField>
          {read.error && <ProblemNote error={appErrorOf(read.error)} attempt="asking" />}
          <div className="dialog-actions">
            <Button onPress={close}>{t('Not now')}</Button>
            <Button type="submit" look="primary" isPending={read.isPending} isDisabled={name.trim() === ''}>
              {t('Take it in', {}, 'a file')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
