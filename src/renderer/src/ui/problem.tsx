import type { AppErrorData } from '../../../shared/errors.ts'
import { type Attempt, errorSentence } from '../../../shared/sentences.ts'
import type { ReactNode } from 'react'

/** A failure that fills a place: what happened, what was kept, what to do next. */
export function Problem({ error, children }: { error: AppErrorData; children?: ReactNode }) {
  const { what, kept, next } = errorSentence(error)
  return (
    <div className="problem" role="alert">
      <h2>{what}</h2>
      <p>
        {kept} {next}
      </p>
      {children}
    </div>
  )
}

interface ProblemNoteProps {
  error: AppErrorData
  attempt?: Attempt
}

/** A failure beside the thing that failed. */
export function ProblemNote({ error, attempt = 'sending' }: ProblemNoteProps) {
  const { what, kept, next } = errorSentence(error, attempt)
  return (
    <div className="problem-inline tone-needs-you" role="alert">
      <span>
        <strong>{what}</strong> {kept} {next}
      </span>
    </div>
  )
}

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
