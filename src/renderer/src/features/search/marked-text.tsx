import type { ReactNode } from 'react'
import type { MarkedText } from '../../../../shared/domain/search.ts'

/** A text with what was found in it marked. Text nodes only. */
export function Marked({ text, ranges }: MarkedText) {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
