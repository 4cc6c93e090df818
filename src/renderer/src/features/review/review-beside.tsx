import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Review, ReviewSummary } from '../../../../shared/domain/review.ts'
import { ProblemNote } from '../../ui/problem.tsx'
import { useAfterTyping } from '../editor/after-typing.ts'
import { readDocument } from '../editor/read-document.ts'
import type { PostFields } from '../editor/working-copy.ts'
import { useMyName } from './my-name.ts'
import { ActingAs } from './my-name-field.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { ReviewBadge } from './review-badge.tsx'
import { reviewWords } from './review-words.ts'
import { useNotes } from './use-notes.ts'
import { useReviewActs } from './use-review-acts.ts'
import { t } from '../../../../shared/words/t.ts'
import './review.css'

interface ReviewBesideProps {
  review: ReviewSummary
  fields: PostFields
  editor: Editor
  flush: () => Promise<void>
}

/** The review of a post beside its text: what was decided and noted, with the passages marked in the words as they are now. */
export function ReviewBeside({ review, ...props }: ReviewBesideProps) {
  const { core } = useCore()
  const whole = useQuery(core.reviews.get.queryOptions({ reviewId: review.id }))
  if (whole.error) return <ProblemNote error={appErrorOf(whole.error)} attempt="asking" />
  if (!whole.data) return <p className="field-hint">{t('Opening the review…')}</p>
  return <Beside review={whole.data} {...props} />
}

const nothing = (): void => undefined

function Beside({ review, fields, editor, flush }: ReviewBesideProps & { review: Review }) {
  const name = useMyName()
  const acts = useReviewActs(review, name)
  const document = useAfterTyping(editor, readDocument)
  const words = useMemo(() => ({ ...fields, document }), [fields, document])
  const notes = useNotes(editor, review.notes, words, nothing)
  const { conclusion, suggestionCount, openCount } = review
  return (
    <>
      <div className="review-beside">
        <p className="post-row-facts">
          <ReviewBadge review={review} />
        </p>
        <p>{reviewWords(review).sentence}</p>
        {conclusion && conclusion.words !== '' && (
          <blockquote className="writers-voice" dir="auto">
            {conclusion.words}
          </blockquote>
        )}
        <Link href={`/review/${review.id}`} onClick={() => void flush()}>
          {suggestionCount === 0
            ? t('See the review')
            : t('See the suggestions: {open, number} of {count, number} open', {
                open: openCount,
                count: suggestionCount,
              })}
        </Link>
      </div>
      {name === '' && (
        <ActingAs
          doing={t('Reading as', {}, 'before a name')}
          name=""
          others={review.askedBy === '' ? [] : [review.askedBy]}
        />
      )}
      <NotesPanel review={review} name={name} editor={editor} words={words} notes={notes} acts={acts} />
    </>
  )
}
