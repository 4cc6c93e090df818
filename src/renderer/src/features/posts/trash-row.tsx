import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { TrashedPost } from '../../../../shared/contract/services.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { PostRow } from './post-row.tsx'
import { daysLeftWords } from './trash-words.ts'

interface TrashRowProps {
  post: PostSummary
  /** Undefined for one that lies in the trash of the blog. */
  trashed: TrashedPost | undefined
  isOpen: boolean
  onChosen: (() => void) | undefined
}

/** A post in the trash, how long it stays there, and the two ways out. */
export function TrashRow({ post, trashed, isOpen, onChosen }: TrashRowProps) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const [now] = useState(() => new Date())
  const [isAsking, setIsAsking] = useState(false)
  const takeOut = useMutation(
    core.posts.setTrashed.mutationOptions({
      onSuccess: () => showToast({ text: t('The post is out of the trash.') }),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const deleteNow = useMutation(
    core.trash.deleteNow.mutationOptions({
      onMutate: () => isOpen && navigate('/writing'),
      onSuccess: () => setIsAsking(false),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const name = post.title.trim() === '' ? t('Untitled') : post.title.slice(0, 200)
  return (
    <div className="trash-row">
      <PostRow isBest={false} post={post} isOpen={isOpen} onChosen={onChosen} />
      <div className="trash-acts">
        <span>{trashed ? daysLeftWords(trashed.goesAt, now) : t('In the trash of the blog')}</span>
        {trashed && (
          <Button
            look="link"
            aria-label={t('Take out: {name}', { name })}
            isPending={takeOut.isPending}
            onPress={() => takeOut.mutate({ postId: post.id, isTrashed: false })}
          >
            {t('Take out', {}, 'of the trash')}
          </Button>
        )}
        {trashed && trashed.goesAt !== null && (
          <Button look="link" aria-label={t('Delete now: {name}', { name })} onPress={() => setIsAsking(true)}>
            {t('Delete now…')}
          </Button>
        )}
      </div>
      <Dialog title={t('Delete this post for good?')} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          <strong className="writers-voice">
            <bdi>{name}</bdi>
          </strong>
        </p>
        <p>
          {t(
            'The post and every version of it leave this laptop. It was never on the blog, so nobody else has it, and this is the one thing here that cannot come back.',
          )}
        </p>
        <div className="dialog-actions">
          <Button onPress={() => setIsAsking(false)}>{t('Leave it in the trash')}</Button>
          <Button look="primary" isPending={deleteNow.isPending} onPress={() => deleteNow.mutate({ postId: post.id })}>
            {t('Delete for good')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
