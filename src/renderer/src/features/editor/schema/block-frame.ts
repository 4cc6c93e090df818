import type { Editor } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { t } from '../../../../../shared/words/t.ts'
import { element, textButton } from './element.ts'
import { moveBlock, removeBlock, type PositionOf } from './node-commands.ts'

/** What a person can do with a block as a whole; `more` stands before it. */
export function blockTools(
  editor: Editor,
  getPos: PositionOf,
  removeName: string,
  ...more: HTMLElement[]
): HTMLElement {
  return element(
    'div',
    { class: 'block-tools', contenteditable: 'false' },
    ...more,
    textButton(t('Move up'), () => moveBlock(editor, getPos, -1)),
    textButton(t('Move down'), () => moveBlock(editor, getPos, 1)),
    textButton(removeName, () => removeBlock(editor, getPos)),
  )
}

const CONTROLS = 'input, textarea, select, button, summary, label, pre[dir]'

/** Keys and clicks in the controls of a node view are the controls' own. */
export const isForControl = (event: Event): boolean =>
  event.target instanceof HTMLElement && event.target.closest(CONTROLS) !== null

/** The view of a block without text of its own: `show` draws what its attributes say, also after each change of them. */
export function controlView(options: {
  name: string
  dom: HTMLElement
  attrs: Record<string, unknown>
  show: (attrs: Record<string, unknown>) => void
  destroy?: () => void
}): NodeView {
  const { name, dom, show, destroy } = options
  show(options.attrs)
  return {
    dom,
    update(next) {
      if (next.type.name !== name) return false
      show(next.attrs)
      return true
    },
    stopEvent: isForControl,
    ignoreMutation: () => true,
    ...(destroy && { destroy }),
  }
}

/** The view of a block with a text, or with other blocks, in `contentDOM`, and controls around it. */
export function framedView(options: {
  name: string
  dom: HTMLElement
  contentDOM: HTMLElement
  attrs: Record<string, unknown>
  show: (attrs: Record<string, unknown>) => void
}): NodeView {
  const { contentDOM } = options
  return {
    ...controlView(options),
    contentDOM,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}
