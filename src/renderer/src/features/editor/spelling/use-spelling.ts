import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { namesOn } from '../../../../../shared/content/checks/names-on.ts'
import { bundledPacks } from '../../../../../shared/content/checks/packs/bundled-packs.ts'
import { letBeIn, type Survey } from '../../../../../shared/content/checks/rules/spelling.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useCommand } from '../../commands/registered-commands.ts'
import { setDeskStatus } from '../desk-status.ts'
import { languageName } from '../details/languages.ts'
import type { PostFields } from '../working-copy.ts'
import { fieldElement, fieldWithCaret } from '../words/words-fields.ts'
import type { WordsPlace } from '../words/written-texts.ts'
import {
  createFieldSpelling,
  createSpellingMarks,
  misspeltAt,
  showMisspelt,
  spellingMarksKey,
  type PlacedWord,
} from './spelling-marks.ts'
import { anchorOf, caretOfPerson, fieldOfEvent, placeOfPerson, putAt, selectPlace, wordsAt } from '../words/places.ts'
import { SpellingRunner, type IgnoredWord } from './spelling-runner.ts'
import { useIgnoredWords, type IgnoredWords } from './use-ignored-words.ts'
import { visibleRange } from './visible-range.ts'
import { WordKnowledge } from '../../../../../shared/content/spelling/word-knowledge.ts'
import '../words/field-marks.css'
import './spelling.css'

export type OpenMenu = PlacedWord & {
  suggestions: string[]
  anchor: Element
  /** More is selected than the word: a change of language is about all of it. */
  isOfSelection: boolean
}

export interface SpellingOptions {
  post: Post
  fields: Pick<PostFields, 'title' | 'excerpt' | 'language'>
  /** Brings onto the page what words are in, and out of the way what lies over them. */
  onGoTo: (place: WordsPlace) => void
}

export interface Spelling {
  menu: OpenMenu | null
  /** null until the whole text was read once. */
  survey: Survey | null
  ignored: IgnoredWords
  /** How many of them stand in the post, as of the last time all of it was read. */
  ignoredCount: number
  /** Read anew, for the list. */
  ignoredWords: () => IgnoredWord[]
  close: () => void
  step: (direction: 1 | -1) => void
  put: (text: string) => void
  addName: (where: 'everywhere' | 'on-this-blog') => void
  ignore: () => void
  showIgnored: () => void
  hideIgnored: () => void
  setLanguage: (tag: string) => void
}

const nothing = (): void => undefined

/** Before the first drawing of what looks after it. */
export const NO_SPELLING: Spelling = {
  menu: null,
  survey: null,
  ignored: {
    fine: undefined,
    isListOpen: false,
    openList: nothing,
    closeList: nothing,
    ignore: nothing,
    lookAgain: nothing,
  },
  ignoredCount: 0,
  ignoredWords: () => [],
  close: nothing,
  step: nothing,
  put: nothing,
  addName: nothing,
  ignore: nothing,
  showIgnored: nothing,
  hideIgnored: nothing,
  setLanguage: nothing,
}

/** The spelling of the open post: lines under words in sight, a menu at the word, and the count for “Before you publish”. */
export function useSpelling(editor: Editor, { post, fields, onGoTo }: SpellingOptions): Spelling {
  const { title, excerpt, language } = fields
  const { core, client } = useCore()
  const blog = useActiveBlog()
  const { id: blogId, displayName } = blog
  const rules = useQuery(core.checks.rules.queryOptions())
  const ignored = useIgnoredWords(post.id)
  const added = useQuery(core.spelling.dictionaries.queryOptions()).data?.added
  const isOn = useQuery(core.settings.get.queryOptions(undefined, { select: ({ spelling }) => spelling })).data ?? false
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const addName = useMutation(core.checks.addName.mutationOptions({ onError }))
  const removeName = useMutation(core.checks.removeName.mutationOptions({ onError }))
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [survey, setSurvey] = useState<Survey | null>(null)
  const [ignoredCount, setIgnoredCount] = useState(0)
  const [knowledge] = useState(
    () => new WordKnowledge((language, words) => client.spelling.check.query({ language, words })),
  )
  const [inFields] = useState(createFieldSpelling)
  const [runner] = useState(
    () =>
      new SpellingRunner(
        portsOn(editor, inFields, (next, nextIgnored) => {
          setSurvey((before) => (isSameSurvey(before, next) ? before : next))
          setIgnoredCount(nextIgnored)
        }),
        knowledge,
      ),
  )

  useEffect(() => {
    runner.fieldsAre({ title, excerpt }, fieldWithCaret())
  }, [title, excerpt, runner])

  useEffect(() => {
    const follow = ({ transaction }: { transaction: Transaction }): void => {
      if (transaction.docChanged)
        runner.typed(transaction.getMeta('preventUpdate') === true ? null : caretOfPerson(editor))
      else if (transaction.selectionSet) runner.caretMoved(caretOfPerson(editor))
    }
    const moved = (): void => {
      if (fieldWithCaret()) runner.caretMoved(caretOfPerson(editor))
    }
    const left = (event: Event): void => {
      if (fieldOfEvent(event)) leave()
    }
    const leave = (): void => runner.caretMoved(null)
    editor.on('transaction', follow)
    editor.on('blur', leave)
    editor.registerPlugin(createSpellingMarks())
    document.addEventListener('scroll', runner.scrolled, { capture: true, passive: true })
    document.addEventListener('selectionchange', moved)
    document.addEventListener('focusout', left)
    return () => {
      runner.stop()
      editor.off('transaction', follow)
      editor.off('blur', leave)
      document.removeEventListener('scroll', runner.scrolled, { capture: true })
      document.removeEventListener('selectionchange', moved)
      document.removeEventListener('focusout', left)
      inFields.show([])
      if (!editor.isDestroyed) editor.unregisterPlugin(spellingMarksKey)
    }
  }, [editor, runner, inFields])

  useEffect(() => {
    const { packs = [], names = [] } = rules.data ?? {}
    const allNames = [
      ...[...bundledPacks, ...packs.map(({ pack }) => pack)].flatMap((pack) => pack.names),
      ...namesOn({ id: blogId, displayName }, names),
    ]
    knowledge.letBe(letBeIn(allNames, ignored.fine))
    runner.ignore(ignored.fine ?? [])
    runner.lookAgain()
  }, [knowledge, runner, rules.data, ignored.fine, blogId, displayName])

  useEffect(() => {
    knowledge.dictionariesAre(added)
    runner.setOn(isOn, language)
    let isGone = false
    const tell = (): void => {
      if (!isGone) setDeskStatus({ spelling: isOn ? (knowledge.stateOf(language) ?? null) : null })
    }
    knowledge.learnLanguage(language).then(tell, tell)
    return () => {
      isGone = true
      setDeskStatus({ spelling: null })
    }
  }, [knowledge, runner, language, isOn, added])

  async function open(found: PlacedWord): Promise<void> {
    const { word } = found
    const before = editor.state.doc
    const suggestions = await client.spelling.suggest
      .query({ language: word.language, word: word.forms[0] ?? word.word })
      .catch(() => [])
    if (editor.isDestroyed || editor.state.doc !== before) return
    const { from, to } = editor.state.selection
    const isOfSelection =
      found.in === 'text' && from <= found.from && found.to <= to && (from < found.from || found.to < to)
    setMenu({ ...found, suggestions, anchor: anchorOf(editor, inFields, found), isOfSelection })
  }

  async function step(direction: 1 | -1): Promise<void> {
    const from = menu
    setMenu(null)
    // A caret that was moved by the last key is known to the editor a moment later.
    await nextFrame()
    if (editor.isDestroyed) return
    const before = editor.state.doc
    const found = await runner.next(from ?? placeOfPerson(editor), direction).catch(() => null)
    if (editor.isDestroyed || editor.state.doc !== before) return
    if (!found)
      return showToast({
        text: nothingFound(knowledge.stateOf(language), language),
        ...(runner.ignored(ignored.fine ?? []).length > 0 && {
          action: { label: t('Ignored words'), run: ignored.openList },
        }),
      })
    flushSync(() => onGoTo(found))
    // A panel that opens or closes has done so by then.
    await nextFrame()
    await nextFrame()
    if (!editor.isDestroyed && selectPlace(editor, found)) await open(found)
  }

  useCommand('next-misspelling', () => void step(1))
  useCommand('previous-misspelling', () => void step(-1))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return
    const found = atCaret()
    if (!found) return
    event.preventDefault()
    void open(found)
  })
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    const found = underPointer(event)
    if (!found) return
    event.preventDefault()
    void open(found)
  })

  function atCaret(): PlacedWord | null {
    const field = fieldWithCaret()
    const element = field && fieldElement(editor.view, field)
    if (element) return inFields.at(element, field.to)?.about ?? null
    return editor.view.hasFocus() ? misspeltAt(editor.state, editor.state.selection.to) : null
  }

  function underPointer(event: MouseEvent): PlacedWord | null {
    const field = fieldOfEvent(event)
    if (field) return inFields.under(field, event)?.about ?? null
    const mark = event.target instanceof Element ? event.target.closest('.misspelt') : null
    return mark && editor.view.dom.contains(mark) ? misspeltAt(editor.state, editor.view.posAtDOM(mark, 0)) : null
  }

  useEffect(() => {
    const key = (event: KeyboardEvent): void => onKey(event)
    const pointer = (event: MouseEvent): void => onContextMenu(event)
    window.addEventListener('keydown', key, true)
    document.addEventListener('contextmenu', pointer)
    return () => {
      window.removeEventListener('keydown', key, true)
      document.removeEventListener('contextmenu', pointer)
    }
  }, [])

  /** What a dialog was opened from may be gone by now: a menu, a link about words that are ignored no more. */
  async function keepFocus(): Promise<void> {
    for (let tries = 0; tries < MOST_FRAMES; tries += 1) {
      await nextFrame()
      const now = document.activeElement
      if (now?.closest('[role="dialog"]')) continue
      if (now === document.body && !editor.isDestroyed) editor.view.focus()
      return
    }
  }

  /** The word it was opened for, and nothing that stands there by now. */
  function done(act: (word: SpellingWord, at: OpenMenu) => void): void {
    // While the menu stands nothing else takes the keyboard.
    flushSync(() => setMenu(null))
    if (menu && wordsAt(editor, menu) === menu.word.word) act(menu.word, menu)
  }

  return {
    menu,
    survey,
    ignored,
    ignoredCount,
    ignoredWords: () => runner.ignored(ignored.fine ?? []),
    close: () => setMenu(null),
    step: (direction) => void step(direction),
    put: (text) =>
      done((_word, place) => {
        putAt(editor, place, text)
      }),
    addName: (where) =>
      done(({ word }) => {
        const name = { name: word, blogId: where === 'everywhere' ? null : blog.id }
        addName.mutate(name)
        showToast({
          text:
            where === 'everywhere'
              ? t('“{word}” is one of your names.', { word })
              : t('“{word}” is one of your names on this blog.', { word }),
          action: { label: t('Undo'), run: () => removeName.mutate(name) },
        })
      }),
    ignore: () => done(({ word }) => ignored.ignore(word)),
    showIgnored() {
      flushSync(() => setMenu(null))
      ignored.openList()
    },
    hideIgnored() {
      flushSync(ignored.closeList)
      void keepFocus()
    },
    setLanguage: (tag) =>
      done((_word, found) => {
        const { from, to } = found.isOfSelection ? editor.state.selection : found
        const mark = editor.schema.marks['language']?.create({ lang: tag, dir: languageDirection(tag), tag: 'span' })
        if (mark) editor.view.dispatch(editor.state.tr.removeMark(from, to, mark.type).addMark(from, to, mark))
        editor.view.focus()
      }),
  }
}

function portsOn(
  editor: Editor,
  inFields: ReturnType<typeof createFieldSpelling>,
  onSurvey: ConstructorParameters<typeof SpellingRunner>[0]['onSurvey'],
): ConstructorParameters<typeof SpellingRunner>[0] {
  return {
    doc: () => editor.state.doc,
    visible: () => visibleRange(editor.view),
    show(words) {
      if (!editor.isDestroyed) showMisspelt(editor, inFields, words)
    },
    onSurvey,
    elapsedMs: () => performance.now(),
    later(callback, delayMs) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  }
}

/** Where nothing new was found the checks need not run again for it. */
const isSameSurvey = (one: Survey | null, other: Survey | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** What closes may take so long to leave the page. */
const MOST_FRAMES = 60
const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

function nothingFound(state: string | undefined, language: string): string {
  if (language === '') return t('The post has no language yet, so its spelling is not checked.')
  if (state === 'no-dictionary')
    return t('There is no dictionary for {language} here.', { language: languageName(language) })
  if (state === 'failed')
    return t('The dictionary for {language} cannot be read.', { language: languageName(language) })
  return t('Every word is in a dictionary or in your names.')
}
