import type { ReactNode } from 'react'

interface TodayPartProps {
  title: string
  children: ReactNode
}

/** A part with its heading; what is in it lies on paper. */
export function TodayPart({ title, children }: TodayPartProps) {
  return (
    <section className="today-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
