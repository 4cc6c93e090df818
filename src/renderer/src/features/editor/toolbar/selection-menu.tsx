import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { useCaretPlace } from '../insert/caret-place.ts'
import { insertFootnote } from '../schema/footnote-nodes.ts'
import { LanguageMenu } from './language-menu.tsx'
import { Toggle } from './toggle.tsx'

interface SelectionMenuProps {
  editor: Editor
  onLink: () => void
}

/** What is done to words, beside the words that are selected. The same is in the toolbar, for the keyboard (Alt F10). */
export function SelectionMenu({ editor, onLink }: SelectionMenuProps) {
  const isSelecting = useIsPointerDown(editor)
  const hasFocus = useFocusWithin(editor)
  const state = useEditorState({
    editor,
    selector: () => {
      const { selection } = editor.state
      const isOfWords = selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code
      return isOfWords && editor.state.doc.textBetween(selection.from, selection.to).trim() !== ''
        ? {
            from: selection.from,
            to: selection.to,
            isBold: editor.isActive('bold'),
            isItalic: editor.isActive('italic'),
            isStrike: editor.isActive('strike'),
            isLink: editor.isActive('link'),
          }
        : null
    },
  })
  const isShown = state !== null && !isSelecting && hasFocus
  const box = useCaretPlace(editor, isShown ? state : null, 'above')

  if (!isShown) return null
  const act = () => editor.chain().focus()
  return createPortal(
    <AriaToolbar ref={box} className="popover selection-menu" aria-label={t('Selected words')}>
      <Toggle name={t('Bold')} icon="bold" isOn={state.isBold} onPress={() => act().toggleBold().run()} />
      <Toggle name={t('Italic')} icon="italic" isOn={state.isItalic} onPress={() => act().toggleItalic().run()} />
      <Toggle name={t('Struck out')} icon="strike" isOn={state.isStrike} onPress={() => act().toggleStrike().run()} />
      <Toggle name={t('Link')} icon="link" isOn={state.isLink} onPress={onLink} />
      <LanguageMenu editor={editor} />
      <Toggle name={t('Footnote')} icon="footnote" isOn={false} onPress={() => insertFootnote(editor)} />
    </AriaToolbar>,
    document.body,
  )
}

/** While the mouse still draws the selection nothing jumps in its way. */
function useIsPointerDown(editor: Editor): boolean {
  const [isDown, setIsDown] = useState(false)
  useEffect(() => {
    const { dom } = editor.view
    const down = (): void => setIsDown(true)
    const up = (): void => setIsDown(false)
    dom.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    return () => {
      dom.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
    }
  }, [editor])
  return isDown
}

/** Any other list that opens, as from the toolbar, would lie over it. */
const hasOpenedAList = (): boolean => document.querySelector('.selection-menu [aria-expanded="true"]') !== null

/** In the text, in the menu itself, or in a list that the menu has opened. */
function useFocusWithin(editor: Editor): boolean {
  const [isWithin, setIsWithin] = useState(false)
  useEffect(() => {
    const look = (event: FocusEvent): void => {
      const { target } = event
      const isOurs =
        target instanceof Element &&
        (target === editor.view.dom ||
          target.closest('.selection-menu') !== null ||
          (target.closest('[role="menu"]') !== null && hasOpenedAList()))
      setIsWithin(isOurs)
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [editor])
  return isWithin
}
