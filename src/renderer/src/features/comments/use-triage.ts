import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { mayModerate, type Blog } from '../../../../shared/domain/blog.ts'
import type { UndoneDecisions } from '../../../../shared/contract/conversation-services.ts'
import type { Comment, CommentStatus } from '../../../../shared/domain/comment.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import type { CommentListHandle } from './comment-list.tsx'
import { conversationKey } from './conversation-keys.ts'
import type { PlacedComment } from './threads.ts'
import { asSeen, changedWords, DECISIONS, doneWords, toChange, type TriageAct, undoneWords } from './triage-acts.ts'
import { mayCorrectFor, useCorrect } from './use-correct.ts'
import type { Notice } from './use-notice.ts'
import type { Selection } from './use-selection.ts'
import { t } from '../../../../shared/words/t.ts'

export interface Triage {
  mayModerate: boolean
  /** Opens the post to correct it because of the comment; null where the account may not. */
  correct: ((comment: Comment) => void) | null
  /** Where else the comment is seen; null where nowhere. */
  elsewhere: Elsewhere | null
  /** Marked as new by the person: being shown does not make them read. */
  keptNew: ReadonlySet<string>
  act: (comments: readonly Comment[], act: TriageAct) => void
  /** Says what was done, and how it is undone. */
  did: (words: string, back: () => void) => void
  /** Takes back what was done last. */
  undo: () => void
  /** For the element that holds the comments. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export interface Elsewhere {
  label: string
  show: (comment: Comment) => void
}

interface TriageOptions {
  blog: Blog
  items: readonly PlacedComment[]
  list: RefObject<CommentListHandle | null>
  selection: Selection
  notice: Notice
  elsewhere?: Elsewhere | undefined
  /** Where the post is open already, what follows when its correction has begun. */
  onCorrecting?: (() => void) | undefined
}

/** Decides on comments by button or key, on one or on all that are chosen; one undo for each act, the last one first. */
export function useTriage(options: TriageOptions): Triage {
  const { blog, items, list, selection, notice, elsewhere = null } = options
  const { core } = useCore()
  const [keptNew, setKeptNew] = useState<ReadonlySet<string>>(new Set())
  const done = useRef<(() => void)[]>([])
  const onError = (error: unknown): void => notice.say(errorLine(appErrorOf(error)))
  const takeBack = useMutation(core.comments.takeBack.mutationOptions({ onError }))
  const moderate = useMutation(core.comments.moderate.mutationOptions({ onError }))
  const flag = useMutation(core.comments.setFlagged.mutationOptions({ onError }))
  const read = useMutation(core.comments.markRead.mutationOptions({ onError }))

  const correct = useCorrect(blog, notice, options.onCorrecting)

  function undo(): void {
    const last = done.current.pop()
    if (last) last()
    else notice.say(t('There is nothing to undo here.'))
  }

  function did(words: string, back: () => void): void {
    done.current.push(back)
    notice.say(words, true)
  }

  function act(comments: readonly Comment[], what: TriageAct): void {
    const changing = toChange(comments, what)
    const [first] = changing
    if (!first) return
    const of = { blogId: blog.id, commentIds: changing.map(({ id }) => id) }
    const words = doneWords(what, changing)
    const to = DECISIONS[what]
    if (what === 'flag') {
      const isFlagged = !first.isFlagged
      flag.mutate({ ...of, isFlagged })
      did(words, () => {
        flag.mutate({ ...of, isFlagged: !isFlagged })
        notice.say(isFlagged ? t('The flag is gone again.') : t('Flagged again.'))
      })
    } else if (what === 'unread') {
      setKeptNew((kept) => new Set([...kept, ...of.commentIds]))
      read.mutate({ ...of, isRead: false })
      did(words, () => {
        read.mutate(of)
        notice.say(t('Read again.', {}, 'marked as read'))
      })
    } else if (to)
      moderate.mutate(
        { seen: changing.map(asSeen), to },
        {
          onSuccess({ entries, changed }) {
            const isChanged = new Set(changed)
            const decided = changing.filter(({ id }) => !isChanged.has(id))
            const entryIds = entries.map(({ id }): EntryId => id)
            const said = [
              decided.length > 0 ? doneWords(what, decided) : '',
              changed.length > 0 ? changedWords(changed.length) : '',
            ]
              .filter((part) => part !== '')
              .join(' ')
            if (changed[0] !== undefined) list.current?.show(changed[0])
            if (decided.length > 0) did(said, () => undecide(entryIds, decided, to))
            else notice.say(said)
          },
        },
      )
  }

  /** Nothing of these decisions is left, and what had been decided before them is decided again. */
  function undecide(entryIds: EntryId[], comments: readonly Comment[], to: CommentStatus): void {
    const again = Map.groupBy(comments, ({ moderation }) => moderation?.to ?? null)
    again.delete(null)
    const decideAgain = (undone: UndoneDecisions): void => {
      const isWhole = undone.left === 0 && undone.replaced === 0
      notice.say(
        isWhole && again.size > 0 ? t('As it was before: what you had decided earlier stands.') : undoneWords(undone),
      )
      if (!isWhole) return
      for (const [before, those] of again)
        if (before) moderate.mutate({ seen: those.map((each) => ({ ...asSeen(each), decided: to })), to: before })
    }
    if (entryIds.length === 0) decideAgain({ takenBack: 0, replaced: 0, left: 0 })
    else takeBack.mutate({ blogId: blog.id, entryIds }, { onSuccess: decideAgain })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const key = conversationKey(event)
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-comment-id]') : null
    const index = items.findIndex(({ comment }) => comment.id === card?.dataset['commentId'])
    const comment = items[index]?.comment
    if (key === null || !card || !comment) return
    switch (key.kind) {
      case 'go': {
        const there = items[Math.min(items.length - 1, Math.max(0, index + key.by))]?.comment
        if (!there) return
        if (key.isChoosing && selection.ids.size === 0) selection.toggle(comment.id)
        list.current?.show(there.id)
        if (key.isChoosing) selection.extendTo(there.id)
        break
      }
      case 'choose':
        if (comment.entry === null) selection.toggle(comment.id)
        break
      case 'choose-all':
        selection.chooseAll()
        break
      case 'choose-none':
        if (selection.ids.size === 0) return
        selection.clear()
        break
      case 'undo':
        undo()
        break
      case 'reply':
        card.querySelector<HTMLElement>('[data-replies]')?.click()
        break
      case 'correct':
        if (correct === null || !mayCorrectFor(comment)) return
        correct(comment)
        break
      case 'elsewhere':
        if (elsewhere === null) return
        elsewhere.show(comment)
        break
      case 'act': {
        if (DECISIONS[key.act] && !mayModerate(blog)) {
          notice.say(errorLine({ kind: 'not-allowed-now', why: 'no-right-to-moderate' }))
          break
        }
        const isChosen = selection.ids.has(comment.id)
        act(isChosen ? selection.comments : [comment], key.act)
        if (isChosen) selection.clear()
      }
    }
    event.preventDefault()
  }

  return { mayModerate: mayModerate(blog), correct, elsewhere, keptNew, act, did, undo, onKeyDown }
}
