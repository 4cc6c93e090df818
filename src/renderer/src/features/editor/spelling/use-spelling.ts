import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { useEffect, useEffectEvent, useState } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { namesOn } from '../../../../../shared/content/checks/names-on.ts'
import { bundledPacks } from '../../../../../shared/content/checks/packs/bundled-packs.ts'
import { ignoredPrint, letBeIn, type Survey } from '../../../../../shared/content/checks/rules/spelling.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import type { SpellingWord } from '../../../../../shared/content/spelling/spelling-words.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { setDeskStatus } from '../desk-status.ts'
import { languageName } from '../details/languages.ts'
import { createSpellingMarks, misspeltAt, showMisspelt, spellingMarksKey, type PlacedWord } from './spelling-marks.ts'
import { SpellingRunner } from './spelling-runner.ts'
import { visibleRange } from './visible-range.ts'
import { WordKnowledge } from '../../../../../shared/content/spelling/word-knowledge.ts'
import './spelling.css'

export interface OpenMenu extends PlacedWord {
  suggestions: string[]
  anchor: Element
  /** More is selected than the word: a change of language is about all of it. */
  isOfSelection: boolean
}

export interface Spelling {
  menu: OpenMenu | null
  /** null until the whole text was read once. */
  survey: Survey | null
  close: () => void
  step: (direction: 1 | -1) => void
  put: (text: string) => void
  addName: (where: 'everywhere' | 'on-this-blog') => void
  ignore: () => void
  setLanguage: (tag: string) => void
}

/** The spelling of the open post: lines under words in sight, a menu at the word, and the count for “Before you publish”. */
export function useSpelling(editor: Editor, post: Post, language: string): Spelling {
  const { core, client } = useCore()
  const blog = useActiveBlog()
  const rules = useQuery(core.checks.rules.queryOptions())
  const fine = useQuery(core.checks.fine.queryOptions({ postId: post.id }))
  const added = useQuery(core.spelling.dictionaries.queryOptions()).data?.added
  const isOn = useQuery(core.settings.get.queryOptions(undefined, { select: ({ spelling }) => spelling })).data ?? false
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const addName = useMutation(core.checks.addName.mutationOptions({ onError }))
  const removeName = useMutation(core.checks.removeName.mutationOptions({ onError }))
  const setFine = useMutation(core.checks.setFine.mutationOptions({ onError }))
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [survey, setSurvey] = useState<Survey | null>(null)
  const [knowledge] = useState(
    () => new WordKnowledge((language, words) => client.spelling.check.query({ language, words })),
  )
  const [runner] = useState(
    () =>
      new SpellingRunner(
        portsOn(editor, (next) => setSurvey((before) => (isSameSurvey(before, next) ? before : next))),
        knowledge,
      ),
  )

  useEffect(() => {
    const follow = ({ transaction }: { transaction: Transaction }): void => {
      const { empty, head } = editor.state.selection
      const caret = empty ? head : null
      if (transaction.docChanged) runner.typed(transaction.getMeta('preventUpdate') === true ? null : caret)
      else if (transaction.selectionSet) runner.caretMoved(caret)
    }
    const leave = (): void => runner.caretMoved(null)
    editor.on('transaction', follow)
    editor.on('blur', leave)
    editor.registerPlugin(createSpellingMarks())
    document.addEventListener('scroll', runner.scrolled, { capture: true, passive: true })
    return () => {
      runner.stop()
      editor.off('transaction', follow)
      editor.off('blur', leave)
      document.removeEventListener('scroll', runner.scrolled, { capture: true })
      if (!editor.isDestroyed) editor.unregisterPlugin(spellingMarksKey)
    }
  }, [editor, runner])

  useEffect(() => {
    const { packs = [], names = [] } = rules.data ?? {}
    const allNames = [
      ...[...bundledPacks, ...packs.map(({ pack }) => pack)].flatMap((pack) => pack.names),
      ...namesOn(blog.id, names),
    ]
    knowledge.letBe(letBeIn(allNames, fine.data))
    runner.lookAgain()
  }, [knowledge, runner, rules.data, fine.data, blog.id])

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
    const isOfSelection = from <= found.from && found.to <= to && (from < found.from || found.to < to)
    setMenu({ ...found, suggestions, anchor: anchorOf(editor, found), isOfSelection })
  }

  async function step(direction: 1 | -1): Promise<void> {
    setMenu(null)
    const { from, to } = editor.state.selection
    const before = editor.state.doc
    const found = await runner.next(direction === 1 ? to : from, direction).catch(() => null)
    if (editor.isDestroyed || editor.state.doc !== before) return
    if (!found) return showToast({ text: nothingFound(knowledge.stateOf(language), language) })
    const selection = TextSelection.create(editor.state.doc, found.from, found.to)
    editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
    editor.view.focus()
    await open(found)
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'F7' && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      void step(event.shiftKey ? -1 : 1)
      return
    }
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return
    const found = editor.view.hasFocus() ? misspeltAt(editor.state, editor.state.selection.to) : null
    if (!found) return
    event.preventDefault()
    void open(found)
  })
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    const mark = event.target instanceof Element ? event.target.closest('.misspelt') : null
    const found = mark && editor.view.dom.contains(mark) && misspeltAt(editor.state, editor.view.posAtDOM(mark, 0))
    if (!found) return
    event.preventDefault()
    void open(found)
  })
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

  /** The word it was opened for, and nothing that stands there by now. */
  function done(act: (word: SpellingWord, at: OpenMenu) => void): void {
    setMenu(null)
    if (menu && editor.state.doc.textBetween(menu.from, menu.to) === menu.word.word) act(menu.word, menu)
  }

  return {
    menu,
    survey,
    close: () => setMenu(null),
    step: (direction) => void step(direction),
    put: (text) =>
      done((_word, { from, to }) => {
        editor.view.dispatch(editor.state.tr.insertText(text, from, to).scrollIntoView())
        editor.view.focus()
      }),
    addName: (where) =>
      done(({ word }) => {
        const name = { name: word, blogId: where === 'everywhere' ? null : blog.id }
        addName.mutate(name)
        showToast({
          text: `“${word}” is one of your names${where === 'everywhere' ? '' : ' on this blog'}.`,
          action: { label: 'Undo', run: () => removeName.mutate(name) },
        })
      }),
    ignore: () =>
      done(({ word }) => {
        const saying = { postId: post.id, fingerprint: ignoredPrint(word) }
        setFine.mutate({ ...saying, isFine: true })
        showToast({
          text: `“${word}” is not marked again in this post.`,
          action: { label: 'Undo', run: () => setFine.mutate({ ...saying, isFine: false }) },
        })
      }),
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
  onSurvey: (survey: Survey | null) => void,
): ConstructorParameters<typeof SpellingRunner>[0] {
  return {
    doc: () => editor.state.doc,
    visible: () => visibleRange(editor.view),
    show(words) {
      if (!editor.isDestroyed) showMisspelt(editor, words)
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

/** The mark itself where it is drawn already, else the block it stands in. */
function anchorOf(editor: Editor, { from }: PlacedWord): Element {
  const { node, offset } = editor.view.domAtPos(from, 1)
  const at = node.childNodes[offset] ?? node
  const element = at instanceof Element ? at : at.parentElement
  return element?.closest('.misspelt') ?? element ?? editor.view.dom
}

function nothingFound(state: string | undefined, language: string): string {
  if (language === '') return 'The post has no language yet, so its spelling is not checked.'
  if (state === 'no-dictionary') return `There is no dictionary for ${languageName(language)} here.`
  if (state === 'failed') return `The dictionary for ${languageName(language)} cannot be read.`
  return 'Every word is in a dictionary or in your names.'
}
