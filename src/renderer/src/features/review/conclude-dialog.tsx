import { useState } from 'react'
import { Checkbox, Label, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import type { Review, ReviewOutcome } from '../../../../shared/domain/review.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Choice, ChoiceWords } from './choice.tsx'
import { counted } from './review-words.ts'
import type { ReviewActs } from './use-review-acts.ts'

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
    <Dialog title="What do you decide?" isOpen={props.isOpen} onClose={props.onClose}>
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
        {review.title || 'Untitled'}
      </p>
      <p className="field-hint">
        {suggestionCount === 0 ? 'No suggestions' : counted(suggestionCount, 'suggestion')}
        {openNotes > 0 && `, ${counted(openNotes, 'open note')}`}. You decide as <bdi>{name}</bdi>.{' '}
        {review.isThroughBlog
          ? 'It goes to the blog with the next line, beside the post.'
          : 'It stays on this laptop until you send it.'}
        {!publish && ' Nothing is published by it.'}
      </p>
      <RadioGroup
        className="field"
        aria-label="Decision"
        value={decision}
        onChange={(value) => setDecision(value as ReviewOutcome)}
      >
        <Choice value="approve" label="Approve">
          Exactly the text that was given is sealed{suggestionCount > 0 && ', without your suggestions'}; any later
          change breaks the seal.
        </Choice>
        {suggestionCount > 0 && (
          <Choice value="approve-with-changes" label="Approve with changes">
            The text as you propose it is sealed; the author takes the changes, and it is that text.
          </Choice>
        )}
        <Choice value="send-back" label="Send back">
          <bdi>{review.askedBy}</bdi>{' '}
          {review.handedIn
            ? 'finds your suggestions and notes beside the post, and may hand it in again.'
            : 'looks at your suggestions and notes, and may ask again.'}
        </Choice>
      </RadioGroup>
      {review.mayPublish && decision !== 'send-back' && (
        <Checkbox className="checkbox told-choice" isSelected={wantsOut} onChange={setWantsOut}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          <ChoiceWords label={review.publishAt === null ? 'And publish it' : 'And schedule it'}>
            {review.publishAt === null
              ? 'Exactly the approved text goes out with the next line, from your account.'
              : 'Exactly the approved text goes out at the time that was asked for, from your account.'}
          </ChoiceWords>
        </Checkbox>
      )}
      <TextField className="field" value={words} onChange={setWords}>
        <Label>A sentence for {review.askedBy}</Label>
        <TextArea className="input" dir="auto" rows={2} maxLength={20_000} />
        <Text slot="description" className="field-hint">
          It stands above the text and in the trail.
        </Text>
      </TextField>
      <div className="dialog-actions">
        <Button onPress={onClose}>Not yet</Button>
        <Button look="primary" isPending={isPending} onPress={() => void conclude()}>
          {labelOf(decision)}
          {publish && (review.publishAt === null ? ' and publish' : ' and schedule')}
        </Button>
      </div>
    </>
  )
}

const labelOf = (decision: ReviewOutcome): string =>
  decision === 'send-back' ? 'Send back' : decision === 'approve' ? 'Approve' : 'Approve with changes'
