import { Node, type NodeConfig } from '@tiptap/core'
import { CARRIER_TAG, fromCarrier, toCarrier } from './own-clipboard.ts'

/** Attributes that live in the node only: they are no part of the HTML that the editor draws. */
export const carried = (defaults: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { default: value, rendered: false }] as const),
  )

/** What every block of the blog has; see BlockAttributes. */
export const ORIGIN = { source: null, kept: null }

interface BlockNodeOptions extends Pick<
  NodeConfig,
  | 'content'
  | 'marks'
  | 'whitespace'
  | 'group'
  | 'code'
  | 'defining'
  | 'isolating'
  | 'selectable'
  | 'addNodeView'
  | 'addKeyboardShortcuts'
> {
  name: string
  attrs: Record<string, unknown>
  /** The element in which its content is drawn where no node view does it. */
  tag?: string
}

/** A node of PostDocument that HTML has no word for: it goes through the clipboard as a carrier of this window. */
export function blockNode({ name, attrs, tag = 'div', group = 'block', ...config }: BlockNodeOptions) {
  const isAtom = config.content === undefined
  return Node.create({
    name,
    group,
    atom: isAtom,
    draggable: isAtom,
    ...config,
    addAttributes: () => carried(attrs),
    // Before paragraph's own rule for `<p>`.
    parseHTML: () => [{ tag: CARRIER_TAG, priority: 60, getAttrs: (dom) => fromCarrier(dom, name) }],
    renderHTML: ({ node }) => {
      const carrier = toCarrier(name, { ...node.attrs, ...('source' in node.attrs && !isAtom && { source: null }) })
      return isAtom ? [tag, carrier] : [tag, carrier, 0]
    },
  })
}
