import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { mayModerate, type Blog } from '../../../../shared/domain/blog.ts'
import { statusOf, type Comment, type CommentStatus } from '../../../../shared/domain/comment.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import type { CommentListHandle } from './comment-list.tsx'
import type { PlacedComment } from './threads.ts'

export type TriageAct = 'approve' | 'hold' | 'spam' | 'trash' | 'flag' | 'unread'

/** One key each, while a comment has the focus and nobody types. */
export const TRIAGE_KEYS: Record<TriageAct, string> = {
  approve: 'A',
  hold: 'H',
  spam: 'S',
  trash: 'Delete',
  flag: 'F',
  unread: 'U',
}

const DECISIONS: Partial<Record<TriageAct, { to: CommentStatus; done: string }>> = {
  approve: { to: 'approved', done: 'will be approved' },
  hold: { to: 'hold', done: 'will be held' },
  spam: { to: 'spam', done: 'goes to the spam' },
  trash: { to: 'trash', done: 'goes to the trash' },
}

export interface Triage {
  mayModerate: boolean
  /** Marked as new by the person: being shown does not make them read. */
  keptNew: ReadonlySet<string>
  act: (comment: Comment, act: TriageAct) => void
  /** For the element that holds the comments: J and K go to the next and the one before, R answers. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Decides on comments by button or key; whatever leaves the laptop can be undone for as long as it is held. */
export function useTriage(
  blog: Blog,
  items: readonly PlacedComment[],
  list: RefObject<CommentListHandle | null>,
): Triage {
  const { core } = useCore()
  const [keptNew, setKeptNew] = useState<ReadonlySet<string>>(new Set())
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const cancel = useMutation(
    core.outbox.cancel.mutationOptions({
      onSuccess: () => showToast({ text: 'Taken back. Nothing was sent.' }, 5000),
      onError,
    }),
  )
  const moderate = useMutation(core.comments.moderate.mutationOptions({ onError }))
  const flag = useMutation(core.comments.setFlagged.mutationOptions({ onError }))
  const read = useMutation(core.comments.markRead.mutationOptions({ onError }))

  function act(comment: Comment, what: TriageAct): void {
    const of = { blogId: blog.id, commentIds: [comment.id] }
    const decision = DECISIONS[what]
    if (what === 'flag') flag.mutate({ ...of, isFlagged: !comment.isFlagged })
    else if (what === 'unread') {
      setKeptNew((kept) => new Set([...kept, comment.id]))
      read.mutate({ ...of, isRead: false })
    } else if (decision && decision.to !== statusOf(comment))
      moderate.mutate(
        { commentIds: [comment.id], to: decision.to },
        {
          onSuccess: ([entry]) => {
            const text = `What ${comment.authorName || 'somebody'} wrote ${decision.done}.`
            if (entry) showToast({ text, action: { label: 'Undo', run: () => takeBack(entry.id) } })
          },
        },
      )
  }

  const takeBack = (entryId: EntryId): void => cancel.mutate({ entryId })

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target, key } = event
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
    // A letter is a letter where somebody writes, and in an open menu it looks for an item.
    if (target.closest('textarea, input, [contenteditable], [role="menu"]')) return
    const card = target.closest<HTMLElement>('[data-comment-id]')
    const index = items.findIndex(({ comment }) => comment.id === card?.dataset['commentId'])
    const comment = items[index]?.comment
    if (!card || !comment) return
    const next = nextIndex(pressed(key), index, items.length - 1)
    const there = next === null ? undefined : items[next]
    if (there) list.current?.show(there.comment.id)
    else if (pressed(key) === 'R') card.querySelector<HTMLElement>('[aria-label^="Reply to"]')?.click()
    else {
      const chosen = (Object.keys(TRIAGE_KEYS) as TriageAct[]).find((each) => TRIAGE_KEYS[each] === pressed(key))
      if (!chosen || comment.entry !== null) return
      if (DECISIONS[chosen] && !mayModerate(blog)) return
      act(comment, chosen)
    }
    event.preventDefault()
  }

  return { mayModerate: mayModerate(blog), keptNew, act, onKeyDown }
}

const pressed = (key: string): string => (key.length === 1 ? key.toUpperCase() : key)

function nextIndex(key: string, index: number, lastIndex: number): number | null {
  switch (key) {
    case 'J':
      return Math.min(lastIndex, index + 1)
    case 'K':
      return Math.max(0, index - 1)
    case 'Home':
      return 0
    case 'End':
      return lastIndex
    default:
      return null
  }
}
