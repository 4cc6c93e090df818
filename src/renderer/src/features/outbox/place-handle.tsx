import type { KeyboardEvent } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Place } from './outbox-order.ts'

interface PlaceHandleProps {
  entry: OutboxEntry
  place: Place
  onMove: (before: EntryId | null) => void
  onDragStart: () => void
}

/** Where a line stands in the order: dragged with a pointer, moved with the arrow keys; the menu can do it as well. */
export function PlaceHandle({ entry, place, onMove, onDragStart }: PlaceHandleProps) {
  function moveByKey(event: KeyboardEvent): void {
    // With Alt it is the whole line that listens.
    if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (event.key === 'ArrowUp' && place.up !== undefined) onMove(place.up)
    if (event.key === 'ArrowDown' && place.down !== undefined) onMove(place.down)
  }
  return (
    <button
      type="button"
      className="place-handle"
      draggable
      data-place-of={entry.id}
      aria-label={t('Place of “{what}”: {number, number} of {count, number}. Arrow keys move it.', {
        what: entry.what || t('Untitled'),
        number: place.number,
        count: place.ofCount,
      })}
      title={t('Drag, or press the arrow keys')}
      onKeyDown={moveByKey}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', entry.what)
        onDragStart()
      }}
    >
      <Icon name="grip" />
    </button>
  )
}
