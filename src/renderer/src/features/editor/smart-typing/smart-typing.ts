import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { smartSign } from '../../../../../shared/typing/smart-sign.ts'

interface SmartTypingFacts {
  /** BCP 47 of the post, '' when nobody said. A passage's own language goes before it. */
  language: string
  isOn: boolean
}

declare module '@tiptap/core' {
  interface Storage {
    smartTyping: SmartTypingFacts
  }
}

/** What was set just now, and what the person typed for it: the next Backspace gives it back. */
interface JustSet {
  from: number
  to: number
  plain: string
}

const KEY = new PluginKey<JustSet | null>('smartTyping')
/** As far back as a rule looks. */
const LOOKS_BACK = 500
/** Blocks in which each character is meant as it is. */
const EXACT_BLOCKS = new Set(['codeBlock', 'preformatted'])

/** Quotation marks, dashes, dots and spaces as the language sets them, while a person types; see shared/typing. */
export const SmartTyping = Extension.create({
  name: 'smartTyping',
  // Shortcuts such as `--- ` see the key first.
  priority: 10,
  addStorage: (): SmartTypingFacts => ({ language: '', isOn: true }),
  addProseMirrorPlugins() {
    const facts: SmartTypingFacts = this.storage
    return [
      new Plugin<JustSet | null>({
        key: KEY,
        state: {
          init: () => null,
          apply: (transaction, before) => nextJustSet(transaction, before),
        },
        props: {
          handleTextInput(view, from, to, text, typeIt) {
            if (!facts.isOn || view.composing || from !== to) return false
            const set = smartSet(view.state, text, facts.language)
            if (!set) return false
            // A step of its own, so that undo takes back the sign and not the words around it.
            view.dispatch(typeIt())
            const typedTo = view.state.selection.head
            const setFrom = typedTo - text.length - set.removed
            const plain = view.state.doc.textBetween(setFrom, typedTo)
            const setIt = view.state.tr.insertText(set.inserted, setFrom, typedTo)
            view.dispatch(closeHistory(setIt).setMeta(KEY, { from: setFrom, to: setFrom + set.inserted.length, plain }))
            return true
          },
          handleKeyDown(view, event) {
            const justSet =
              event.key === 'Backspace' && !event.ctrlKey && !event.metaKey ? KEY.getState(view.state) : null
            if (!justSet) return false
            view.dispatch(closeHistory(view.state.tr.insertText(justSet.plain, justSet.from, justSet.to)))
            return true
          },
        },
      }),
    ]
  },
})

/** The next transaction, whatever it is, ends the offer; only one that neither types nor moves leaves it. */
function nextJustSet(transaction: Transaction, before: JustSet | null): JustSet | null {
  const set = transaction.getMeta(KEY) as JustSet | undefined
  if (set) return set
  return transaction.docChanged || transaction.selectionSet ? null : before
}

function smartSet(state: EditorState, text: string, language: string): ReturnType<typeof smartSign> {
  const { $from } = state.selection
  if (isExact(state, $from)) return null
  const start = Math.max(0, $from.parentOffset - LOOKS_BACK)
  const before = $from.parent.textBetween(start, $from.parentOffset, null, (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '\ufffc',
  )
  return smartSign(text, before, passageLanguage(state, $from) ?? language)
}

function isExact(state: EditorState, $from: ResolvedPos): boolean {
  if ($from.parent.type.spec.code || EXACT_BLOCKS.has($from.parent.type.name)) return true
  return (state.storedMarks ?? $from.marks()).some(({ type }) => type.name === 'code' || type.spec.code === true)
}

function passageLanguage(state: EditorState, $from: ResolvedPos): string | null {
  const mark = (state.storedMarks ?? $from.marks()).find(({ type }) => type.name === 'language')
  const lang: unknown = mark?.attrs['lang']
  return typeof lang === 'string' && lang !== '' ? lang : null
}
