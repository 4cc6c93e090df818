import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { findInsertable } from './insertable-blocks.ts'

/** What was typed behind the slash, where it stands, and which of the found blocks Enter would take. */
export interface SlashState {
  typed: string
  from: number
  to: number
  active: number
}

/** The listbox that is announced while the caret stays in the text. */
export const SLASH_LIST_ID = 'slash-menu'
export const slashOptionId = (id: string): string => `slash-${id}`

const LONGEST_QUERY = 24
const key = new PluginKey<SlashState | null>('slash')

declare global {
  interface HTMLElementEventMap {
    /** Asks for a block to be put where the caret is. */
    'desk-insert': CustomEvent<{ id: string }>
  }
}

export const slashStateOf = (state: EditorState): SlashState | null => key.getState(state) ?? null

/** A slash at the start of an empty paragraph opens the list of blocks; what follows finds in it. */
export const SlashMenuKeys = Extension.create({
  name: 'slashMenu',
  // Before Enter and the arrows mean anything else.
  priority: 1000,
  addProseMirrorPlugins: () => [slashPlugin()],
})

function slashPlugin(): Plugin<SlashState | null> {
  return new Plugin<SlashState | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, open, _before, state) => nextState(transaction, open, state),
    },
    props: {
      attributes: (state): Record<string, string> => {
        const open = slashStateOf(state)
        const active = open && findInsertable(open.typed)[open.active]
        if (!open) return {}
        return {
          'aria-haspopup': 'listbox',
          'aria-controls': SLASH_LIST_ID,
          ...(active && { 'aria-activedescendant': slashOptionId(active.id) }),
        }
      },
      handleKeyDown: (view, event) => handleKey(view, event),
      handleDOMEvents: {
        blur(view) {
          if (slashStateOf(view.state)) closeSlash(view)
          return false
        },
      },
    },
  })
}

function nextState(transaction: Transaction, open: SlashState | null, state: EditorState): SlashState | null {
  const wish: unknown = transaction.getMeta(key)
  if (wish === 'close') return null
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.type.name !== 'paragraph' || parent.content.size > LONGEST_QUERY) return null
  if ($from.parentOffset !== parent.content.size || parent.firstChild?.text?.startsWith('/') !== true) return null
  const typed = parent.textContent.slice(1)
  // Only a slash that is being typed opens it, not one that is met.
  if (!open && !(transaction.docChanged && typed === '')) return null
  const active = typeof wish === 'number' ? wish : open?.typed === typed ? open.active : 0
  return { typed, from: $from.start(), to: $from.pos, active }
}

function handleKey(view: EditorView, event: KeyboardEvent): boolean {
  const open = slashStateOf(view.state)
  if (!open || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false
  const found = findInsertable(open.typed)
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) {
        view.dispatch(view.state.tr.setMeta(key, (open.active + step + found.length) % found.length))
      }
      return true
    }
    case 'Enter':
    case 'Tab': {
      const chosen = found[open.active]
      if (!chosen) return false
      takeSlash(view, chosen.id)
      return true
    }
    case 'Escape':
      closeSlash(view)
      return true
    default:
      return false
  }
}

function closeSlash(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, 'close'))
}

/** The typed words go, the block comes in their place. */
export function takeSlash(view: EditorView, id: string): void {
  const open = slashStateOf(view.state)
  if (!open) return
  view.dispatch(view.state.tr.delete(open.from, open.to).setMeta(key, 'close'))
  view.dom.dispatchEvent(new CustomEvent('desk-insert', { detail: { id } }))
}
