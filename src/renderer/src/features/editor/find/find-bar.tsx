import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Form, Input, Label, TextField, ToggleButton } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { offerUndo } from '../undo/offer-undo.ts'
import { selectPlace } from '../words/places.ts'
import type { WordsPlace } from '../words/written-texts.ts'
import type { PostFields } from '../working-copy.ts'
import { findIn, goToMatch, replaceAllMatches, replaceMatch } from './find-commands.ts'
import type { FindQuery } from './find-matches.ts'
import { found, orderFind } from './find-plugin.ts'
import { FoundPlace, goTo, useFoundInFields } from './found-in-fields.tsx'
import type { FindOpening } from './use-find.ts'
import './find.css'

const NOTHING: readonly WordsPlace[] = []
const EMPTY: FindQuery = { text: '', matchesCase: false, matchesAccents: false, wholeWords: false }

interface FindBarProps {
  editor: Editor
  fields: Pick<PostFields, 'title' | 'excerpt'>
  opening: FindOpening
  onClose: () => void
}

/** Looks for words in the open post, its title, captions and descriptions too, and puts others in their place. Enter goes on, Shift+Enter back, Escape to the text. */
export function FindBar({ editor, fields, opening, onClose }: FindBarProps) {
  const [query, setQuery] = useState<FindQuery>(() => ({ ...EMPTY, text: opening.text }))
  const [isReplacing, setIsReplacing] = useState(opening.replaces)
  const { title, excerpt } = fields
  const [opened] = useState({ title, excerpt })
  const [replacement, setReplacement] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const replaceId = useId()
  const { matches, current } = useEditorState({
    editor,
    selector: () => {
      const now = found(editor.state)
      return { matches: now?.matches ?? NOTHING, current: now?.current ?? -1 }
    },
    // A common word is found ten thousand times.
    equalityFn: (now, before) => now.matches === before?.matches && now.current === before.current,
  })
  const count = matches.length
  const match = matches[current]
  useFoundInFields(editor, matches, current)

  const bar = useRef<HTMLElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })

  useEffect(() => {
    if (opening.text !== '')
      goTo(editor, (view) =>
        findIn(view, { query: { ...EMPTY, text: opening.text }, fields: opened, near: opening.from }),
      )
    field.current?.focus()
    field.current?.select()
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(orderFind(editor.state.tr, { close: true }))
    }
  }, [editor, opening, opened])
  useEffect(() => {
    const element = bar.current
    const listener = (event: KeyboardEvent): void => onKey(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [])

  useEffect(() => {
    editor.view.dispatch(orderFind(editor.state.tr, { fields: { title, excerpt } }))
  }, [editor, title, excerpt])

  function look(next: FindQuery): void {
    setQuery(next)
    goTo(editor, (view) => findIn(view, { query: next, fields: { title, excerpt }, near: match ?? opening.from }))
  }

  /** The person goes on where they are. */
  function close(): void {
    onClose()
    if (!match || match.in === 'text' || !selectPlace(editor, match)) editor.view.focus()
  }

  function replaceAll(): void {
    const replaced = replaceAllMatches(editor.view, replacement)
    offerUndo(editor, t('{count, plural, one {One place changed.} other {# places changed.}}', { count: replaced }))
  }

  const isNothing = count === 0
  return (
    <search className="find-bar" ref={bar} aria-label={t('Find in this post')}>
      <Form
        className="find-line"
        onSubmit={(event) => {
          event.preventDefault()
          goTo(editor, (view) => goToMatch(view, 1))
        }}
      >
        <TextField
          className="find-field"
          value={query.text}
          onChange={(text) => look({ ...query, text })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return
            event.preventDefault()
            goTo(editor, (view) => goToMatch(view, -1))
          }}
        >
          <Label className="visually-hidden">{t('Find')}</Label>
          <Input ref={field} className="input" dir="auto" placeholder={t('Find')} spellCheck="false" />
        </TextField>
        <output className="find-count" aria-label={t('Found')}>
          {query.text === '' ? '' : countWords(current, count)}
        </output>
        <IconButton
          name={t('Previous', {}, 'place that was found')}
          isDisabled={isNothing}
          onPress={() => goTo(editor, (view) => goToMatch(view, -1))}
        >
          <Icon name="up" />
        </IconButton>
        <IconButton
          name={t('Next', {}, 'place that was found')}
          isDisabled={isNothing}
          onPress={() => goTo(editor, (view) => goToMatch(view, 1))}
        >
          <Icon name="down" />
        </IconButton>
        <span className="find-close">
          <IconButton name={t('Close find')} onPress={close}>
            <Icon name="close" />
          </IconButton>
        </span>
        <div className="find-options">
          <Choice
            label={t('Match case')}
            isOn={query.matchesCase}
            onChange={(matchesCase) => look({ ...query, matchesCase })}
          />
          <Choice
            label={t('Whole words')}
            isOn={query.wholeWords}
            onChange={(wholeWords) => look({ ...query, wholeWords })}
          />
          <Choice
            label={t('Exact accents')}
            isOn={query.matchesAccents}
            onChange={(matchesAccents) => look({ ...query, matchesAccents })}
          />
          <ToggleButton
            className="button button-quiet find-choice"
            isSelected={isReplacing}
            aria-expanded={isReplacing}
            aria-controls={replaceId}
            onChange={setIsReplacing}
          >
            {t('Replace')}
          </ToggleButton>
          <output className="found-place" aria-label={t('Where', {}, 'place that was found')}>
            {match && match.in !== 'text' && <FoundPlace editor={editor} match={match} fields={fields} />}
          </output>
        </div>
      </Form>
      {isReplacing && (
        <Form
          id={replaceId}
          className="find-line"
          onSubmit={(event) => {
            event.preventDefault()
            goTo(editor, (view) => replaceMatch(view, replacement))
          }}
        >
          <TextField className="find-field" value={replacement} onChange={setReplacement}>
            <Label className="visually-hidden">{t('Replace with')}</Label>
            <Input className="input" dir="auto" placeholder={t('Replace with')} spellCheck="false" />
          </TextField>
          <Button type="submit" isDisabled={isNothing}>
            {t('Replace this one')}
          </Button>
          <Button isDisabled={isNothing} onPress={replaceAll}>
            {isNothing ? t('Replace all') : t('Replace all {count, number}', { count })}
          </Button>
        </Form>
      )}
    </search>
  )
}

interface ChoiceProps {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function Choice({ label, isOn, onChange }: ChoiceProps) {
  return (
    <ToggleButton className="button button-quiet find-choice" isSelected={isOn} onChange={onChange}>
      {label}
    </ToggleButton>
  )
}

function countWords(current: number, count: number): string {
  if (count === 0) return t('Nothing found')
  return t('{number, number} of {count, number}', { number: current + 1, count })
}
