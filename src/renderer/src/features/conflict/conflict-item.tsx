import { memo } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { describeMerge, mergeSentence } from '../../../../shared/content/merge/describe-merge.ts'
import type { Choice, MergeItem } from '../../../../shared/content/merge/post-merge.ts'
import type { ConflictNames } from './item-texts.ts'
import { ItemVersions } from './item-versions.tsx'

export type ConflictOfMerge = MergeItem & { state: 'conflict' }

interface ConflictItemProps {
  item: ConflictOfMerge
  /** From 1, as the person counts. */
  number: number
  ofCount: number
  choice: Choice | undefined
  names: ConflictNames
  language: string
  onChoose: (itemId: string, choice: Choice) => void
}

const choiceWords = (choice: Choice): string =>
  choice === 'both' ? t('Both, mine first') : choice === 'mine' ? t('Mine') : t('Theirs')

/** One thing that only a person can decide. Memoised: among hundreds, a choice draws one anew. */
export const ConflictItem = memo(function ConflictItem({
  item,
  number,
  ofCount,
  choice,
  names,
  language,
  onChoose,
}: ConflictItemProps) {
  const [line] = describeMerge({ items: [item] })
  return (
    <li className="conflict" id={conflictElementId(item.id)}>
      <RadioGroup
        value={choice ?? null}
        onChange={(value) => onChoose(item.id, value as Choice)}
        className="conflict-choice"
      >
        <Label className="conflict-name">
          <span className="conflict-number">
            {t('{number, number} of {count, number}', { number, count: ofCount }, 'one of several')}
          </span>{' '}
          {line && mergeSentence(line)}
        </Label>
        <ItemVersions
          item={item}
          shown={['mine', 'base', 'theirs']}
          names={names}
          language={language}
          choice={choice}
        />
        <div className="conflict-radios">
          {item.choices.map((offered) => (
            <Radio key={offered} value={offered} className="radio">
              <span className="radio-box" />
              {choiceWords(offered)}
            </Radio>
          ))}
          {choice === undefined && <span className="field-hint">{t('Not decided yet')}</span>}
        </div>
      </RadioGroup>
    </li>
  )
})

/** Item ids come from texts; an element's id may hold nothing a selector would trip over. */
export const conflictElementId = (itemId: string): string => `conflict-${encodeURIComponent(itemId)}`
