import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Form, Input, Label, TextField, ToggleButton } from 'react-aria-components'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import { matchesBeside, showBeside } from './find-beside.ts'
import { goToMatch, replaceAllMatches, replaceMatch } from './find-commands.ts'
import type { FindQuery } from './find-matches.ts'
import { found, orderFind } from './find-plugin.ts'
import type { FindOpening } from './use-find.ts'
import './find.css'

const EMPTY: FindQuery = { text: '', matchesCase: false, matchesAccents: false, wholeWords: false }

interface FindBarProps {
  editor: Editor
  title: string
  opening: FindOpening
  onClose: () => void
}

/** Looks for words in the open text and puts others in their place. Enter goes on, Shift+Enter back, Escape to the text. */
export function FindBar({ editor, title, opening, onClose }: FindBarProps) {
  const [query, setQuery] = useState<FindQuery>(() => ({ ...EMPTY, text: opening.text }))
  const [isReplacing, setIsReplacing] = useState(opening.replaces)
  const [replacement, setReplacement] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const replaceId = useId()
  const { count, current } = useEditorState({
    editor,
    selector: () => {
      const now = found(editor.state)
      return { count: now?.matches.length ?? 0, current: now?.current ?? -1 }
    },
  })

  const bar = useRef<HTMLElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })

  useEffect(() => {
    if (opening.text !== '') findIn(editor, { ...EMPTY, text: opening.text })
    field.current?.focus()
    field.current?.select()
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(orderFind(editor.state.tr, { close: true }))
    }
  }, [editor, opening])
  useEffect(() => {
    const element = bar.current
    const listener = (event: KeyboardEvent): void => onKey(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [])

  function look(next: FindQuery): void {
    setQuery(next)
    findIn(editor, next)
  }

  function close(): void {
    onClose()
    editor.view.focus()
  }

  function replaceAll(): void {
    const replaced = replaceAllMatches(editor.view, replacement)
    showToast({
      text: `${placesWords(replaced)} changed.`,
      action: { label: 'Undo', run: () => editor.commands.undo() },
    })
  }

  const isNothing = count === 0
  return (
    <search className="find-bar" ref={bar} aria-label="Find in this post">
      <Form
        className="find-line"
        onSubmit={(event) => {
          event.preventDefault()
          goToMatch(editor.view, 1)
        }}
      >
        <TextField
          className="find-field"
          value={query.text}
          onChange={(text) => look({ ...query, text })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return
            event.preventDefault()
            goToMatch(editor.view, -1)
          }}
        >
          <Label className="visually-hidden">Find</Label>
          <Input ref={field} className="input" dir="auto" placeholder="Find" spellCheck="false" />
        </TextField>
        <output className="find-count" aria-label="Found">
          {query.text === '' ? '' : countWords(current, count)}
        </output>
        <IconButton name="Previous" isDisabled={isNothing} onPress={() => goToMatch(editor.view, -1)}>
          <Icon name="up" />
        </IconButton>
        <IconButton name="Next" isDisabled={isNothing} onPress={() => goToMatch(editor.view, 1)}>
          <Icon name="down" />
        </IconButton>
        <span className="find-close">
          <IconButton name="Close find" onPress={close}>
            <Icon name="close" />
          </IconButton>
        </span>
        <Beside key={query.text} editor={editor} title={title} query={query} />
        <div className="find-options">
          <Choice
            label="Match case"
            isOn={query.matchesCase}
            onChange={(matchesCase) => look({ ...query, matchesCase })}
          />
          <Choice
            label="Whole words"
            isOn={query.wholeWords}
            onChange={(wholeWords) => look({ ...query, wholeWords })}
          />
          <Choice
            label="Exact accents"
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
            Replace
          </ToggleButton>
        </div>
      </Form>
      {isReplacing && (
        <Form
          id={replaceId}
          className="find-line"
          onSubmit={(event) => {
            event.preventDefault()
            replaceMatch(editor.view, replacement)
          }}
        >
          <TextField className="find-field" value={replacement} onChange={setReplacement}>
            <Label className="visually-hidden">Replace with</Label>
            <Input className="input" dir="auto" placeholder="Replace with" spellCheck="false" />
          </TextField>
          <Button type="submit" isDisabled={isNothing}>
            Replace this one
          </Button>
          <Button isDisabled={isNothing} onPress={replaceAll}>
            {isNothing ? 'Replace all' : `Replace all ${count.toLocaleString('en-GB')}`}
          </Button>
        </Form>
      )}
    </search>
  )
}

/** Words beside the text are no part of it: they are shown one after the other, and changed by hand. */
function Beside({ editor, title, query }: { editor: Editor; title: string; query: FindQuery }) {
  const [next, setNext] = useState(0)
  const places = useEditorState({ editor, selector: () => matchesBeside(editor.state.doc, title, query) })
  if (places.length === 0) return null
  return (
    <Button
      look="link"
      onPress={() => {
        const place = places[next % places.length]
        setNext(next + 1)
        if (place) showBeside(editor.view, place)
      }}
    >
      {places.length === 1 ? 'One more' : `${places.length.toLocaleString('en-GB')} more`} in the title and captions
    </Button>
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

function findIn(editor: Editor, query: FindQuery): void {
  editor.view.dispatch(orderFind(editor.state.tr, { query }))
  goToMatch(editor.view, 0)
}

function countWords(current: number, count: number): string {
  if (count === 0) return 'Nothing found'
  return `${(current + 1).toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')}`
}

const placesWords = (count: number): string => (count === 1 ? 'One place' : `${count.toLocaleString('en-GB')} places`)
