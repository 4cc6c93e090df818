import { useState } from 'react'
import { Checkbox, Label, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import type { Review, ReviewOutcome } from '../../../../shared/domain/review.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Choice, ChoiceWords } from './choice.tsx'
import type { ReviewActs } from './use-review-acts.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

interface ConcludeDialogProps {
  review: Review
  name: string
  suggestionCount: number
  isOpen: boolean
  onClose: () => void
  onConclude: ReviewActs['conclude']
}

/** How a round ends: exactly this text, this text with the changes, or back to the author. Nothing is published by it, unless that is asked for. */
export function ConcludeDialog(props: ConcludeDialogProps) {
  return (
    <Dialog title={t('What do you decide?')} isOpen={props.isOpen} onClose={props.onClose}>
      {props.isOpen && <ConcludeForm {...props} />}
    </Dialog>
  )
}

function ConcludeForm({ review, name, suggestionCount, onClose, onConclude }: ConcludeDialogProps) {
  const [decision, setDecision] = useState<ReviewOutcome>(suggestionCount > 0 ? 'send-back' : 'approve')
  const [words, setWords] = useState('')
  const [wantsOut, setWantsOut] = useState(false)
  const publish = wantsOut && review.mayPublish && decision !== 'send-back'
  const [isPending, setIsPending] = useState(false)
  const openNotes = review.notes.filter(({ resolved }) => resolved === null).length
  async function conclude(): Promise<void> {
    setIsPending(true)
    try {
      await onConclude({ decision, words, publish })
      onClose()
    } catch {
      // What went wrong is said by the act; the question stays.
    } finally {
      setIsPending(false)
    }
  }
  return (
    <>
      <p className="writers-voice" dir="auto">
        {review.title || t('Untitled')}
      </p>
      <p className="field-hint">
        {saidWords(suggestionCount, openNotes)}{' '}
        <Rich message="You decide as <name>{name}</name>." values={{ name }} parts={{ name: <bdi /> }} />{' '}
        {review.isThroughBlog
          ? t('It goes to the blog with the next line, beside the post.')
          : t('It stays on this laptop until you send it.')}
        {!publish && ` ${t('Nothing is published by it.')}`}
      </p>
      <RadioGroup
        className="field"
        aria-label={t('Decision')}
        value={decision}
        onChange={(value) => setDecision(value as ReviewOutcome)}
      >
        <Choice value="approve" label={t('Approve', {}, 'a text')}>
          {suggestionCount > 0
            ? t(
                'Exactly the text that was given is sealed, without your suggestions; any later change breaks the seal.',
              )
            : t('Exactly the text that was given is sealed; any later change breaks the seal.')}
        </Choice>
        {suggestionCount > 0 && (
          <Choice value="approve-with-changes" label={t('Approve with changes')}>
            {t('The text as you propose it is sealed; the author takes the changes, and it is that text.')}
          </Choice>
        )}
        <Choice value="send-back" label={t('Send back')}>
          {review.handedIn ? (
            <Rich
              message="<name>{name}</name> finds your suggestions and notes beside the post, and may hand it in again."
              values={{ name: review.askedBy }}
              parts={{ name: <bdi /> }}
            />
          ) : (
            <Rich
              message="<name>{name}</name> looks at your suggestions and notes, and may ask again."
              values={{ name: review.askedBy }}
              parts={{ name: <bdi /> }}
            />
          )}
        </Choice>
      </RadioGroup>
      {review.mayPublish && decision !== 'send-back' && (
        <Checkbox className="checkbox told-choice" isSelected={wantsOut} onChange={setWantsOut}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          <ChoiceWords label={review.publishAt === null ? t('And publish it') : t('And schedule it')}>
            {review.publishAt === null
              ? t('Exactly the approved text goes out with the next line, from your account.')
              : t('Exactly the approved text goes out at the time that was asked for, from your account.')}
          </ChoiceWords>
        </Checkbox>
      )}
      <TextField className="field" value={words} onChange={setWords}>
        <Label>{t('A sentence for {name}', { name: review.askedBy })}</Label>
        <TextArea className="input" dir="auto" rows={2} maxLength={20_000} />
        <Text slot="description" className="field-hint">
          {t('It stands above the text and in the trail.')}
        </Text>
      </TextField>
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not yet')}</Button>
        <Button look="primary" isPending={isPending} onPress={() => void conclude()}>
          {labelOf(decision, !publish ? 'no' : review.publishAt === null ? 'now' : 'at its time')}
        </Button>
      </div>
    </>
  )
}

function labelOf(decision: ReviewOutcome, goesOut: 'no' | 'now' | 'at its time'): string {
  switch (decision) {
    case 'send-back':
      return t('Send back')
    case 'approve':
      if (goesOut === 'no') return t('Approve', {}, 'a text')
      return goesOut === 'now' ? t('Approve and publish') : t('Approve and schedule')
    case 'approve-with-changes':
      if (goesOut === 'no') return t('Approve with changes')
      return goesOut === 'now' ? t('Approve with changes and publish') : t('Approve with changes and schedule')
  }
}

const saidWords = (suggestions: number, notes: number): string =>
  notes === 0
    ? t('{suggestions, plural, =0 {No suggestions} one {# suggestion} other {# suggestions}}.', { suggestions })
    : t(
        '{suggestions, plural, =0 {No suggestions} one {# suggestion} other {# suggestions}}, {notes, plural, one {# open note} other {# open notes}}.',
        { suggestions, notes },
      )
