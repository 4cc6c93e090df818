import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `danger`: what cannot be brought back. */
  look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link'
  children: ReactNode
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={look === 'plain' ? 'button' : `button button-${look}`} />
}

/** A button that shows a picture instead of its name; the name is its accessible name and its tooltip. */
export function IconButton({ name, ...props }: Omit<AriaButtonProps, 'className' | 'aria-label'> & { name: string }) {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton {...props} aria-label={name} className="button button-quiet button-icon" />
      <Tooltip className="tooltip">{name}</Tooltip>
    </TooltipTrigger>
  )
}
