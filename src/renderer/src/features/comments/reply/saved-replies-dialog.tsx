import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { replyWords } from '../../../../../shared/conversation/reply-text.ts'
import type { BlogId } from '../../../../../shared/domain/ids.ts'
import type { SavedReply } from '../../../../../shared/domain/saved-reply.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { languageName } from '../../editor/details/languages.ts'
import { SavedReplyForm } from './saved-reply-form.tsx'

export type OpenSavedReply =
  { what: 'list' } | { what: 'new'; text: string; language: string } | { what: 'change'; reply: SavedReply }

interface SavedRepliesDialogProps {
  blogId: BlogId
  open: OpenSavedReply
  isOpen: boolean
  onClose: () => void
}

/** What is said again and again, to be added, changed and taken away. */
export function SavedRepliesDialog({ blogId, open, isOpen, onClose }: SavedRepliesDialogProps) {
  const [shown, setShown] = useState(open)
  const title = shown.what === 'list' ? 'Saved replies' : shown.what === 'new' ? 'Save a reply' : 'Change a saved reply'
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isKept={shown.what !== 'list'}>
      {shown.what === 'list' ? (
        <SavedList blogId={blogId} onOpen={setShown} onClose={onClose} />
      ) : (
        <SavedReplyForm
          key={shown.what === 'change' ? shown.reply.id : 'new'}
          blogId={blogId}
          begun={shown.what === 'change' ? shown.reply : { text: shown.text, language: shown.language }}
          onDone={() => (open.what === 'new' ? onClose() : setShown({ what: 'list' }))}
        />
      )}
    </Dialog>
  )
}

interface SavedListProps {
  blogId: BlogId
  onOpen: (open: OpenSavedReply) => void
  onClose: () => void
}

function SavedList({ blogId, onOpen, onClose }: SavedListProps) {
  const { core } = useCore()
  const saved = useQuery(core.savedReplies.list.queryOptions())
  const [removed, setRemoved] = useState<SavedReply | null>(null)
  const remove = useMutation(core.savedReplies.remove.mutationOptions())
  const putBack = useMutation(core.savedReplies.put.mutationOptions({ onSuccess: () => setRemoved(null) }))
  const error = saved.error ?? remove.error ?? putBack.error
  const ofBlog = (saved.data ?? []).filter((reply) => reply.blogId === null || reply.blogId === blogId)
  return (
    <>
      {saved.data && ofBlog.length === 0 && (
        <p className="field-hint">
          Nothing is saved yet. Write down once what you answer again and again; the reader’s name, the post and its
          address are filled in when you use it.
        </p>
      )}
      {ofBlog.length > 0 && (
        <ul className="saved-list" aria-label="Saved replies">
          {ofBlog.map((reply) => (
            <li key={reply.id}>
              <span className="saved-list-words">
                <span className="saved-reply-name">
                  <bdi>{reply.name}</bdi>
                  <span className="field-hint">
                    {reply.language === '' ? 'Any language' : languageName(reply.language)}
                    {reply.blogId === null && ', every blog'}
                  </span>
                </span>
                <span className="field-hint saved-reply-words" dir="auto" lang={reply.language || undefined}>
                  {replyWords(reply.text).replaceAll('\n', ' ')}
                </span>
              </span>
              <Button look="link" aria-label={`Change ${reply.name}`} onPress={() => onOpen({ what: 'change', reply })}>
                Change
              </Button>
              <Button
                look="link"
                aria-label={`Remove ${reply.name}`}
                onPress={() => remove.mutate({ id: reply.id }, { onSuccess: () => setRemoved(reply) })}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <output className="notice saved-removed">
        {removed !== null && (
          <>
            <bdi>“{removed.name}” is removed.</bdi>
            <Button look="link" autoFocus onPress={() => putBack.mutate(removed)}>
              Undo
            </Button>
          </>
        )}
      </output>
      {error && <ProblemNote error={appErrorOf(error)} />}
      <div className="dialog-actions">
        <Button onPress={() => onOpen({ what: 'new', text: '', language: '' })}>New saved reply…</Button>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </>
  )
}
