import { t } from '../../../../../shared/words/t.ts'
import type { TagUse } from '../../../../../shared/tags/tag-use.ts'
import { Button } from '../../../ui/button.tsx'

interface TagQuestionProps {
  typed: string
  near: TagUse
  /** With the name that it is to be. */
  onAnswer: (name: string) => void
}

/** Before a tag is made that is nearly one there is. The caret stays where it is: who types on has answered nothing. */
export function TagQuestion({ typed, near, onAnswer }: TagQuestionProps) {
  return (
    <div className="tag-question">
      <p>
        {t(
          'Nearly the same as “{tag}” ({count, plural, one {# post} other {# posts}}). Use that one? Enter takes it.',
          { tag: near.name, count: near.postCount },
        )}
      </p>
      <div className="tag-question-acts">
        <Button onPress={() => onAnswer(near.name)}>{t('Use “{tag}”', { tag: near.name })}</Button>
        <Button look="quiet" onPress={() => onAnswer(typed)}>
          {t('Keep “{tag}”', { tag: typed })}
        </Button>
      </div>
    </div>
  )
}
