import { documentToText } from '../document-to-text.ts'
import type { TemplateMaterial } from './template.ts'
import { templates } from './templates.ts'

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
