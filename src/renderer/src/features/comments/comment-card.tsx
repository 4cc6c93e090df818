import { memo, useId, useMemo } from 'react'
import { Checkbox } from 'react-aria-components'
import { Link } from 'wouter'
import type { Comment, CommentStatus } from '../../../../shared/domain/comment.ts'
import { heldByTheBlog } from '../../../../shared/reply-sentences.ts'
import { entryStateWords, entryWords, type StateWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { cleanForeignHtml } from '../../ui/clean-foreign-html.ts'
import { Icon } from '../../ui/icon.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { CorrectionLine } from './correction-line.tsx'
import { DueBadge } from './due-badge.tsx'
import { ReplyBox } from './reply/reply-box.tsx'
import { ReplyStanding } from './reply/reply-standing.tsx'
import { StrangeNote } from './strange-note.tsx'
import { CommentActions } from './comment-actions.tsx'
import type { ReplyDrafts } from './use-reply-drafts.ts'
import type { Notice } from './use-notice.ts'
import type { Triage } from './use-triage.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

interface CommentCardProps {
  comment: Comment
  isNew: boolean
  isReply: boolean
  /** Whom it answers, where that does not stand directly above it. */
  answers: Comment | null
  /** Names the post, where comments of many stand together. */
  showsPost?: boolean
  /** The one that the keys are about. */
  isCurrent: boolean
  isAnswering: boolean
  isChosen: boolean
  triage: Triage
  notice: Notice
  drafts: ReplyDrafts
  onChoose: (commentId: string, how: 'toggle' | 'extend') => void
  onAnswering: (commentId: string, isOpen: boolean) => void
  onShow: (commentId: string) => void
}

/** Remembered, because a list that is scrolled asks for its cards with each frame. */
export const CommentCard = memo(function CommentCard(props: CommentCardProps) {
  const { comment, isNew, isReply, answers, isCurrent, isAnswering, isChosen, showsPost = false } = props
  const { triage, notice, drafts, onChoose, onAnswering, onShow } = props
  const { words, strange } = useMemo(() => {
    const clean = cleanForeignHtml(comment.contentHtml)
    return { words: { __html: clean.html }, strange: clean.strange }
  }, [comment.contentHtml])
  const blog = useActiveBlog()
  const statesId = useId()
  const wordsId = useId()
  const { moderation } = comment
  const canChoose = comment.entry === null && blog.kind !== 'archive'
  const isHeldByBlog = comment.isMine && comment.entry === null && comment.status === 'hold' && moderation === null
  const isAway = moderation !== null && (moderation.to === 'spam' || moderation.to === 'trash')
  return (
    <article
      className={`comment${isReply ? ' comment-reply' : ''}${isAway ? ' comment-away' : ''}${isChosen ? ' comment-chosen' : ''}`}
      data-comment-id={comment.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys are about the card that has the focus, as in ARIA's feed
      tabIndex={isCurrent ? 0 : -1}
      // Whoever goes through a thread by ear hears how each stands and what it says, not only who wrote it.
      aria-describedby={`${statesId} ${wordsId}`}
      aria-label={t('Comment by {name}', { name: comment.authorName || t('somebody') })}
    >
      <header className="comment-head">
        {canChoose && (
          <Checkbox
            className="checkbox comment-choice"
            aria-label={t('Choose what {name} wrote', { name: comment.authorName || t('somebody') })}
            isSelected={isChosen}
            onChange={() => onChoose(comment.id, 'toggle')}
          >
            <span className="checkbox-box">
              <Icon name="check" />
            </span>
          </Checkbox>
        )}
        <strong>
          <bdi>{comment.authorName || t('Somebody')}</bdi>
        </strong>
        {comment.isMine && blog.kind !== 'practice' && (
          <span className="field-hint">{t('You', {}, 'who wrote it')}</span>
        )}
        {comment.isByColleague && <span className="field-hint">{t('Colleague')}</span>}
        <time dateTime={comment.createdAt} className="field-hint">
          {shortTime(comment.createdAt)}
        </time>
        {showsPost && (
          <Link href={`/conversation/${comment.postId}`}>
            <Rich
              message="on <post>{title}</post>"
              context="a comment on a post"
              values={{ title: comment.postTitle || t('Untitled') }}
              parts={{ post: <bdi /> }}
            />
          </Link>
        )}
        {answers !== null && (
          <Button look="link" onPress={() => onShow(answers.id)}>
            <span>
              <Rich
                message="answers <name>{name}</name>"
                context="a comment that answers another"
                values={{ name: answers.authorName || t('somebody') }}
                parts={{ name: <bdi /> }}
              />
            </span>
          </Button>
        )}
        <CommentStates id={statesId} comment={comment} isNew={isNew} />
      </header>
      {/* oxlint-disable-next-line react/no-danger -- cleanForeignHtml is the one sanitiser */}
      <div id={wordsId} className="comment-words writers-voice" dir="auto" dangerouslySetInnerHTML={words} />
      <StrangeNote name={comment.authorName} strange={strange} />
      {isHeldByBlog && <p className="field-hint">{heldByTheBlog()}</p>}
      {comment.entry !== null && (
        <ReplyStanding
          entry={comment.entry}
          notice={notice}
          drafts={drafts}
          onDraft={(commentId) => onAnswering(commentId, true)}
        />
      )}
      {canChoose && <CorrectionLine comment={comment} />}
      {comment.entry === null &&
        blog.kind !== 'archive' &&
        (isAnswering ? (
          <ReplyBox
            comment={comment}
            drafts={drafts}
            triage={triage}
            notice={notice}
            onClose={() => onAnswering(comment.id, false)}
          />
        ) : (
          <CommentActions comment={comment} triage={triage} onReply={() => onAnswering(comment.id, true)} />
        ))}
    </article>
  )
})

/** How it stands, a word each; by ear, the words of the comment follow. */
function CommentStates({ id, comment, isNew }: { id: string; comment: Comment; isNew: boolean }) {
  const { entry, moderation } = comment
  const status = moderation === null ? statusWord(comment) : null
  return (
    <span id={id} className="comment-states">
      {isNew && !comment.isMine && <span className="badge tone-new">{t('New', {}, 'a comment')}</span>}
      {comment.isUnanswered && <span className="badge tone-waits">{t('Unanswered', {}, 'a comment')}</span>}
      {comment.isUnanswered && <DueBadge askedAt={comment.createdAt} />}
      {entry !== null && <StateBadge words={entryWords(entry)} />}
      {entry === null && status !== null && <span className="badge tone-plain">{status}</span>}
      {moderation !== null && <StateBadge words={decisionWords(moderation)} />}
      {comment.isFlagged && <span className="badge tone-new">{t('Flagged', {}, 'a comment')}</span>}
      <span className="visually-hidden">:</span>
    </span>
  )
}

/** What was decided here, and how far it has come. */
function decisionWords(moderation: NonNullable<Comment['moderation']>): StateWords {
  const { word, sentence, tone } = entryStateWords(moderation)
  const decided = decisionWord(moderation.to)
  return { word: tone === 'needs-you' ? `${decided} · ${word.toLowerCase()}` : decided, sentence, tone }
}

function decisionWord(to: CommentStatus): string {
  switch (to) {
    case 'approved':
      return t('Will be approved')
    case 'hold':
      return t('Will be held')
    case 'spam':
      return t('Goes to the spam')
    case 'trash':
      return t('Goes to the trash')
  }
}

/** Nothing for an approved comment: readers see it, and that is the rule. */
function statusWord({ status, isMine }: Comment): string | null {
  switch (status) {
    case 'approved':
      return null
    case 'hold':
      return isMine ? t('Held by the blog', {}, 'state') : t('Held', {}, 'a comment')
    case 'spam':
      return t('Spam', {}, 'a comment')
    case 'trash':
      return t('In the trash', {}, 'state')
  }
}
