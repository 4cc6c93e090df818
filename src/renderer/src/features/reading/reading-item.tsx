import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { FeedItemId } from '../../../../shared/domain/ids.ts'
import type { FeedItem } from '../../../../shared/domain/reading.ts'
import { findStrange } from '../../../../shared/content/strange-letters.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { cleanForeignHtml } from '../../ui/clean-foreign-html.ts'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { longTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { StrangeNote } from '../comments/strange-note.tsx'
import { BesideItem } from './beside-item.tsx'
import { openPage } from './open-page.ts'

const READ_AFTER_MS = 800

/** One item with its text, and beside it what the person writes. */
export function ReadingItem({ itemId, showsBack }: { itemId: FeedItemId; showsBack: boolean }) {
  const { core } = useCore()
  const item = useQuery(core.reading.item.queryOptions({ itemId }))
  if (item.error)
    return (
      <section className="paper">
        <Problem error={appErrorOf(item.error)}>
          <Link href="/reading">{t('All items', {}, 'of feeds')}</Link>
        </Problem>
      </section>
    )
  return item.data ? <Shown item={item.data} showsBack={showsBack} /> : <section className="paper" />
}

function Shown({ item, showsBack }: { item: FeedItem; showsBack: boolean }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const [, navigate] = useLocation()
  const lines = useQuery(core.line.list.queryOptions())
  const hasLine = lines.data?.some(({ state }) => state === 'open') ?? false
  const { words, strange } = useMemo(() => {
    const clean = cleanForeignHtml(item.html)
    return { words: { __html: clean.html }, strange: clean.strange }
  }, [item.html])
  const isTitleMixed = findStrange(item.title).some(({ kind }) => kind === 'mixed')
  const { mutate: setRead } = useMutation(core.reading.setRead.mutationOptions())
  const writeAbout = useMutation(
    core.reading.writeAbout.mutationOptions({
      onSuccess: ({ id }) => navigate(`/writing/${id}`),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const { id } = item
  useEffect(() => {
    const timer = setTimeout(() => setRead({ itemIds: [id], isRead: true }), READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [id, setRead])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and J and K begin here
    <section className="paper item" aria-label={item.title || t('Untitled')} tabIndex={0}>
      <div className="item-sheet">
        {showsBack && (
          <Link href="/reading" className="button button-link item-back">
            <Icon name="back" /> {t('All items', {}, 'of feeds')}
          </Link>
        )}
        <h2 className="writers-voice" dir="auto">
          {item.title || t('Untitled')}
        </h2>
        <p className="item-facts">
          <bdi>{item.feedTitle}</bdi>
          {item.authorName !== '' && item.authorName !== item.feedTitle && <bdi>{item.authorName}</bdi>}
          <time dateTime={item.publishedAt}>{longTime(item.publishedAt)}</time>
          {item.feedId === null && <span className="badge tone-plain">{t('Feed removed')}</span>}
        </p>
        <div className="item-acts">
          {blog.kind !== 'archive' && (
            <Button isPending={writeAbout.isPending} onPress={() => writeAbout.mutate({ itemId: id, blogId: blog.id })}>
              {t('Write about this')}
            </Button>
          )}
          {item.url !== null && <PageButton url={item.url} hasLine={hasLine} />}
          <Button look="link" onPress={() => setRead({ itemIds: [id], isRead: !item.isRead })}>
            {item.isRead ? t('Mark as new') : t('Mark as read')}
          </Button>
        </div>
        {/* oxlint-disable-next-line react/no-danger -- cleanForeignHtml is the one sanitiser */}
        <div className="item-words writers-voice" dir={item.direction} dangerouslySetInnerHTML={words} />
        {isTitleMixed && <p className="strange-note">{t('The title mixes letters of alphabets that look alike.')}</p>}
        <StrangeNote name={item.authorName} strange={strange} />
        {!item.hasFullText && (
          <p className="field-hint">
            {t('The feed has no more than this.')}
            {item.url !== null && ` ${t('The whole text is on its page.')}`}
          </p>
        )}
        <BesideItem item={item} hasLine={hasLine} />
      </div>
    </section>
  )
}

/** Where it leads stands beside it: the name of a feed says nothing of that. */
function PageButton({ url, hasLine }: { url: string; hasLine: boolean }) {
  return (
    <Button look="link" isDisabled={!hasLine} onPress={() => openPage(url)}>
      <span>
        {hasLine ? (
          <Rich
            message="Open its page (<host>{host}</host>)"
            values={{ host: new URL(url).host }}
            parts={{ host: <bdi /> }}
          />
        ) : (
          <Rich
            message="Its page opens when there is a line (<host>{host}</host>)"
            values={{ host: new URL(url).host }}
            parts={{ host: <bdi /> }}
          />
        )}
      </span>
    </Button>
  )
}
