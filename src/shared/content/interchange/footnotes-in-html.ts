import { isTag, textOf, type HtmlTag, type HtmlTree } from './html-tree.ts'

interface Notes {
  list: { id: string; children: HtmlTree[] }[]
  /** Where a raised number leads to, by the anchor of the note. */
  byAnchor: Map<string, { id: string; number: number }>
}

/**
 * Takes the notes out of the end of a text: items of a numbered list that a raised number in the text leads to. So they
 * come out of WordPress, of Word (by mammoth), of Markdown and of our own pages.
 */
export function takeFootnotes(nodes: readonly HtmlTree[], newId: () => string): { nodes: HtmlTree[]; notes: Notes } {
  const targets = raisedTargets(nodes, new Set())
  const notes: Notes = { list: [], byAnchor: new Map() }
  const byAnchor = new Map<string, HtmlTag>()
  const rest = targets.size === 0 ? [...nodes] : withoutNotes(nodes, targets, byAnchor)
  for (const target of targets) {
    const item = byAnchor.get(target)
    if (!item) continue
    const id = newId()
    notes.list.push({ id, children: withoutWayBack(item.children) })
    notes.byAnchor.set(target, { id, number: notes.list.length })
  }
  return { nodes: rest, notes }
}

function raisedTargets(nodes: readonly HtmlTree[], found: Set<string>): Set<string> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const link = node.name === 'sup' ? node.children.find((child) => isTag(child, 'a')) : null
    const href = isTag(link ?? undefined) ? (link as HtmlTag).attributes.get('href') : undefined
    if (href?.startsWith('#')) found.add(href.slice(1))
    raisedTargets(node.children, found)
  }
  return found
}

function withoutNotes(
  nodes: readonly HtmlTree[],
  targets: ReadonlySet<string>,
  notes: Map<string, HtmlTag>,
): HtmlTree[] {
  return nodes.flatMap((node): HtmlTree[] => {
    if (typeof node === 'string') return [node]
    const children = withoutNotes(node.children, targets, notes)
    const anchor = node.attributes.get('id')
    if (node.name === 'li' && anchor !== undefined && targets.has(anchor)) {
      notes.set(anchor, { ...node, children })
      return []
    }
    const isEmptied =
      children.length < node.children.length &&
      textOf(children).trim() === '' &&
      ['ol', 'ul', 'section', 'div'].includes(node.name)
    return isEmptied ? [] : [{ ...node, children }]
  })
}

/** The arrow that leads back up. */
function withoutWayBack(nodes: readonly HtmlTree[]): HtmlTree[] {
  return nodes.flatMap((node): HtmlTree[] => {
    if (typeof node === 'string') return [node]
    const isArrow = node.name === 'a' && textOf(node.children).replaceAll(/\s|\ufe0e|\ufe0f|↩|↑|⤴|\^/g, '') === ''
    return isArrow ? [] : [{ ...node, children: withoutWayBack(node.children) }]
  })
}
