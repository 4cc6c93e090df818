import { useEffect, useRef } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { TextDirection } from '../../../../shared/content/document.ts'
import type { ShareLine } from '../../../../shared/domain/share-line.ts'
import { likelyAddress } from '../../../../shared/share/post-address.ts'
import { shareLineName } from '../../../../shared/share/share-line-name.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToastUntil } from '../../ui/toasts.tsx'
import { ShareLineCard } from './share-line-card.tsx'
import { newLine, sharePlaces, type SharePlace } from './share-places.ts'
import { useCopyLine } from './use-copy-line.ts'
import './share.css'

interface ShareLinesProps {
  lines: ShareLine[]
  post: { title: string; language: string; direction: TextDirection }
  blogUrl: string
  /** null while the post is not public. */
  liveAddress: string | null
  onChange: (lines: ShareLine[]) => void
  /** A reviewer writes them and copies none. */
  copies: boolean
}

const TRIES = 10

/** The lines of a post to be written, counted and copied. */
export function ShareLines({ lines, post, blogUrl, liveAddress, onChange, copies }: ShareLinesProps) {
  const newest = useRef(lines)
  const takeOffer = useRef<() => void>(() => undefined)
  useEffect(() => {
    newest.current = lines
  }, [lines])
  // What is undone here goes into these lines: with them goes the offer.
  useEffect(() => () => takeOffer.current(), [])
  const { told, copy } = useCopyLine(liveAddress)
  const address = liveAddress ?? likelyAddress(blogUrl, post.title)

  function add(place: SharePlace): void {
    const line = newLine(place)
    onChange([...lines, line])
    focusLine(line.id)
  }

  function remove(line: ShareLine): void {
    const at = lines.findIndex(({ id }) => id === line.id)
    onChange(lines.filter(({ id }) => id !== line.id))
    focusLine((lines[at + 1] ?? lines[at - 1])?.id ?? null)
    if (line.text.trim() === '') return
    takeOffer.current = showToastUntil({
      text: t('The text for {where} was removed.', { where: shareLineName(line) }),
      action: {
        label: t('Undo'),
        run: () => onChange([...newest.current.slice(0, at), line, ...newest.current.slice(at)]),
      },
    })
  }

  return (
    <>
      {lines.length > 0 && (
        <ul className="share-lines" aria-label={t('Share lines')}>
          {lines.map((line) => (
            <ShareLineCard
              key={line.id}
              line={line}
              post={post}
              address={address}
              onChange={(changed) => onChange(lines.map((each) => (each.id === line.id ? changed : each)))}
              onRemove={() => remove(line)}
              onCopy={copies ? () => void copy(line) : null}
              told={told?.lineId === line.id ? told : null}
            />
          ))}
        </ul>
      )}
      <output className="visually-hidden">{told && <span key={told.at}>{told.words}</span>}</output>
      <MenuTrigger>
        <Button data-add-share-line>
          <Icon name="plus" />
          {t('Add a line')}
        </Button>
        <Popover className="popover">
          <Menu className="menu" aria-label={t('What it is for')} onAction={(key) => add(key as SharePlace)}>
            {sharePlaces().map(({ id, label }) => (
              <MenuItem key={id} id={id} className="menu-item">
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  )
}

/** Into the text of a line as soon as it stands there and the menu has given the focus back; null for the button that adds one. */
function focusLine(id: string | null, tries = TRIES): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(
      id === null ? '[data-add-share-line]' : `[data-share-line="${CSS.escape(id)}"]`,
    )
    if (found && document.activeElement !== found) found.focus()
    if (tries > 0 && document.activeElement !== found) focusLine(id, tries - 1)
  })
}
