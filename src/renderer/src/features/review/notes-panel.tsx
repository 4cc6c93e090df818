import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { Where } from '../../../../shared/content/checks/finding.ts'
import { readPost } from '../../../../shared/content/checks/readable-post.ts'
import { makeAnchor } from '../../../../shared/content/anchors/make-anchor.ts'
import type { PostWords } from '../../../../shared/domain/post.ts'
import type { Review } from '../../../../shared/domain/review.ts'
import { Button } from '../../ui/button.tsx'
import { wordsIn, rangeOf } from '../editor/checks/locate.ts'
import { readDocument } from '../editor/read-document.ts'
import { shortened } from './listed-suggestions.ts'
import { NoteCard } from './note-card.tsx'
import { selectedPlace } from './note-places.ts'
import type { Notes } from './use-notes.ts'
import type { ReviewActs } from './use-review-acts.ts'
import { useOneAtATime } from './use-one-at-a-time.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

interface NotesPanelProps {
  review: Review
  name: string
  editor: Editor
  words: PostWords
  notes: Notes
  acts: ReviewActs
}

/** Notes at passages and about the whole post, open ones first; the passage of one may be gone, its words never are. */
export function NotesPanel({ review, name, editor, words, notes, acts }: NotesPanelProps) {
  const [showsResolved, setShowsResolved] = useState(false)
  const open = review.notes.filter(({ resolved }) => resolved === null)
  const resolved = review.notes.filter((note) => note.resolved !== null)
  return (
    <>
      {name === '' ? (
        <p className="field-hint">{t('Say who you are above the text, and you can write notes.')}</p>
      ) : (
        <NewNote editor={editor} words={words} acts={acts} />
      )}
      {open.length === 0 && <p className="field-hint">{t('There are no open notes.')}</p>}
      <ol className="note-list" aria-label={t('Notes', {}, 'of a review')}>
        {open.map((note) => (
          <NoteCard key={note.id} note={note} notes={notes} canWrite={name !== ''} acts={acts} />
        ))}
      </ol>
      {resolved.length > 0 && (
        <>
          <Button look="link" aria-expanded={showsResolved} onPress={() => setShowsResolved(!showsResolved)}>
            {t('{count, plural, one {# resolved note} other {# resolved notes}}', { count: resolved.length })}
          </Button>
          {showsResolved && (
            <ol className="note-list" aria-label={t('Resolved notes')}>
              {resolved.map((note) => (
                <NoteCard key={note.id} note={note} notes={notes} canWrite={name !== ''} acts={acts} />
              ))}
            </ol>
          )}
        </>
      )}
    </>
  )
}

/** About what is selected in the text; about the whole post when nothing is. */
function NewNote({ editor, words, acts }: Pick<NotesPanelProps, 'editor' | 'words' | 'acts'>) {
  const [text, setText] = useState('')
  const place = useEditorState({ editor, selector: () => selectedPlace(editor) })
  const quote = place && quoteOf(editor, place)
  const write = useOneAtATime(async () => {
    const anchor = place && makeAnchor(readPost({ ...words, document: readDocument(editor) }), place)
    await acts.addNote(anchor, text)
    setText('')
  })
  return (
    <div className="new-note">
      <TextField className="field" value={text} onChange={setText}>
        <Label>
          {place ? (
            quote === '' ? (
              t('Note on this block')
            ) : (
              <Rich
                message="Note on “<quote>{quote}</quote>”"
                values={{ quote: shortened(quote ?? '', 60) }}
                parts={{ quote: <bdi /> }}
              />
            )
          ) : (
            t('Note on the whole post')
          )}
        </Label>
        <TextArea
          className="input"
          dir="auto"
          rows={2}
          maxLength={20_000}
          data-new-note
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') write.run()
          }}
        />
      </TextField>
      <div className="new-note-acts">
        <Button isDisabled={text.trim() === ''} isPending={write.isPending} onPress={write.run}>
          {t('Write the note')}
        </Button>
        <span className="field-hint">
          {place ? t('Ctrl+Enter', {}, 'keys') : t('Select words in the text to write about them (Ctrl+Alt+M).')}
        </span>
      </div>
    </div>
  )
}

function quoteOf(editor: Editor, place: Where): string {
  const range = place.in === 'text' ? rangeOf(editor.state.doc, place) : null
  return range ? wordsIn(editor.state.doc, range.from, range.to) : ''
}
