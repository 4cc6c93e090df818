import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { PostId, UtcIso } from '../../../../shared/domain/ids.ts'
import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Choice } from './choice.tsx'
import { MyNameField } from './my-name-field.tsx'
import { useMyName } from './my-name.ts'
import { t } from '../../../../shared/words/t.ts'

interface AskDialogProps {
  postId: PostId
  /** When it is to be public, where that is known: it is approved with it. */
  publishAt: UtcIso | null
  /** The review so far; undefined when it is asked for the first time. */
  before: ReviewSummary | undefined
  isOpen: boolean
  onClose: () => void
  /** Everything typed is kept when this resolves; rejects when it could not be. */
  onBefore: () => Promise<void>
}

/** Who is to look at it, by when, and at what. */
export function AskDialog(props: AskDialogProps) {
  return (
    <Dialog
      title={props.before ? t('Ask again', {}, 'for a review') : t('Ask for review')}
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      {props.isOpen && <AskForm {...props} />}
    </Dialog>
  )
}

function AskForm({ postId, publishAt, before, onClose, onBefore }: AskDialogProps) {
  const { client, core, queryClient } = useCore()
  const name = useMyName()
  const [of, setOf] = useState(before?.conclusion?.by ?? before?.request.of ?? '')
  const [by, setBy] = useState('')
  const [lookAt, setLookAt] = useState('')
  const [through, setThrough] = useState<'desk' | 'blog'>(before?.isThroughBlog ? 'blog' : 'desk')
  // One act with the saving: what could not be kept is not what a reviewer would read, and it is said.
  const ask = useMutation({
    async mutationFn() {
      await onBefore()
      const until = by === '' ? null : by
      return client.reviews.ask.mutate({ postId, of, by: until, lookAt, publishAt, through, name: name.trim() })
    },
    onSuccess(review) {
      queryClient.setQueryData(core.reviews.get.queryKey({ reviewId: review.id }), review)
      void queryClient.invalidateQueries({ queryKey: core.reviews.queue.pathKey() })
      onClose()
    },
  })
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !ask.isPending) ask.mutate()
      }}
    >
      <p>
        {t(
          'The post as it is now is given to a reviewer. You can write on: what you take later goes into your words as they are then.',
        )}
      </p>
      <div className="ask-who">
        <TextField className="field" value={of} onChange={setOf} autoFocus>
          <Label>{t('Who is to look at it')}</Label>
          <Input
            className="input"
            dir="auto"
            maxLength={200}
            placeholder={t('Anybody', {}, 'who reviews')}
            autoComplete="off"
          />
        </TextField>
        <TextField className="field" type="date" value={by} onChange={setBy}>
          <Label>{t('By', {}, 'the day until which a review is asked for')}</Label>
          <Input className="input" />
        </TextField>
      </div>
      <TextField className="field" value={lookAt} onChange={setLookAt}>
        <Label>{t('What to look at')}</Label>
        <TextArea className="input" dir="auto" rows={3} maxLength={20_000} />
      </TextField>
      <RadioGroup
        className="field"
        value={through}
        onChange={(value) => setThrough(value === 'blog' ? 'blog' : 'desk')}
      >
        <Label>{t('How it gets there')}</Label>
        <Choice value="desk" label={t('On this laptop, or by file')}>
          {t('It stands under “Review” here, and can be sent as a file. Nothing goes to the blog.')}
        </Choice>
        <Choice value="blog" label={t('Through the blog')}>
          {t(
            'The post is handed in there, and everybody who may edit it finds the review beside it. It goes with the next line; readers see nothing of it.',
          )}
        </Choice>
      </RadioGroup>
      <MyNameField label={t('Your name')} name={name} />
      {name.trim() === '' && <Text className="field-hint">{t('The reviewer has to know who asks.')}</Text>}
      {ask.error && <ProblemNote error={appErrorOf(ask.error)} attempt="asking" />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button type="submit" look="primary" isPending={ask.isPending} isDisabled={name.trim() === ''}>
          {before ? t('Ask again', {}, 'for a review') : t('Ask for review')}
        </Button>
      </div>
    </form>
  )
}
