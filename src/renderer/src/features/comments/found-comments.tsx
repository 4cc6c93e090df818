import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { SearchHit } from '../../../../shared/domain/search.ts'
import { Problem } from '../../ui/problem.tsx'
import { shortTime } from '../../ui/times.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { Marked } from '../search/marked-text.tsx'
import { foundState } from '../search/passage-state.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'
import '../search/search.css'

const SHOWN = 200

/** The comments of this blog that have these words, as the search of the whole desk finds them. */
export function FoundComments({ text, onOpen }: { text: string; onOpen: () => void }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const found = useQuery(
    core.search.find.queryOptions(
      { text, filters: { blogId: blog.id, kind: 'comment' }, limit: SHOWN },
      { placeholderData: keepPreviousData, staleTime: 0, gcTime: 10_000 },
    ),
  )
  if (found.error) return <Problem error={appErrorOf(found.error)} />
  if (!found.data) return <p className="column-note">{t('Looking…')}</p>
  const { groups, pendingCount } = found.data
  const { hits, count } = groups.find(({ kind }) => kind === 'comment') ?? { hits: [], count: 0 }
  return (
    <>
      <output className="column-hint">
        {foundWords(count, hits.length)}
        {pendingCount > 0 && ` · ${t('{count, number} not looked through yet', { count: pendingCount }, 'comments')}`}
      </output>
      {hits.length > 0 && (
        <VirtualList
          label={t('Found comments')}
          items={hits}
          keyOf={keyOf}
          estimatedHeightPx={92}
          showKey={null}
          renderItem={(hit) => <FoundRow hit={hit} onOpen={onOpen} />}
        />
      )}
    </>
  )
}

function foundWords(count: number, shown: number): string {
  if (count === 0) return t('No comment has these words.')
  return count > shown
    ? t('{count, plural, one {One comment} other {# comments}}, the newest {shown, number} here', { count, shown })
    : t('{count, plural, one {One comment} other {# comments}}', { count })
}

const keyOf = (hit: SearchHit): string => (hit.kind === 'comment' ? hit.commentId : hit.postId)

function FoundRow({ hit, onOpen }: { hit: SearchHit; onOpen: () => void }) {
  return (
    <Link
      href={`/conversation/${hit.postId}`}
      state={foundState(hit)}
      className="post-row search-result"
      onClick={onOpen}
    >
      <span className="search-about">
        <Rich
          message="<name>{name}</name> on <post>{title}</post>"
          context="a comment on a post"
          values={{ name: hit.authorName || t('Somebody'), title: hit.postTitle.text || t('Untitled') }}
          parts={{ name: <bdi />, post: <bdi /> }}
        />
      </span>
      {hit.passage && (
        <span className="search-passage" dir="auto" lang={hit.language || undefined}>
          <Marked {...hit.passage} />
        </span>
      )}
      <span className="search-facts">{shortTime(hit.at)}</span>
    </Link>
  )
}
