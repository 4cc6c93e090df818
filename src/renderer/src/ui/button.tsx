import { useEffect, useRef, type ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { t } from '../../../shared/words/t.ts'
import { announce } from './announcements.tsx'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `danger`: what cannot be brought back. */
  look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link'
  children: ReactNode
}

/** What takes longer is said, once. */
const LONG_MS = 1000

/**
 * While `isPending` it keeps the focus and does nothing. react-aria would announce it by a reference to it, which says nothing
 * more than its name, and nothing at all once the button is gone.
 */
export function Button({ look = 'plain', isPending = false, ...props }: ButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => {
      const button = ref.current
      if (button) announce(t('{what}: under way.', { what: button.ariaLabel ?? button.innerText }))
    }, LONG_MS)
    return () => clearTimeout(timer)
  }, [isPending])
  return (
    <AriaButton
      {...props}
      {...(isPending ? PENDING : {})}
      ref={ref}
      className={look === 'plain' ? 'button' : `button button-${look}`}
    />
  )
}

const PENDING = {
  'aria-disabled': true,
  'data-pending': true,
  type: 'button',
  onPress: () => undefined,
} as const

/** A button that shows a picture instead of its name; the name is its accessible name and its tooltip. */
export function IconButton({ name, ...props }: Omit<AriaButtonProps, 'className' | 'aria-label'> & { name: string }) {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton {...props} aria-label={name} className="button button-quiet button-icon" />
      <Tooltip className="tooltip">{name}</Tooltip>
    </TooltipTrigger>
  )
}
