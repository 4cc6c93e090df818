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
import { t } from '../../../../../shared/words/t.ts'

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
  const title =
    shown.what === 'list' ? t('Saved replies') : shown.what === 'new' ? t('Save a reply') : t('Change a saved reply')
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

/** In which language it is, and whether it is offered on every blog. */
const scopeWords = (language: string, isEverywhere: boolean): string =>
  isEverywhere ? t('{language}, every blog', { language }) : language

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
          {t(
            'Nothing is saved yet. Write down once what you answer again and again; the reader’s name, the post and its address are filled in when you use it.',
          )}
        </p>
      )}
      {ofBlog.length > 0 && (
        <ul className="saved-list" aria-label={t('Saved replies')}>
          {ofBlog.map((reply) => (
            <li key={reply.id}>
              <span className="saved-list-words">
                <span className="saved-reply-name">
                  <bdi>{reply.name}</bdi>
                  <span className="field-hint">
                    {scopeWords(
                      reply.language === '' ? t('Any language') : languageName(reply.language),
                      reply.blogId === null,
                    )}
                  </span>
                </span>
                <span className="field-hint saved-reply-words" dir="auto" lang={reply.language || undefined}>
                  {replyWords(reply.text).replaceAll('\n', ' ')}
                </span>
              </span>
              <Button
                look="link"
                aria-label={t('Change {name}', { name: reply.name }, 'a saved reply')}
                onPress={() => onOpen({ what: 'change', reply })}
              >
                {t('Change', {}, 'button')}
              </Button>
              <Button
                look="link"
                aria-label={t('Remove {name}', { name: reply.name }, 'a saved reply')}
                onPress={() => remove.mutate({ id: reply.id }, { onSuccess: () => setRemoved(reply) })}
              >
                {t('Remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <output className="notice saved-removed">
        {removed !== null && (
          <>
            <bdi>{t('“{name}” is removed.', { name: removed.name }, 'a saved reply')}</bdi>
            <Button look="link" autoFocus onPress={() => putBack.mutate(removed)}>
              {t('Undo')}
            </Button>
          </>
        )}
      </output>
      {error && <ProblemNote error={appErrorOf(error)} />}
      <div className="dialog-actions">
        <Button onPress={() => onOpen({ what: 'new', text: '', language: '' })}>{t('New saved reply…')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </>
  )
}
