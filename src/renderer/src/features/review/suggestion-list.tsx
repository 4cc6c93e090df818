import { useMemo } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { textDirection } from '../../../../shared/content/text-direction.ts'
import type { ReviewDecision } from '../../../../shared/domain/review-file.ts'
import { Button } from '../../ui/button.tsx'
import { listedSuggestions, shortened, type ListedSuggestion } from './listed-suggestions.ts'
import type { ReviewMode } from './review-mode.ts'
import type { ReviewActs } from './use-review-acts.ts'
import type { Suggestions } from './use-suggestions.ts'
import { t } from '../../../../shared/words/t.ts'

export interface SuggestionListProps {
  mode: ReviewMode
  suggestions: Suggestions
  decided: ReadonlyMap<string, ReviewDecision>
  authorOf: (id: string) => string | null
  categoryNames: Record<string, string>
  acts: ReviewActs
  onTakeBack: (id: string) => void
  /** The person went into the text: a sheet that covers it has done its work. */
  onGone: () => void
}

/** Every suggestion in the order of the text, with what can be done about it. */
export function SuggestionList(props: SuggestionListProps) {
  const { mode, suggestions, decided, authorOf, categoryNames } = props
  const { overlay } = suggestions
  const listed = useMemo(() => listedSuggestions(overlay, categoryNames), [overlay, categoryNames])
  const open = listed.filter(({ id }) => !decided.has(id))
  if (listed.length === 0)
    return <p className="field-hint">{mode === 'suggesting' ? howToSuggest() : t('Nothing is suggested.')}</p>
  return (
    <>
      <p className="field-hint">
        {mode === 'deciding' &&
          `${t('{open, number} of {count, plural, one {# suggestion} other {# suggestions}} open.', { open: open.length, count: listed.length })} `}
        {t('F8 goes from one to the next.', {}, 'suggestion')}
      </p>
      {mode === 'deciding' && open.length > 0 && <DecideMany open={open} authorOf={authorOf} acts={props.acts} />}
      <ol className="suggestion-list" aria-label={t('Suggestions')}>
        {listed.map((one) => (
          <SuggestionItem key={one.id} one={one} decision={decided.get(one.id)} {...props} />
        ))}
      </ol>
    </>
  )
}

const howToSuggest = (): string =>
  t(
    'Change the text as you would write it. Each place where it differs becomes a suggestion that the author takes or leaves.',
  )

/** All at once, or all that one person suggested. */
function DecideMany({
  open,
  authorOf,
  acts,
}: Pick<SuggestionListProps, 'authorOf' | 'acts'> & { open: readonly ListedSuggestion[] }) {
  const byAuthor = Map.groupBy(open, ({ id }) => authorOf(id))
  const ids = (all: readonly ListedSuggestion[]): string[] => all.map(({ id }) => id)
  return (
    <div className="suggestion-many">
      <Button isPending={acts.isDeciding} onPress={() => acts.decide(ids(open), true)}>
        {t('Take all {count, number}', { count: open.length }, 'suggestions')}
      </Button>
      <MenuTrigger>
        <Button look="quiet">{t('More', {}, 'opens a menu')}</Button>
        <Popover className="popover">
          <Menu className="menu" aria-label={t('Take or leave many', {}, 'suggestions')}>
            {[...byAuthor].flatMap(([author, own]) =>
              author === null || byAuthor.size < 2
                ? []
                : [
                    <MenuItem key={author} className="menu-item" onAction={() => acts.decide(ids(own), true)}>
                      {t('Take all by {author} ({count, number})', { author, count: own.length }, 'suggestions')}
                    </MenuItem>,
                    <MenuItem key={`- ${author}`} className="menu-item" onAction={() => acts.decide(ids(own), false)}>
                      {t('Leave all by {author} ({count, number})', { author, count: own.length }, 'suggestions')}
                    </MenuItem>,
                  ],
            )}
            <MenuItem className="menu-item" onAction={() => acts.decide(ids(open), false)}>
              {t('Leave all {count, number}', { count: open.length }, 'suggestions')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}

function SuggestionItem({
  one,
  decision,
  mode,
  suggestions,
  authorOf,
  acts,
  onTakeBack,
  onGone,
}: SuggestionListProps & { one: ListedSuggestion; decision: ReviewDecision | undefined }) {
  const author = authorOf(one.id)
  const isCurrent = suggestions.currentId === one.id
  return (
    <li className="suggestion" aria-current={isCurrent ? 'true' : undefined}>
      <button
        type="button"
        className="suggestion-go"
        onClick={() => {
          suggestions.goTo(one.id)
          onGone()
        }}
      >
        <span className="suggestion-head">
          <span>
            {one.where} · {one.what}
          </span>
          {decision && (
            <span className={`badge tone-${decision.isTaken ? 'done' : 'plain'}`}>
              {decision.isTaken ? t('Taken', {}, 'a suggestion') : t('Left', {}, 'a suggestion')}
            </span>
          )}
        </span>
        <SuggestedWords one={one} />
      </button>
      <div className="suggestion-acts">
        <SuggestionActs one={one} decision={decision} mode={mode} acts={acts} onTakeBack={onTakeBack} />
        {author !== null && (
          <span className="field-hint">
            <bdi>{author}</bdi>
          </span>
        )}
      </div>
    </li>
  )
}

/** Old words struck, new ones underlined, both said to those who do not see it. */
export function SuggestedWords({ one: { was, is } }: { one: ListedSuggestion }) {
  return (
    <span className="suggestion-words writers-voice" dir={textDirection(is || was) ?? undefined}>
      {was !== '' && (
        <del className="suggested-gone">
          <bdi className="visually-hidden">{`[${t('taken out:', {}, 'before words that are struck')} `}</bdi>
          {shortened(was)}
          <bdi className="visually-hidden">] </bdi>
        </del>
      )}{' '}
      {is !== '' && (
        <ins className="suggested">
          <bdi className="visually-hidden">{`[${t('new:', {}, 'before words that are new')} `}</bdi>
          {shortened(is)}
          <bdi className="visually-hidden">]</bdi>
        </ins>
      )}
    </span>
  )
}

interface SuggestionActsProps {
  one: ListedSuggestion
  decision: ReviewDecision | undefined
  mode: ReviewMode
  acts: ReviewActs
  onTakeBack: (id: string) => void
}

/** Take or leave for the author; for the reviewer, taking it back. */
export function SuggestionActs({ one, decision, mode, acts, onTakeBack }: SuggestionActsProps) {
  const about = t(
    '{where}, {what}: {words}',
    { where: one.where, what: one.what, words: shortened(one.is || one.was, 60) },
    'a suggestion',
  )
  if (mode === 'reading') return null
  if (mode === 'suggesting')
    return (
      <Button
        look="link"
        aria-label={t('Take it back: {about}', { about }, 'a suggestion')}
        onPress={() => onTakeBack(one.id)}
      >
        {t('Take it back', {}, 'a suggestion')}
      </Button>
    )
  if (decision)
    return (
      <Button
        look="link"
        aria-label={
          decision.isTaken
            ? t('Take it out again: {about}', { about }, 'a suggestion')
            : t('Decide again: {about}', { about }, 'a suggestion')
        }
        onPress={() => acts.decide([one.id], null)}
      >
        {decision.isTaken ? t('Take it out again', {}, 'a suggestion') : t('Decide again', {}, 'a suggestion')}
      </Button>
    )
  return (
    <span className="suggestion-choice">
      <Button
        look="link"
        aria-label={t('Take: {about}', { about }, 'a suggestion')}
        onPress={() => acts.decide([one.id], true)}
      >
        {t('Take', {}, 'a suggestion')}
      </Button>
      <Button
        look="link"
        aria-label={t('Leave: {about}', { about }, 'a suggestion')}
        onPress={() => acts.decide([one.id], false)}
      >
        {t('Leave', {}, 'a suggestion')}
      </Button>
    </span>
  )
}
