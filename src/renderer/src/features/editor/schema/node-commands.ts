import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** Where a node view stands now; undefined once it is gone. */
export type PositionOf = () => number | undefined

export function changeAttributes(editor: Editor, positionOf: PositionOf, attrs: Record<string, unknown>): void {
  const position = positionOf()
  const node = position === undefined ? null : editor.state.doc.nodeAt(position)
  if (position === undefined || !node) return
  editor.view.dispatch(editor.state.tr.setNodeMarkup(position, null, { ...node.attrs, ...attrs }))
}

/** What goes and moves as one: of what is all of a list's item, the item. */
function wholeAt(doc: Node, position: number | undefined): { node: Node; position: number } | null {
  const node = position === undefined ? null : doc.nodeAt(position)
  if (position === undefined || !node) return null
  const place = doc.resolve(position)
  const { parent } = place
  return parent.type.name === 'listItem' && parent.childCount === 1
    ? { node: parent, position: place.before() }
    : { node, position }
}

export function removeBlock(editor: Editor, positionOf: PositionOf): void {
  const whole = wholeAt(editor.state.doc, positionOf())
  if (!whole) return
  const { node, position } = whole
  editor
    .chain()
    .deleteRange({ from: position, to: position + node.nodeSize })
    .focus()
    .run()
}

/** Changes places with the neighbour above or below; nothing happens at the edge. */
export function moveBlock(editor: Editor, positionOf: PositionOf, step: -1 | 1): void {
  const { doc, tr } = editor.state
  const whole = wholeAt(doc, positionOf())
  if (!whole) return
  const { node, position } = whole
  const place = doc.resolve(position)
  const neighbour = place.parent.maybeChild(place.index() + step)
  if (!neighbour) return
  const target = step === -1 ? position - neighbour.nodeSize : position + neighbour.nodeSize
  editor.view.dispatch(
    tr
      .delete(position, position + node.nodeSize)
      .insert(target, node)
      .scrollIntoView(),
  )
}
