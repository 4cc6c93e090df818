import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorSentence } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { placesOf } from './outbox-order.ts'

export interface OutboxOrder {
  /** Said to a screen reader after a move. */
  announcement: string
  move(entry: OutboxEntry, before: EntryId | null): void
}

/** Moves entries in the person's order, says where they are now, and keeps the focus on what was moved. */
export function useOutboxOrder(waiting: readonly OutboxEntry[]): OutboxOrder {
  const { core } = useCore()
  const [announcement, setAnnouncement] = useState('')
  const moved = useRef<EntryId | null>(null)
  const order = waiting.map(({ id }) => id).join()

  const move = useMutation(
    core.outbox.move.mutationOptions({
      onError: (error) => {
        moved.current = null
        const { what, next } = errorSentence(appErrorOf(error))
        setAnnouncement(`${what} ${next}`)
        showToast({ text: `${what} ${next}` })
      },
    }),
  )

  useEffect(() => {
    const id = moved.current
    const entry = waiting.find((each) => each.id === id)
    const place = id === null ? undefined : placesOf(waiting).get(id)
    if (id === null || !entry || !place) return
    moved.current = null
    setAnnouncement(
      t('“{what}” is now number {number, number} of {count, number}.', {
        what: entry.what || t('Untitled'),
        number: place.number,
        count: place.ofCount,
      }),
    )
    // A row that was taken out and put back elsewhere has lost the focus.
    document.querySelector<HTMLElement>(`[data-place-of="${id}"]`)?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only a new order is a move that arrived
  }, [order])

  return {
    announcement,
    move(entry, before) {
      moved.current = entry.id
      move.mutate({ entryId: entry.id, before })
    },
  }
}
