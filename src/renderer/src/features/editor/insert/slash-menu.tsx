import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useCaretPlace } from './caret-place.ts'
import { findInsertable } from './insertable-blocks.ts'
import { SLASH_LIST_ID, slashOptionId, slashStateOf, takeSlash } from './slash-plugin.ts'

/** The blocks a slash finds. The keys stay with the text (see slash-plugin.ts); a screen reader follows the active one. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: () => slashStateOf(editor.state) })
  const found = open === null ? [] : findInsertable(open.typed)
  const activeId = open === null ? undefined : found[open.active]?.id
  const box = useCaretPlace(editor, open, 'below')
  useEffect(() => {
    if (activeId) document.getElementById(slashOptionId(activeId))?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  if (open === null) return null
  return createPortal(
    <div ref={box} className="popover slash">
      {found.length === 0 ? (
        <output className="slash-nothing">{t('No block of this name. Escape keeps what you typed.')}</output>
      ) : (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A select takes the focus; here it stays in the text.
        <div id={SLASH_LIST_ID} className="menu" role="listbox" aria-label={t('Blocks')}>
          {found.map(({ id, name, icon }) => (
            <div
              key={id}
              id={slashOptionId(id)}
              className="menu-item slash-item"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- As above.
              role="option"
              tabIndex={-1}
              aria-selected={id === activeId}
              data-focused={id === activeId || undefined}
              // Before the text loses the focus, and the menu with it.
              onMouseDown={(event) => {
                event.preventDefault()
                takeSlash(editor.view, id)
              }}
            >
              <Icon name={icon} />
              {name()}
            </div>
          ))}
        </div>
      )}
    </div>,
    document.body,
  )
}
