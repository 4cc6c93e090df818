import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import { isBestBit } from '../../../../shared/tags/best-bits.ts'
import { Empty, Problem } from '../../ui/problem.tsx'
import { useFileDrop } from '../interchange/use-file-drop.ts'
import { useImportFile } from '../interchange/use-import-file.ts'
import { usePostReviews } from '../review/use-post-review.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import { useBestBits } from '../tags/use-best-bits.ts'
import { listTag, useListedTag } from './listed-tag.ts'
import { ListHead } from './list-head.tsx'
import { narrowPosts, type Narrowing } from './narrow-posts.ts'
import { PostFilter } from './post-filter.tsx'
import { PostRow } from './post-row.tsx'
import { TrashRow } from './trash-row.tsx'
import { useListedPosts } from './use-listed-posts.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { laterDialog, laterPart } from '../../ui/later.tsx'

const ListedTagLine = laterPart(async () => (await import('./listed-tag-line.tsx')).ListedTagLine)
const ImportReportDialog = laterDialog(
  async () => (await import('../interchange/import-report-dialog.tsx')).ImportReportDialog,
)

interface PostListProps {
  openId: string | null
  onChosen?: () => void
}

export function PostList({ openId, onChosen }: PostListProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const tag = useListedTag(blog.id)
  const [chosen, setChosen] = useState<Omit<Narrowing, 'tag' | 'best'>>({
    filter: 'all',
    kind: 'any',
    year: null,
    month: null,
  })
  const choose = useCallback((change: Partial<typeof chosen>) => setChosen((before) => ({ ...before, ...change })), [])
  const best = useBestBits(blog.id)
  const narrowing = useMemo((): Narrowing => {
    const filter = chosen.filter === 'best-bits' && best === null ? 'all' : chosen.filter
    return { ...chosen, filter, best, tag }
  }, [chosen, best, tag])
  const { posts, isWhole, problem } = useListedPosts(blog.id)
  const isTrash = chosen.filter === 'trash'
  const trash = useQuery(core.trash.list.queryOptions({ blogId: blog.id }, { enabled: isTrash }))
  const trashed = useMemo(() => new Map(trash.data?.map((each) => [each.postId, each])), [trash.data])
  const reviews = usePostReviews()
  const { importFiles, isReading, report, closeReport } = useImportFile(blog.id)
  const { isDropping, dropProps } = useFileDrop(importFiles)
  const shown = useMemo(() => narrowPosts(posts ?? [], narrowing, blog.timeZone), [posts, narrowing, blog.timeZone])

  return (
    <section
      className={isDropping ? 'column column-dropping' : 'column'}
      aria-label={t('Posts')}
      {...(blog.kind === 'archive' ? {} : dropProps)}
    >
      <ListHead blog={blog} isReading={isReading} onFiles={importFiles} />
      {report && <ImportReportDialog {...report} onClose={closeReport} />}
      {posts && posts.length > 0 && <PostFilter posts={posts} isWhole={isWhole} value={narrowing} onChange={choose} />}
      {tag !== null && <ListedTagLine blogId={blog.id} tag={tag} onShowAll={() => listTag(blog.id, null)} />}
      {isTrash && shown.length > 0 && (
        <p className="column-hint">
          {t(
            'What you put here goes for good after 30 days, with its history. What the blog ever had is never deleted by this laptop.',
          )}
        </p>
      )}
      {problem && <Problem error={problem} />}
      {!posts && !problem && <p className="column-note">{t('Fetching the list…')}</p>}
      {posts && isWhole && shown.length === 0 && (
        <NothingShown
          isFiltered={posts.length > 0}
          isNarrowed={tag !== null || chosen.year !== null || chosen.kind !== 'any'}
        />
      )}
      {shown.length > 0 && (
        <VirtualList
          label={t('Posts')}
          items={shown}
          keyOf={(post: PostSummary) => post.id}
          estimatedHeightPx={104}
          showKey={openId}
          renderItem={(post) =>
            isTrash ? (
              <TrashRow post={post} trashed={trashed.get(post.id)} isOpen={post.id === openId} onChosen={onChosen} />
            ) : (
              <PostRow
                post={post}
                isBest={best !== null && isBestBit(best, post)}
                review={reviews.get(post.id)}
                isOpen={post.id === openId}
                onChosen={onChosen}
              />
            )
          }
        />
      )}
    </section>
  )
}

function NothingShown({ isFiltered, isNarrowed }: { isFiltered: boolean; isNarrowed: boolean }) {
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  if (isFiltered && isNarrowed) return <p className="column-note">{t('No post here fits all of that.')}</p>
  if (isFiltered) return <p className="column-note">{t('No post is in this state.')}</p>
  if (line?.isSyncing) {
    return (
      <Empty title={t('Posts are on their way')}>
        <p>{t('They appear here one after the other. You can start writing now.')}</p>
      </Empty>
    )
  }
  return (
    <Empty title={t('No posts yet')}>
      <p>
        {line?.state === 'closed'
          ? t('There is no line, so nothing came down from the blog. Writing works all the same.')
          : t('Write the first one; it stays on this laptop until you send it.')}
      </p>
    </Empty>
  )
}
