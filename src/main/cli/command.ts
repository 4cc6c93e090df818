import type { CommandDesk } from './command-desk.ts'

export interface Invocation {
  desk: CommandDesk
  options: {
    blog?: string
    user?: string
    practice: boolean
    file?: string
    text?: string
    publish: boolean
    review: boolean
    unanswered: boolean
    site?: string
    'with-addresses': boolean
    to?: string
    out?: string
    as?: string
    of?: string
    key?: string
    stays: boolean
  }
  words: string[]
  print: (value: unknown, lines: string[]) => void
}

/** Resolves to false when it did its work and what it found is not good: exit code 1. */
export type Command = (invocation: Invocation) => Promise<boolean>
