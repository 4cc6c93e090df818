import type { ReviewFromWord, TakenReview } from './domain/review.ts'
import { t } from './words/t.ts'

/** What a file brought into one review. */
export function takenReviewSentence({ isNew, isChanged, newNotes, newSuggestions }: TakenReview): string {
  if (isNew) {
    const what = bothOf([
      newSuggestions > 0
        ? t('{count, plural, one {# suggestion} other {# suggestions}}', { count: newSuggestions })
        : '',
      newNotes > 0 ? t('{count, plural, one {# note} other {# notes}}', { count: newNotes }) : '',
    ])
    return what === '' ? t('New on this desk.') : t('New on this desk, with {what}.', { what })
  }
  const what = bothOf([
    newSuggestions > 0 ? newSuggestionsWords(newSuggestions) : '',
    newNotes > 0 ? newNotesWords(newNotes) : '',
  ])
  if (what !== '') return `${what}.`
  return isChanged ? t('It went on: how it stands is new.') : allHereWords()
}

export const picturesLeftSentence = (count: number): string =>
  t(
    '{count, plural, one {# picture could not be taken over: it is none} other {# pictures could not be taken over: they are none}} that a desk shows.',
    { count },
  )

/** What came into a review out of Word, a sentence each. */
export function fromWordSentences(came: Omit<ReviewFromWord, 'review'>): string[] {
  const { newSuggestions, newNotes, newReplies, isTracked, leftOut } = came
  const parts = [
    newSuggestions > 0 ? newSuggestionsWords(newSuggestions) : '',
    newNotes > 0 ? newNotesWords(newNotes) : '',
    newReplies > 0 ? t('{count, plural, one {# new answer} other {# new answers}}', { count: newReplies }) : '',
  ].filter((part) => part !== '')
  const left = bothOf([
    leftOut.pictures > 0
      ? t('{count, plural, one {# new picture} other {# new pictures}}', { count: leftOut.pictures })
      : '',
    leftOut.drawings > 0 ? t('{count, plural, one {# drawing} other {# drawings}}', { count: leftOut.drawings }) : '',
  ])
  return [
    parts.length === 0
      ? allHereWords()
      : `${parts.reduce((before, last) => t('{before}, {last}', { before, last }, 'a list'))}.`,
    ...(isTracked
      ? []
      : [t('Some of it was changed in Word without being tracked. It is a suggestion here all the same.')]),
    ...(left !== '' ? [t('Left out: {things}. Add what is needed here.', { things: left })] : []),
  ]
}

const newSuggestionsWords = (count: number): string =>
  t('{count, plural, one {# new suggestion} other {# new suggestions}}', { count })

const newNotesWords = (count: number): string => t('{count, plural, one {# new note} other {# new notes}}', { count })

const allHereWords = (): string => t('Nothing in it is new: all of it was here already.')

/** Those of two that there are. */
function bothOf(parts: readonly string[]): string {
  const [before = '', last] = parts.filter((part) => part !== '')
  return last === undefined ? before : t('{before} and {last}', { before, last })
}
