import { useState } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import type { ReviewNote, ReviewRemark } from '../../../../shared/domain/review-file.ts'
import { Button } from '../../ui/button.tsx'
import { shortTime } from '../../ui/times.ts'
import { shortened } from './listed-suggestions.ts'
import type { Notes } from './use-notes.ts'
import type { ReviewActs } from './use-review-acts.ts'
import { useOneAtATime } from './use-one-at-a-time.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

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
              <span className="badge tone-waits">{t('Its words are gone', {}, 'what a note is about')}</span>
              {quote !== '' && (
                <q className="writers-voice" dir="auto">
                  {shortened(quote)}
                </q>
              )}
            </>
          ) : (
            <>
              <Button look="link" onPress={() => notes.goTo(note)}>
                {quote === '' ? t('The block it is about') : <q dir="auto">{shortened(quote, 90)}</q>}
              </Button>
              {found?.isChanged && <span className="field-hint">{t('written anew since')}</span>}
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
          <Rich
            message="Resolved by <name>{name}</name>, {time}"
            values={{ name: note.resolved.by, time: shortTime(note.resolved.at) }}
            parts={{ name: <bdi /> }}
          />
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
  const name = note.authorName
  const answer = useOneAtATime(async () => {
    if (text === null || text.trim() === '') return
    await acts.reply(note.id, text)
    setText(null)
  })
  if (text === null)
    return (
      <div className="suggestion-acts">
        <Button look="link" aria-label={t('Answer the note by {name}', { name })} onPress={() => setText('')}>
          {t('Answer', {}, 'button')}
        </Button>
        <Button
          look="link"
          aria-label={
            isResolved ? t('Open it again: the note by {name}', { name }) : t('Resolve the note by {name}', { name })
          }
          onPress={() => acts.setResolved(note.id, !isResolved)}
        >
          {isResolved ? t('Open it again', {}, 'a note') : t('Resolve', {}, 'a note')}
        </Button>
      </div>
    )
  return (
    <div className="new-note">
      <TextField aria-label={t('Answer to the note by {name}', { name })} value={text} onChange={setText} autoFocus>
        <TextArea className="input" dir="auto" rows={2} maxLength={20_000} />
      </TextField>
      <div className="new-note-acts">
        <Button isDisabled={text.trim() === ''} isPending={answer.isPending} onPress={answer.run}>
          {t('Answer', {}, 'button')}
        </Button>
        <Button look="quiet" onPress={() => setText(null)}>
          {t('Not now')}
        </Button>
      </div>
    </div>
  )
}
