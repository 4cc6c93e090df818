import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
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
        {t(
          'No headings yet. Headings let a reader find the part they need; make one in the toolbar, or type {signs} and a space.',
          { signs: '##' },
        )}
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
      aria-label={t('Outline')}
      items={headings.map((heading, index) => ({ ...heading, id: index }))}
      dependencies={[current]}
      onAction={(key) => goTo(Number(key))}
    >
      {(heading) => (
        <ListBoxItem
          id={heading.id}
          className={`outline-heading outline-level-${heading.level}`}
          textValue={heading.text || t('Heading without words')}
          aria-current={heading.id === current ? 'location' : undefined}
        >
          <Text slot="label" className="outline-words" dir="auto">
            {heading.text || t('Heading without words')}
          </Text>
          <span className="visually-hidden">, {t('level {level, number}', { level: heading.level })}</span>
          {heading.jumpsFrom !== null && (
            <Text slot="description" className="outline-jump">
              {t('Level {level, number} right after level {before, number}', {
                level: heading.level,
                before: heading.jumpsFrom,
              })}
            </Text>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
