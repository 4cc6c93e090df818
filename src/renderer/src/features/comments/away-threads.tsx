import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { AwayComments, AwayStatus } from '../../../../shared/domain/conversation.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { longTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import { CommentCard } from './comment-card.tsx'
import { CommentList, type CommentListHandle } from './comment-list.tsx'
import { ConversationFoot } from './conversation-foot.tsx'
import type { PlacedComment } from './threads.ts'
import { useNotice } from './use-notice.ts'
import { useReplyDrafts } from './use-reply-drafts.ts'
import { useSelection } from './use-selection.ts'
import { useTriage } from './use-triage.ts'
import { t } from '../../../../shared/words/t.ts'

/** What was put away, as a place. */
export const awayName = (status: AwayStatus): string =>
  status === 'spam' ? t('Spam', {}, 'comments that were put away') : t('Trash', {}, 'comments that were put away')

/** What readers do not see, to be looked through and brought back. The blog is asked when this is opened and there is a line. */
export function AwayThreads({ status, showsBack }: { status: AwayStatus; showsBack: boolean }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const away = useQuery(core.comments.away.queryOptions({ blogId: blog.id, status }))
  const ask = useMutation(core.comments.readAway.mutationOptions())
  const isOpen = line?.state === 'open'
  const askNow = (): void => ask.mutate({ blogId: blog.id, status })
  const askOnOpening = useEffectEvent(askNow)
  useEffect(() => {
    if (isOpen) askOnOpening()
  }, [isOpen])

  const items = useMemo(
    () => (away.data?.comments ?? []).map((comment): PlacedComment => ({ comment, depth: 0 })),
    [away.data],
  )
  const list = useRef<CommentListHandle>(null)
  const selection = useSelection(items)
  const notice = useNotice()
  const drafts = useReplyDrafts()
  const triage = useTriage({ blog, items, list, selection, notice })
  const { toggle, extendTo } = selection
  const choose = useCallback(
    (commentId: string, how: 'toggle' | 'extend') => (how === 'extend' ? extendTo(commentId) : toggle(commentId)),
    [toggle, extendTo],
  )

  return (
    <section className="paper" aria-label={awayName(status)}>
      <header className="threads-head">
        {showsBack && (
          <Link href="/conversation" className="button button-link">
            <Icon name="back" /> {t('All conversations')}
          </Link>
        )}
        <h2>{awayName(status)}</h2>
        {items.length > 1 && (
          <Button look="link" onPress={selection.chooseAll}>
            {t('Choose all')}
          </Button>
        )}
        <Button look="link" isPending={ask.isPending} isDisabled={!isOpen} onPress={askNow}>
          {t('Ask the blog again')}
        </Button>
      </header>
      {away.data && (
        <output className="away-known">
          {ask.isPending ? `${t('Asking the blog…')} ` : ''}
          {knownWords(away.data, { status, isOpen })}
          {ask.error && isOpen ? ` ${errorLine(appErrorOf(ask.error))}` : ''}
        </output>
      )}
      {away.error && <Problem error={appErrorOf(away.error)} />}
      {away.data && items.length === 0 && !ask.isPending && (
        <Empty title={status === 'spam' ? t('No spam here') : t('Nothing in the trash here')}>
          <p>
            {away.data.readAt === null
              ? t('What you put here yourself shows without asking.')
              : away.data.elsewhereCount > 0
                ? t('The blog had none under the posts of this laptop.')
                : t('The blog had none.')}
          </p>
        </Empty>
      )}
      {items.length > 0 && (
        <CommentList
          ref={list}
          items={items}
          onKeyDown={triage.onKeyDown}
          onChoose={choose}
          onSeen={nothing}
          renderItem={({ comment }, { isCurrent }) => (
            <CommentCard
              comment={comment}
              isNew={false}
              isReply={false}
              answers={null}
              showsPost
              isCurrent={isCurrent}
              isAnswering={false}
              isChosen={selection.ids.has(comment.id)}
              triage={triage}
              notice={notice}
              drafts={drafts}
              onChoose={choose}
              onAnswering={nothing}
              onShow={nothing}
            />
          )}
        />
      )}
      <ConversationFoot selection={selection} triage={triage} notice={notice} list={list} />
    </section>
  )
}

const nothing = (): void => undefined

/** What is known, from when, and what is not. */
function knownWords(known: AwayComments, { status, isOpen }: { status: AwayStatus; isOpen: boolean }): string {
  const { readAt, isWhole, elsewhereCount, comments, count } = known
  return [
    isOpen ? '' : t('There is no line.'),
    readAt === null ? notAskedWords(status) : t('As the blog had it on {time}.', { time: longTime(readAt) }),
    readAt !== null && !isOpen ? t('What came or went since is not here.') : '',
    readAt !== null && !isWhole ? t('Only the newest were read; the blog has older ones.') : '',
    count > comments.length
      ? t('The newest {shown, number} of {count, number} are shown.', { shown: comments.length, count })
      : '',
    elsewhereCount > 0
      ? t('{count, plural, one {One more stands} other {# more stand}} under posts that are not on this laptop.', {
          count: elsewhereCount,
        })
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const notAskedWords = (status: AwayStatus): string =>
  status === 'spam'
    ? t('The blog was not asked for its spam yet; here is only what this laptop saw go there.')
    : t('The blog was not asked for its trash yet; here is only what this laptop saw go there.')
