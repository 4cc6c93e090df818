import type { ReactNode } from 'react'
import { Radio } from 'react-aria-components'

interface ChoiceProps {
  value: string
  label: string
  /** What follows from it. */
  children: ReactNode
}

/** One of few, with what follows from it said beside it. */
export const Choice = ({ value, label, children }: ChoiceProps) => (
  <Radio value={value} className="radio told-choice">
    <span className="radio-box" />
    <ChoiceWords label={label}>{children}</ChoiceWords>
  </Radio>
)

export const ChoiceWords = ({ label, children }: Omit<ChoiceProps, 'value'>) => (
  <span>
    <strong>{label}</strong>
    <span className="field-hint"> {children}</span>
  </span>
)
