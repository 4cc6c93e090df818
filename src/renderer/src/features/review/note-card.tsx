import { useState } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import type { ReviewNote, ReviewRemark } from '../../../../shared/domain/review-file.ts'
import { Button } from '../../ui/button.tsx'
import { shortTime } from '../../ui/times.ts'
import { shortened } from './listed-suggestions.ts'
import type { Notes } from './use-notes.ts'
import type { ReviewActs } from './use-review-acts.ts'
import { useOneAtATime } from './use-one-at-a-time.ts'

interface NoteCardProps {
  note: ReviewNote
  notes: Notes
  canWrite: boolean
  acts: ReviewActs
}

/** One note with its answers. What it is about is shown in the words it had, also when they are gone from the text. */
export function NoteCard({ note, notes, canWrite, acts }: NoteCardProps) {
  const found = notes.places.get(note.id)
  const isGone = note.anchor !== null && found === null
  const isResolved = note.resolved !== null
  const quote = note.anchor?.quote ?? ''
  return (
    <li className="note-card" aria-current={notes.currentId === note.id ? 'true' : undefined}>
      {note.anchor !== null && (
        <div className="note-about">
          {isGone ? (
            <>
              <span className="badge tone-waits">Its words are gone</span>
              {quote !== '' && (
                <q className="writers-voice" dir="auto">
                  {shortened(quote)}
                </q>
              )}
            </>
          ) : (
            <>
              <Button look="link" onPress={() => notes.goTo(note)}>
                {quote === '' ? 'The block it is about' : <q dir="auto">{shortened(quote, 90)}</q>}
              </Button>
              {found?.isChanged && <span className="field-hint">written anew since</span>}
            </>
          )}
        </div>
      )}
      <Remark remark={note} />
      {note.replies.map((reply) => (
        <div key={reply.id} className="note-reply">
          <Remark remark={reply} />
        </div>
      ))}
      {note.resolved && (
        <p className="field-hint">
          Resolved by <bdi>{note.resolved.by}</bdi>, {shortTime(note.resolved.at)}
        </p>
      )}
      {canWrite && <NoteActs note={note} isResolved={isResolved} acts={acts} />}
    </li>
  )
}

function Remark({ remark }: { remark: ReviewRemark }) {
  return (
    <div>
      <p className="note-head">
        <strong>
          <bdi>{remark.authorName}</bdi>
        </strong>{' '}
        <time className="field-hint" dateTime={remark.writtenAt}>
          {shortTime(remark.writtenAt)}
        </time>
      </p>
      <p className="note-words" dir="auto">
        {remark.words}
      </p>
    </div>
  )
}

function NoteActs({ note, isResolved, acts }: { note: ReviewNote; isResolved: boolean; acts: ReviewActs }) {
  const [text, setText] = useState<string | null>(null)
  const about = `the note by ${note.authorName}`
  const answer = useOneAtATime(async () => {
    if (text === null || text.trim() === '') return
    await acts.reply(note.id, text)
    setText(null)
  })
  if (text === null)
    return (
      <div className="suggestion-acts">
        <Button look="link" aria-label={`Answer ${about}`} onPress={() => setText('')}>
          Answer
        </Button>
        <Button
          look="link"
          aria-label={isResolved ? `Open ${about} again` : `Resolve ${about}`}
          onPress={() => acts.setResolved(note.id, !isResolved)}
        >
          {isResolved ? 'Open it again' : 'Resolve'}
        </Button>
      </div>
    )
  return (
    <div className="new-note">
      <TextField aria-label={`Answer to ${about}`} value={text} onChange={setText} autoFocus>
        <TextArea className="input" dir="auto" rows={2} maxLength={20_000} />
      </TextField>
      <div className="new-note-acts">
        <Button isDisabled={text.trim() === ''} isPending={answer.isPending} onPress={answer.run}>
          Answer
        </Button>
        <Button look="quiet" onPress={() => setText(null)}>
          Not now
        </Button>
      </div>
    </div>
  )
}
