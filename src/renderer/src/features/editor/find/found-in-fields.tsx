import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useState } from 'react'
import type { BesideField } from '../../../../../shared/content/words-beside.ts'
import { t } from '../../../../../shared/words/t.ts'
import { FieldMarks } from '../words/field-marks.ts'
import { fieldElement, revealField } from '../words/words-fields.ts'
import type { OpenWords, WordsPlace } from '../words/written-texts.ts'
import { found } from './find-plugin.ts'
import '../words/field-marks.css'

/** Does it, and brings the field of what is the current match then into sight; the text does so for its own. */
export function goTo({ view }: Editor, act: (view: EditorView) => void): void {
  act(view)
  const now = found(view.state)
  const match = now?.matches[now.current]
  const field = !match || match.in === 'text' ? null : fieldElement(view, match)
  if (field) revealField(field)
}

/** Marks what was found in fields, as the text marks its own. */
export function useFoundInFields(editor: Editor, matches: readonly WordsPlace[], current: number): void {
  const [marks] = useState(() => new FieldMarks<WordsPlace>())
  useEffect(() => () => marks.show([]), [marks])
  useEffect(() => {
    const inFields = matches.flatMap((place, index) => {
      const field = place.in === 'text' ? null : fieldElement(editor.view, place)
      if (!field) return []
      const className = index === current ? 'found found-current' : 'found'
      return [{ field, from: place.from, to: place.to, className, about: place }]
    })
    marks.show(inFields)
    const mark = inFields.find(({ about }) => about === matches[current])
    if (mark && mark.field !== document.activeElement) marks.bringIntoField(mark)
  }, [editor, marks, matches, current])
}

const fieldWords = (): Record<BesideField, string> => ({
  caption: t('In a caption'),
  alt: t('In the description of a picture'),
  credit: t('In a picture’s credit'),
  citation: t('In the source of a quote'),
  name: t('In the name of a file'),
  text: t('In the link to the rest'),
})
const AROUND = 24

/** Where the current match is; with the words around it where they are on no page that is open. */
export function FoundPlace({
  editor,
  match,
  fields,
}: {
  editor: Editor
  match: Exclude<WordsPlace, { in: 'text' }>
  fields: Pick<OpenWords, 'title' | 'excerpt'>
}) {
  if (match.in === 'title') return t('In the title')
  if (match.in === 'beside') return fieldWords()[match.field]
  if (fieldElement(editor.view, match)) return t('In the excerpt')
  const { from, to } = match
  const { excerpt } = fields
  return (
    <>
      {t('In the excerpt:')}{' '}
      <bdi className="found-passage">
        {from > AROUND && '…'}
        {excerpt.slice(Math.max(0, from - AROUND), from)}
        <mark className="found found-current">{excerpt.slice(from, to)}</mark>
        {excerpt.slice(to, to + AROUND)}
        {excerpt.length > to + AROUND && '…'}
      </bdi>
    </>
  )
}
