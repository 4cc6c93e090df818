import { Extension, type Editor } from '@tiptap/core'
import type { Node as ProsemirrorNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { isBesidePost } from '../../../../../shared/content/blocks/footnotes-format.ts'
import { referencedIds } from './footnote-plugins.ts'

interface BesidePost {
  /** The blog has a place of its own for footnotes. */
  isKept: boolean
}

declare module '@tiptap/core' {
  interface Storage {
    footnotesBeside: BesidePost
  }
}

export const FootnotesBeside = Extension.create<BesidePost, BesidePost>({
  name: 'footnotesBeside',
  addOptions: () => ({ isKept: false }),
  addStorage() {
    return { isKept: this.options.isKept }
  },
})

const isList = ({ attrs }: Pick<ProsemirrorNode, 'attrs'>): boolean =>
  !isBesidePost({ attrs: { source: attrs['source'] === null ? null : String(attrs['source']) } })

/** Whether these notes are a list in the text although the blog could keep them as its own. */
export const canBecomeReal = (editor: Editor, attrs: ProsemirrorNode['attrs']): boolean =>
  (editor.storage.footnotesBeside?.isKept ?? false) && isList({ attrs })

/**
 * The notes that the text has as a numbered list become footnotes of the blog, together with those that are already, in the
 * order of their references. One step, that undo takes back as one. null where there is no such list.
 */
export function realFootnotes({ doc, schema, tr }: EditorState): Transaction | null {
  const places: { node: ProsemirrorNode; position: number }[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'footnotes') places.push({ node, position })
    return node.type.name !== 'footnotes' && !node.isTextblock
  })
  const lists = places.filter(({ node }) => isList(node))
  const target = places.find(({ node }) => !isList(node)) ?? lists[0]
  const footnotes = schema.nodes['footnotes']
  if (!target || lists.length === 0 || !footnotes) return null
  const notes = new Map<string, ProsemirrorNode>()
  for (const { node } of [target, ...lists])
    node.forEach((note) => {
      const id = String(note.attrs['id'])
      if (!notes.has(id)) notes.set(id, note)
    })
  const order = [...new Set([...referencedIds(doc), ...notes.keys()])]
  const content = order.flatMap((id) => notes.get(id) ?? [])
  const { source, kept, meta } = target.node.attrs
  const attrs = isList(target.node) ? null : { source, kept, meta }
  for (const { node, position } of places.toReversed()) {
    if (position === target.position)
      tr.replaceWith(position, position + node.nodeSize, footnotes.create(attrs, content))
    else if (isList(node)) tr.delete(position, position + node.nodeSize)
  }
  return tr
}
