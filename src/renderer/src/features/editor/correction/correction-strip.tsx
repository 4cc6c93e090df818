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
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { showToast } from '../../../ui/toasts.tsx'
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
  const name = authorName || 'the reader'
  const putAway = useMutation(
    core.corrections.putAway.mutationOptions({
      onError,
      onSuccess: () =>
        showToast({
          text: 'Put away. What you wrote in the post stays.',
          action: { label: 'Undo', run: () => takeUp.mutate({ commentId }) },
        }),
    }),
  )

  function writeAnswer(): void {
    if (answer === 'not-begun')
      drafts.add(commentId, replyOfPlainWords(correctedWords(language, authorName, link ?? '')))
    onThread(commentId)
  }

  return (
    <section className="correction-strip" aria-label={`Correction after what ${name} wrote`}>
      <p className="correction-comment">
        <Button look="link" onPress={() => onThread(commentId)}>
          <span>
            <bdi>{name}</bdi> wrote
          </span>
        </Button>{' '}
        <q className="writers-voice" dir="auto">
          {words}
        </q>
      </p>
      <ol className="correction-steps">
        <Step isDone={isChanged}>Correct the text</Step>
        <Step isDone={isNoted}>
          {isNoted ? (
            'Say so in a dated note'
          ) : (
            <Button look="link" onPress={() => appendUpdateNote(editor)}>
              Say so in a dated note
            </Button>
          )}
        </Step>
        <Step isDone={corrected !== 'not-asked'}>
          {corrected === 'waits'
            ? 'The post is in the outbox'
            : corrected === 'on-the-blog'
              ? 'The post is on the blog'
              : 'Update the post'}
        </Step>
        <Step isDone={answer === 'waits'}>
          {answer === 'waits' ? (
            'Your answer is in the outbox'
          ) : (
            <Button look="link" isDisabled={!drafts.isRead} onPress={writeAnswer}>
              {answer === 'begun' ? 'Go on with the answer' : `Answer ${name} with the link`}
            </Button>
          )}
        </Step>
      </ol>
      <Button look="quiet" onPress={() => putAway.mutate({ commentId })}>
        {answer === 'waits' ? 'Done' : 'Put away'}
      </Button>
    </section>
  )
}

function Step({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  return (
    <li className={isDone ? 'is-done' : undefined}>
      <span className="correction-mark">{isDone && <Icon name="check" />}</span>
      {isDone && <span className="visually-hidden">Done: </span>}
      {children}
    </li>
  )
}
