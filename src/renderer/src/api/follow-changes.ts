import type { ChangeEvent } from '../../../shared/contract/wire.ts'
import type { PostsChange } from './listed-rows.ts'
import type { CoreAccess } from './queries.ts'

/** What changed in a list of 10,000 posts is asked for again at most this often while someone types, and the boarding check while they come down. */
const LIST_PAUSE_MS = 2000
/** Several acts on comments at once, or the steps of one, read a thread of 10,000 again once. */
const COMMENTS_AFTER_MS = 40

/** What the start screen tells of. */
const SEEN_TODAY: ReadonlySet<ChangeEvent['topic']> = new Set([
  'blogs',
  'posts',
  'comments',
  'outbox',
  'line',
  'reviews',
  'settings',
])

type CommentsChange = Extract<ChangeEvent, { topic: 'comments' }>

/**
 * Turns the core's events into stale queries. Returns the function that stops. An open editor looks after its own post
 * (see use-working-copy.ts): `posts.get` is never refetched behind a writer's back.
 */
export function followChanges(
  access: Omit<CoreAccess, 'transport'> & { transport: Pick<CoreAccess['transport'], 'onChange' | 'onReconnected'> },
): () => void {
  const { transport, queryClient, core, lock } = access
  const pausedLists = new Map<string, { isStale: boolean; timer: ReturnType<typeof setTimeout> }>()

  const askedAgain = new WeakSet<object>()
  const invalidate = (queryKey: readonly unknown[]): void => {
    const asked = queryClient.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })
    void queryClient.invalidateQueries({ queryKey })
    // A first answer that is on its way is not asked for again, and may have been given before the change.
    for (const query of asked) {
      if (query.state.data !== undefined || askedAgain.has(query)) continue
      askedAgain.add(query)
      const askAgain = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
      query.fetch().then(askAgain, () => askedAgain.delete(query))
    }
  }
  const invalidateAll = (): void => invalidate([])

  /** At once, then not again before the pause is over; what came meanwhile is one more reading. */
  function atTimes(queryKey: readonly unknown[], read: () => void): void {
    const name = JSON.stringify(queryKey)
    const paused = pausedLists.get(name)
    if (paused) {
      paused.isStale = true
      return
    }
    read()
    const started = {
      isStale: false,
      timer: setTimeout(() => {
        pausedLists.delete(name)
        if (started.isStale) atTimes(queryKey, read)
      }, LIST_PAUSE_MS),
    }
    pausedLists.set(name, started)
  }
  const invalidateAtTimes = (queryKey: readonly unknown[]): void => atTimes(queryKey, () => invalidate(queryKey))

  let lists: Promise<(change: PostsChange) => void> | null = null

  let commentsTimer: ReturnType<typeof setTimeout> | null = null
  let staleThreads: CommentsChange[] = []
  function invalidateCommentsSoon(change: CommentsChange): void {
    staleThreads.push(change)
    commentsTimer ??= setTimeout(() => {
      commentsTimer = null
      invalidateAtTimes(core.comments.inbox.pathKey())
      invalidateAtTimes(core.comments.waiting.pathKey())
      invalidateAtTimes(core.comments.badge.pathKey())
      for (const queryKey of threadKeys(staleThreads)) invalidate(queryKey)
      staleThreads = []
      invalidate(core.comments.away.pathKey())
      invalidate(core.corrections.pathKey())
    }, COMMENTS_AFTER_MS)
  }

  /** What a thread of thousands is not read again for: that something happened under another post. */
  function threadKeys(changes: readonly CommentsChange[]): (readonly unknown[])[] {
    if (changes.some(({ postId }) => !postId)) return [core.comments.list.pathKey()]
    return [...new Map(changes.map((change) => [change.postId, change])).values()].flatMap(({ blogId, postId }) => [
      core.comments.list.queryKey({ blogId, postId: postId ?? null }),
      core.comments.list.queryKey({ blogId, postId: null }),
    ])
  }

  function follow(event: ChangeEvent): void {
    if (SEEN_TODAY.has(event.topic)) invalidateAtTimes(core.today.pathKey())
    switch (event.topic) {
      case 'blogs':
        invalidate(core.blogs.pathKey())
        invalidate(core.comments.badge.pathKey())
        return invalidate(core.line.pathKey())
      case 'posts':
        invalidate(core.trash.pathKey())
        invalidate(core.pages.pathKey())
        invalidate(core.pairs.pathKey())
        invalidateAtTimes(core.corrections.pathKey())
        invalidateAtTimes(core.reviews.queue.pathKey())
        lists ??= import('./listed-rows.ts').then(({ followRows }) => followRows(access, invalidate, atTimes))
        lists.then((noteRow) => noteRow(event)).catch(() => invalidate(core.posts.list.pathKey()))
        if (event.postId === null) {
          invalidate(core.posts.conflict.pathKey())
          invalidate(core.posts.offBlog.pathKey())
          return invalidate(core.posts.history.pathKey())
        }
        invalidate(core.posts.conflict.queryKey({ postId: event.postId }))
        invalidate(core.posts.offBlog.queryKey({ postId: event.postId }))
        return invalidate(core.posts.history.queryKey({ postId: event.postId }))
      case 'comments':
        return invalidateCommentsSoon(event)
      case 'outbox':
        invalidate(core.corrections.pathKey())
        return invalidate(core.outbox.pathKey())
      case 'line':
        invalidateAtTimes(core.boarding.pathKey())
        return invalidate(core.line.pathKey())
      case 'boarding':
        invalidate(core.boarding.pathKey())
        return invalidate(core.media.pathKey())
      case 'media':
      case 'backups':
      case 'insight':
      case 'doctor':
      case 'handover':
      case 'practice':
      case 'checks':
      case 'spelling':
        return invalidate(core[event.topic].pathKey())
      case 'reviews':
        // A proposal is saved with each pause of typing.
        invalidateAtTimes(core.reviews.queue.pathKey())
        invalidate(core.reviews.lastName.pathKey())
        if (event.postId !== null) invalidate(core.reviews.find.queryKey({ postId: event.postId }))
        return invalidateAtTimes(core.reviews.get.queryKey({ reviewId: event.reviewId }))
      case 'review-files':
        return invalidate(core.reviews.given.queryKey())
      case 'saved-replies':
        return invalidate(core.savedReplies.pathKey())
      case 'settings':
        invalidate(core.comments.badge.pathKey())
        return invalidate(core.settings.pathKey())
      case 'lock':
        return invalidate(lock.pathKey())
      case 'search':
        return invalidateAtTimes(core.search.pathKey())
      case 'reading':
        invalidate(core.reading.desk.pathKey())
        invalidate(core.reading.item.pathKey())
        return invalidateAtTimes(core.reading.items.pathKey())
      case 'core-restarted':
        return invalidateAll()
      case 'notice':
      case 'saved':
      case 'save-failed':
        return
    }
  }

  const stopEvents = transport.onChange(follow)
  const stopReconnects = transport.onReconnected(invalidateAll)
  return () => {
    stopEvents()
    stopReconnects()
    if (commentsTimer) clearTimeout(commentsTimer)
    for (const { timer } of pausedLists.values()) clearTimeout(timer)
  }
}
