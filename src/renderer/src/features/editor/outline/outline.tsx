import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { useAfterTyping } from '../after-typing.ts'
import { headingAt, readOutline } from './read-outline.ts'
import './outline.css'

/** The headings of the text; choosing one goes there, with the caret. Where a level is left out it says so. */
export function Outline({ editor, onGone }: { editor: Editor; onGone: () => void }) {
  const { headings, current } = useAfterTyping(editor, ({ state }) => {
    const found = readOutline(state.doc)
    return { headings: found, current: headingAt(found, state.selection.head) }
  })
  if (headings.length === 0) {
    return (
      <p className="field-hint">
        No headings yet. Headings let a reader find the part they need; make one in the toolbar, or type ## and a space.
      </p>
    )
  }

  function goTo(index: number): void {
    const heading = headings[index]
    if (!heading) return
    onGone()
    const { doc, tr } = editor.state
    const place = doc.resolve(Math.min(heading.position, doc.content.size))
    editor.view.dispatch(tr.setSelection(TextSelection.near(place)))
    editor.view.focus()
    const { node } = editor.view.domAtPos(editor.state.selection.from)
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'start' })
  }

  return (
    <ListBox
      className="outline"
      aria-label="Outline"
      items={headings.map((heading, index) => ({ ...heading, id: index }))}
      dependencies={[current]}
      onAction={(key) => goTo(Number(key))}
    >
      {(heading) => (
        <ListBoxItem
          id={heading.id}
          className={`outline-heading outline-level-${heading.level}`}
          textValue={heading.text || 'Heading without words'}
          aria-current={heading.id === current ? 'location' : undefined}
        >
          <Text slot="label" className="outline-words" dir="auto">
            {heading.text || 'Heading without words'}
          </Text>
          <span className="visually-hidden">, level {heading.level}</span>
          {heading.jumpsFrom !== null && (
            <Text slot="description" className="outline-jump">
              Level {heading.level} right after level {heading.jumpsFrom}
            </Text>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
