import type { InlineNode, PostDocument, StructureNode } from './document.ts'
import { inlineOf, walkDocument } from './document-walk.ts'
import { inlineLine, replaceLine } from './inline-text.ts'

/** The post with `from` replaced where it first stands, as if a person had typed over it; null when it stands nowhere. */
export function replaceText(document: PostDocument, { from, to }: { from: string; to: string }): PostDocument | null {
  const changed = JSON.parse(JSON.stringify(document)) as PostDocument
  for (const node of walkDocument(changed)) {
    const inline = inlineOf(node)
    const at = inlineLine(inline).indexOf(from)
    if (at !== -1) {
      const content: InlineNode[] = replaceLine(inline, { from: at, to: at + from.length, text: to })
      Object.assign(node, { content })
      return changed
    }
    if (replaceInFields(node, from, to)) return changed
  }
  return null
}

const FIELDS = ['caption', 'citation', 'name']

function replaceInFields(node: StructureNode, from: string, to: string): boolean {
  if (!('attrs' in node) || !node.attrs) return false
  const attrs = node.attrs as Record<string, unknown>
  for (const name of FIELDS) {
    const line = attrs[name]
    const at = typeof line === 'string' ? line.indexOf(from) : -1
    if (typeof line !== 'string' || at === -1) continue
    attrs[name] = line.slice(0, at) + to + line.slice(at + from.length)
    return true
  }
  return false
}
