import { doorsClosedSheet } from './doors-closed-sheet.ts'
import { eventRecord } from './event-record.ts'
import { guestPost } from './guest-post.ts'
import { interview } from './interview.ts'
import { positionSnapshot } from './position-snapshot.ts'
import { questionAndAnswer } from './question-and-answer.ts'
import type { PostTemplate } from './template.ts'

/** In the order of the menu. */
export const templates: readonly PostTemplate[] = [
  interview,
  questionAndAnswer,
  guestPost,
  eventRecord,
  positionSnapshot,
  doorsClosedSheet,
]

/** null for an empty post, and for a template that this desk does not know (a newer one wrote it). */
export const findTemplate = (id: string): PostTemplate | null =>
  templates.find((template) => template.id === id) ?? null
