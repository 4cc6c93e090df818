import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Drawer } from './dialog.tsx'

interface SidePanelProps {
  title: string
  /** There is no room for a column: it comes as a drawer. */
  isTight: boolean
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/**
 * What stands beside a text: a column, or a drawer in a window that has no room for one. It is the same one in both places and while
 * it is shut, so that neither what is typed in it nor a question that was opened from it is lost as the window changes.
 */
export function SidePanel({ title, isTight, isOpen, onClose, children }: SidePanelProps) {
  const [home] = useState(() => {
    const element = document.createElement('div')
    element.className = 'side-panel'
    return element
  })
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  return (
    <>
      {wasOpen && createPortal(children, home)}
      {isTight ? (
        <Drawer side="end" title={title} isOpen={isOpen} onClose={onClose}>
          <Place home={home} />
        </Drawer>
      ) : (
        isOpen && <Place home={home} />
      )}
    </>
  )
}

function Place({ home }: { home: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.append(home)
    return () => home.remove()
  }, [home])
  return <div ref={place} className="side-panel" />
}
