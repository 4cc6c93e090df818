import { useCallback, useMemo, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { describeMerge, mergeSentence } from '../../../../shared/content/merge/describe-merge.ts'
import type { Choice, MergeItem, Side } from '../../../../shared/content/merge/post-merge.ts'
import type { Conflict } from '../../../../shared/contract/services.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { conflictElementId, ConflictItem, type ConflictOfMerge } from './conflict-item.tsx'
import { MergedParts } from './merged-parts.tsx'
import { notePlaces } from './note-places.ts'

interface ConflictFormProps {
  merge: Conflict
  language: string
  isPending: boolean
  error: AppErrorData | null
  onResolve: (choices: Record<string, Choice>) => void
}

/** First what happened, in words; then each thing to decide; what fitted by itself is folded below. */
export function ConflictForm({ merge, language, isPending, error, onResolve }: ConflictFormProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const names = useMemo(() => ({ ...merge, notes: notePlaces(merge.merged.content) }), [merge])
  const conflicts = merge.items.filter(isConflict)
  const merged = merge.items.filter((item) => !isConflict(item))
  const open = conflicts.filter(({ id }) => choices[id] === undefined)
  const choose = useCallback(
    (itemId: string, choice: Choice) => setChoices((before) => ({ ...before, [itemId]: choice })),
    [],
  )
  const takeEverywhere = (side: Side): void =>
    setChoices(Object.fromEntries(conflicts.filter((item) => item.choices.includes(side)).map(({ id }) => [id, side])))

  return (
    <>
      <div className="changes-body">
        <ul className="changes-in-words" aria-label={t('In short')}>
          {describeMerge(merge).map((line) => (
            <li key={line.itemIds[0]} className={line.state === 'conflict' ? 'needs-decision' : ''}>
              {line.state === 'conflict' && <span className="badge tone-needs-you">{t('Needs you', {}, 'state')}</span>}
              {mergeSentence(line)}
            </li>
          ))}
        </ul>
        {conflicts.length > 1 && (
          <div className="changes-everywhere">
            <Button onPress={() => takeEverywhere('mine')}>{t('Mine everywhere')}</Button>
            <Button onPress={() => takeEverywhere('theirs')}>{t('Theirs everywhere')}</Button>
          </div>
        )}
        {conflicts.length > 0 && (
          <ol aria-label={t('To decide')}>
            {conflicts.map((item, index) => (
              <ConflictItem
                key={item.id}
                item={item}
                number={index + 1}
                ofCount={conflicts.length}
                choice={choices[item.id]}
                names={names}
                language={language}
                onChoose={choose}
              />
            ))}
          </ol>
        )}
        <MergedParts items={merged} names={names} language={language} />
      </div>
      <div className="changes-end">
        {error && <ProblemNote error={error} />}
        <output>
          {open.length === 0
            ? t('Nothing is sent. Both versions stay in history.')
            : t('{open, number} of {count, number} still to decide.', { open: open.length, count: conflicts.length })}
        </output>
        {open[0] && <NextOpen item={open[0]} />}
        <Button
          look="primary"
          isDisabled={open.length > 0}
          isPending={isPending}
          onPress={() => onResolve({ ...choices })}
        >
          {t('Make this my draft')}
        </Button>
      </div>
    </>
  )
}

function NextOpen({ item }: { item: ConflictOfMerge }) {
  return (
    <Button
      look="link"
      onPress={() => {
        const place = document.getElementById(conflictElementId(item.id))
        place?.scrollIntoView({ block: 'start' })
        place?.querySelector('input')?.focus({ preventScroll: true })
      }}
    >
      {t('Go to the next one')}
    </Button>
  )
}

const isConflict = (item: MergeItem): item is ConflictOfMerge => item.state === 'conflict'
