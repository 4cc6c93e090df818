import { doorsClosedSheet } from './doors-closed-sheet.ts'
import { eventRecord } from './event-record.ts'
import { guestPost } from './guest-post.ts'
import { interview } from './interview.ts'
import { positionSnapshot } from './position-snapshot.ts'
import { questionAndAnswer } from './question-and-answer.ts'
import { documentToText } from '../document-to-text.ts'
import type { PostTemplate, TemplateMaterial } from './template.ts'

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

const NOTHING: TemplateMaterial = { name: '', role: '', place: '', day: '', questions: [] }
let asked: ReadonlySet<string> | null = null

/** Whether some template asks with these words. */
export function isAsked(words: string): boolean {
  asked ??= new Set(
    templates.flatMap((template) =>
      Array.from(
        documentToText(template.build(NOTHING).document).matchAll(/\[([^\]]+)\]/gu),
        ([, inner = '']) => inner,
      ),
    ),
  )
  return asked.has(words)
}
