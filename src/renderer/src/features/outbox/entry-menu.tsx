import { useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { isAboutComment, type OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Icon } from '../../ui/icon.tsx'
import { EditReplyDialog } from './edit-reply-dialog.tsx'
import { EditWaitingPostDialog } from './edit-waiting-post-dialog.tsx'
import { entryChoices } from './entry-choices.ts'
import type { EntryActs } from './use-entry-acts.ts'
import type { Place } from './outbox-order.ts'
import type { EntryId } from '../../../../shared/domain/ids.ts'

interface EntryMenuProps {
  entry: OutboxEntry
  acts: EntryActs
  place: Place | undefined
  /** It is quiet, and the organisation allows an urgent entry to go. */
  mayBeUrgent: boolean
  onMove: (before: EntryId | null) => void
}

const OPENING_KEYS: ReadonlySet<string> = new Set(['Enter', ' ', 'ArrowDown'])

/**
 * Everything else that can be done with a line; each question is asked in a dialog of its own. The menu is made when it is
 * opened: a full outbox has hundreds of them.
 */
export function EntryMenu({ entry, acts, place, mayBeUrgent, onMove }: EntryMenuProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isEditing, setIsEditing] = useState(false)
  const items = menuItems(entry, place, mayBeUrgent)
  if (items.length === 0) return null
  const close = (): void => setIsEditing(false)

  function run(key: MenuKey): void {
    switch (key) {
      case 'up':
        return onMove(place?.up ?? null)
      case 'down':
        return onMove(place?.down ?? null)
      case 'hold':
        return acts.hold(entry)
      case 'try':
        return acts.tryNow(entry)
      case 'urgent':
        return acts.sendUrgent(entry)
      case 'discard':
        return acts.takeBack(entry)
      case 'edit':
        return setIsEditing(true)
    }
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button button-quiet button-icon"
        aria-label={t('More about “{what}”', { what: entry.what || t('Untitled') })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
        // By key at once: what a key makes of a plain button counts as a screen reader's own click, and the menu would have the focus, not its first line.
        onKeyDown={(event) => {
          if (!OPENING_KEYS.has(event.key)) return
          event.preventDefault()
          setIsOpen(true)
        }}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Popover className="popover" placement="bottom end" triggerRef={trigger} isOpen onOpenChange={setIsOpen}>
          <Menu
            className="menu"
            aria-label={t('About “{what}”', { what: entry.what || t('Untitled') })}
            autoFocus="first"
            onAction={(key) => run(key as MenuKey)}
            onClose={() => setIsOpen(false)}
          >
            {items.map(({ id, label, keys }) => (
              <MenuItem key={id} id={id} className="menu-item" textValue={label}>
                {label}
                {keys && <kbd className="field-hint">{keys}</kbd>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      )}
      {isEditing &&
        (entry.kind === 'send-reply' ? (
          <EditReplyDialog entry={entry} isOpen onClose={close} />
        ) : (
          <EditWaitingPostDialog entry={entry} isOpen onClose={close} />
        ))}
    </>
  )
}

type MenuKey = 'up' | 'down' | 'hold' | 'try' | 'urgent' | 'edit' | 'discard'

function menuItems(
  entry: OutboxEntry,
  place: Place | undefined,
  mayBeUrgent: boolean,
): { id: MenuKey; label: string; keys?: string }[] {
  const choices = entryChoices(entry)
  const isPost = entry.postId !== null && !isAboutComment(entry.kind) && entry.kind !== 'upload-picture'
  const items: (false | { id: MenuKey; label: string; keys?: string })[] = [
    choices.canMove && place?.up !== undefined && { id: 'up', label: t('Send earlier'), keys: 'Alt + ↑' },
    choices.canMove && place?.down !== undefined && { id: 'down', label: t('Send later'), keys: 'Alt + ↓' },
    choices.canHold && { id: 'hold', label: t('Keep here until I say') },
    choices.canTryNow && entry.state === 'held' && { id: 'try', label: t('Send without waiting') },
    mayBeUrgent && choices.canDiscard && { id: 'urgent', label: t('It is urgent: send it now') },
    choices.canEdit && { id: 'edit', label: t('Change the reply…') },
    isPost && choices.canDiscard && { id: 'edit', label: t('Change the post…') },
    choices.canDiscard && { id: 'discard', label: entry.kind === 'send-reply' ? t('Discard') : t('Take back') },
  ]
  return items.filter((item) => item !== false)
}
