import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { textDirection } from '../../../../shared/content/text-direction.ts'
import { drawMarks } from './draw-marks.ts'
import { element } from '../editor/schema/element.ts'
import type { SuggestionPlace } from './suggestion-places.ts'
import { blockName, capital, changeWords } from './suggestion-words.ts'
import { t } from '../../../../shared/words/t.ts'

interface Shown {
  places: readonly SuggestionPlace[]
  /** The suggestion the person is at. */
  currentId: string | null
  /** Those that are decided on, and are shown quietly. */
  decidedIds: ReadonlySet<string>
  /** Who suggested it, where somebody else did; for the tooltip. */
  authorOf: (id: string) => string | null
}

const key = new PluginKey<DecorationSet>('suggestionMarks')
export const suggestionMarksKey = key

const LONGEST_SHOWN = 2000

/**
 * Shows in the proposed text what it changes: new words underlined, old ones struck at the place they had. All of it is
 * drawn only: what is struck cannot be edited or copied and is no part of the text.
 */
export const createSuggestionMarks = (onPress: (id: string) => void): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const shown = transaction.getMeta(key) as Shown | undefined
        if (shown) return marksOf(shown, transaction.doc)
        return transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(_view, _position, event) {
        const mark = event.target instanceof Element ? event.target.closest('[data-suggestion]') : null
        const id = mark instanceof HTMLElement ? mark.dataset['suggestion'] : undefined
        if (id !== undefined) onPress(id)
        return false
      },
    },
  })

export const showSuggestions = (editor: Editor, shown: Shown): void => drawMarks(editor, key, shown)

/** Where a suggestion is by now, as it moved with the text; where it begins when it has several places. */
export function suggestionNow(editor: Editor, id: string): { from: number; to: number } | null {
  const all = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec['id'] === id) ?? []
  const mark = all.find(({ spec }) => !(spec as { isGone: boolean }).isGone) ?? all[0]
  return mark ? { from: mark.from, to: mark.to } : null
}

function marksOf({ places, currentId, decidedIds, authorOf }: Shown, doc: Node): DecorationSet {
  const classOf = (place: SuggestionPlace): string => {
    const isCurrent = place.id === currentId ? ' suggested-current' : ''
    return `suggested suggested-${place.change}${isCurrent}${decidedIds.has(place.id) ? ' suggested-decided' : ''}`
  }
  return DecorationSet.create(
    doc,
    places.map((place) => {
      const { id } = place
      const author = authorOf(id)
      const title =
        author === null ? saying(place) : t('{what} ({author})', { what: saying(place), author }, 'a suggestion')
      const attributes: MarkAttributes = { class: classOf(place), title, 'data-suggestion': id }
      switch (place.kind) {
        case 'words':
          return Decoration.inline(place.from, place.to, { ...attributes, nodeName: 'ins' }, { id, isGone: false })
        case 'block':
          return Decoration.node(
            place.from,
            place.to,
            { ...attributes, class: `${attributes.class} suggested-block`, 'data-suggested': saying(place) },
            { id, isGone: false },
          )
        case 'gone-words':
        case 'gone-block':
          return Decoration.widget(place.at, () => goneElement(place, attributes), {
            id,
            isGone: true,
            side: -1,
            marks: [],
            ignoreSelection: true,
            key: [id, place.kind, attributes.class, place.was, title].join('\n'),
          })
      }
    }),
  )
}

function saying(place: SuggestionPlace): string {
  switch (place.kind) {
    case 'words':
      return place.change === 'replaced'
        ? t('Instead of “{words}”', { words: place.was })
        : changeWords(place.change, WORDS, null)
    case 'gone-words':
      return place.change === 'replaced' ? t('Stood here before', {}, 'words') : t('Taken out', {}, 'what is suggested')
    case 'block':
      return blockSaying(place)
    case 'gone-block': {
      const block = capital(blockName(place.node))
      return place.change === 'moved' ? t('{block}, moved from here', { block }) : t('{block}, taken out', { block })
    }
  }
}

function blockSaying({ change, node, before }: Extract<SuggestionPlace, { kind: 'block' }>): string {
  const block = capital(blockName(node))
  if (change === 'moved') return t('{block}, moved here', { block })
  return change === 'replaced' ? t('{block}, changed', { block }) : changeWords(change, node, before)
}

const WORDS = { type: 'paragraph', attrs: { dir: null, source: null } } as const

interface MarkAttributes {
  class: string
  title: string
  'data-suggestion': string
}

type Gone = Extract<SuggestionPlace, { kind: 'gone-words' | 'gone-block' }>

/** What is no longer there. A reader who does not see the line hears that it is gone. */
function goneElement(place: Gone, { class: name, ...attributes }: MarkAttributes): HTMLElement {
  const own = (...more: string[]) => ({ ...attributes, class: [name, ...more].join(' '), contenteditable: 'false' })
  if (place.kind === 'gone-words')
    return element(
      'del',
      // With a direction of its own it has no say in that of the paragraph.
      { ...own('suggested-gone'), dir: textDirection(place.was) ?? 'auto' },
      said(`[${t('taken out:', {}, 'before words that are struck')} `),
      place.was,
      said(']'),
    )
  const words = place.was.length > LONGEST_SHOWN ? `${place.was.slice(0, LONGEST_SHOWN)}…` : place.was
  const inner = [
    element('span', { class: 'suggested-label' }, saying(place)),
    ...(words === '' ? [] : [element('del', { dir: 'auto' }, words)]),
  ]
  const block = own('suggested-gone-block')
  switch (place.row) {
    case 'bulletList':
    case 'orderedList':
      return element('li', block, ...inner)
    case 'table':
      return element('tr', block, element('td', { colspan: '100' }, ...inner))
    default:
      return element('div', block, ...inner)
  }
}

const said = (text: string): HTMLElement => element('span', { class: 'visually-hidden' }, text)
