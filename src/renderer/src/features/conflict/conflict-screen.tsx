import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { FOCUS_TEXT } from '../editor/focus-text.ts'
import { ConflictForm } from './conflict-form.tsx'
import { LocalPicturesContext } from './version-pictures.tsx'
import './conflict.css'

const NO_PICTURES: ReadonlyMap<string, string> = new Map()

/** What changed while you flew: ends in a draft in the editor, never in a publication. */
export function ConflictScreen({ postId }: { postId: string }) {
  const { core, queryClient } = useCore()
  const blog = useActiveBlog()
  const [, navigate] = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  const post = useQuery(
    core.posts.list.queryOptions(
      { blogId: blog.id },
      { select: (list: PostSummary[]) => list.find(({ id }) => id === postId) },
    ),
  ).data
  const conflict = useQuery(core.posts.conflict.queryOptions({ postId }, { staleTime: 0, gcTime: 0 }))
  const resolve = useMutation(
    core.posts.resolve.mutationOptions({
      onSuccess: () => {
        // The editor reads its post once, and may not begin from what was there before.
        queryClient.removeQueries({ queryKey: core.posts.get.queryKey({ postId }) })
        navigate(`/writing/${postId}`, { state: FOCUS_TEXT })
        showToast({ text: t('This is your draft now. Nothing was sent. Both versions stay in history.') })
      },
    }),
  )
  const pictures = useQuery(
    core.media.shownIn.queryOptions(
      { postId },
      { staleTime: 0, select: (here) => new Map(here.map(({ url, mediaId }) => [url, mediaId])) },
    ),
  ).data
  const isThere = conflict.data !== undefined
  useEffect(() => {
    if (isThere) heading.current?.focus()
  }, [isThere])

  // Once the choices are on their way, that nothing is left to decide is how it ends, not a surprise.
  if (conflict.error && (resolve.isIdle || resolve.isError)) {
    const error = appErrorOf(conflict.error)
    if (error.kind === 'not-allowed-now' && error.why === 'nothing-to-settle')
      return <Redirect to={`/writing/${postId}`} replace />
    return (
      <div className="changes">
        <Problem error={error}>
          <BackToPost postId={postId} />
        </Problem>
      </div>
    )
  }
  if (!conflict.data) return <div className="changes" aria-busy="true" />
  return (
    <section className="changes" aria-labelledby="changes-heading">
      <header className="changes-head">
        <BackToPost postId={postId} />
        <div>
          <h1 id="changes-heading" ref={heading} tabIndex={-1}>
            {t('What changed while you flew')}
          </h1>
          {post && (
            <p className="writers-voice" dir="auto" lang={post.language || undefined}>
              {post.title || t('Untitled')}
            </p>
          )}
        </div>
      </header>
      <LocalPicturesContext value={pictures ?? NO_PICTURES}>
        <ConflictForm
          merge={conflict.data}
          language={post?.language ?? ''}
          isPending={resolve.isPending}
          error={resolve.error ? appErrorOf(resolve.error) : null}
          onResolve={(choices) => resolve.mutate({ postId, choices })}
        />
      </LocalPicturesContext>
    </section>
  )
}

function BackToPost({ postId }: { postId: string }) {
  return (
    <Link href={`/writing/${postId}`} className="button button-quiet">
      <Icon name="back" />
      {t('Back to the post')}
    </Link>
  )
}
