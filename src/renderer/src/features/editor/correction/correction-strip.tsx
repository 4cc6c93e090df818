import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { replyOfPlainWords } from '../../../../../shared/conversation/reply-text.ts'
import type { Correction } from '../../../../../shared/domain/correction.ts'
import type { CommentId } from '../../../../../shared/domain/ids.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import { Rich } from '../../../ui/rich.tsx'
import { useReplyDrafts } from '../../comments/use-reply-drafts.ts'
import { appendUpdateNote } from '../insert/insert-update-note.ts'
import { usePostSummary } from '../use-post-summary.ts'
import { correctedWords } from './corrected-words.ts'
import './correction.css'

interface CorrectionStripProps {
  post: Post
  language: string
  editor: Editor
  /** Opens the conversation at the comment. */
  onThread: (commentId: CommentId) => void
}

/** Which comments the open post is being corrected for, what is done for each, and what comes next. */
export function CorrectionStrip(props: CorrectionStripProps) {
  const { post } = props
  const { core } = useCore()
  const corrections = useQuery(core.corrections.ofPost.queryOptions({ postId: post.id }))
  return corrections.data?.map((correction) => (
    <OneCorrection key={correction.commentId} correction={correction} {...props} />
  ))
}

function OneCorrection(props: CorrectionStripProps & { correction: Correction }) {
  const { correction, post, language, editor, onThread } = props
  const { core } = useCore()
  const { link } = usePostSummary(post)
  const drafts = useReplyDrafts()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const takeUp = useMutation(core.corrections.takeUp.mutationOptions({ onError }))
  const { commentId, authorName, words, isChanged, isNoted, post: corrected, answer } = correction
  const putAway = useMutation(
    core.corrections.putAway.mutationOptions({
      onError,
      onSuccess: () =>
        showToast({
          text: t('Put away. What you wrote in the post stays.'),
          action: { label: t('Undo'), run: () => takeUp.mutate({ commentId }) },
        }),
    }),
  )

  function writeAnswer(): void {
    if (answer === 'not-begun')
      drafts.add(commentId, replyOfPlainWords(correctedWords(language, authorName, link ?? '')))
    onThread(commentId)
  }

  return (
    <section
      className="correction-strip"
      aria-label={
        authorName
          ? t('Correction after what {name} wrote', { name: authorName })
          : t('Correction after what the reader wrote')
      }
    >
      <p className="correction-comment">
        <Button look="link" onPress={() => onThread(commentId)}>
          <span>
            {authorName ? (
              <Rich message="<name>{name}</name> wrote" values={{ name: authorName }} parts={{ name: <bdi /> }} />
            ) : (
              t('the reader wrote')
            )}
          </span>
        </Button>{' '}
        <q className="writers-voice" dir="auto">
          {words}
        </q>
      </p>
      <ol className="correction-steps">
        <Step isDone={isChanged}>{t('Correct the text')}</Step>
        <Step isDone={isNoted}>
          {isNoted ? (
            t('Say so in a dated note')
          ) : (
            <Button look="link" onPress={() => appendUpdateNote(editor)}>
              {t('Say so in a dated note')}
            </Button>
          )}
        </Step>
        <Step isDone={corrected !== 'not-asked'}>
          {corrected === 'waits'
            ? t('The post is in the outbox')
            : corrected === 'on-the-blog'
              ? t('The post is on the blog')
              : t('Update the post')}
        </Step>
        <Step isDone={answer === 'waits'}>
          {answer === 'waits' ? (
            t('Your answer is in the outbox')
          ) : (
            <Button look="link" isDisabled={!drafts.isRead} onPress={writeAnswer}>
              {answer === 'begun'
                ? t('Go on with the answer')
                : authorName
                  ? t('Answer {name} with the link', { name: authorName })
                  : t('Answer the reader with the link')}
            </Button>
          )}
        </Step>
      </ol>
      <Button look="quiet" onPress={() => putAway.mutate({ commentId })}>
        {answer === 'waits' ? t('Done') : t('Put away')}
      </Button>
    </section>
  )
}

function Step({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  return (
    <li className={isDone ? 'is-done' : undefined}>
      <span className="correction-mark">{isDone && <Icon name="check" />}</span>
      {isDone && <span className="visually-hidden">{t('Done:')} </span>}
      {children}
    </li>
  )
}
