import type { StructureNode } from '../../../shared/content/document.ts'
import { childrenOf } from '../../../shared/content/document-walk.ts'
import { isSilent, type Branch, type LineField } from './desk-lines.ts'

/** A leaf of the post to be, and in what it stands. `branch`: of the leaf that it was. */
export interface Placed {
  chain: Branch[]
  branch: Branch
  node: StructureNode
}

/** What the lines beside a block say now; null: what they said. */
type Fields = ReadonlyMap<Branch, ReadonlyMap<LineField, string | null>>

interface Grown {
  /** Of what it was. */
  node: StructureNode
  built: StructureNode[]
}
interface Open {
  branch: Branch
  grown: Grown[]
}

/** Puts the leaves back into lists, quotes and groups. What holds exactly what it held is the same node again. */
export function growTree(
  content: readonly StructureNode[],
  placed: readonly Placed[],
  fields: Fields,
): StructureNode[] {
  const root: Grown[] = []
  const open: Open[] = []
  const opened = new Set<Branch>()
  const again = new Set<Open>()
  const into = (): Grown[] => open.at(-1)?.grown ?? root
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const last = open.pop()
      if (last) into().push({ node: last.branch.node, built: closed(last, fields, again.has(last)) })
    }
  }
  for (const { chain, branch, node } of placed) {
    let shared = 0
    while (shared < open.length && open[shared]?.branch === chain[shared]) shared += 1
    closeTo(shared)
    for (const next of chain.slice(shared)) {
      const one = { branch: next, grown: [] }
      if (opened.has(next)) again.add(one)
      opened.add(next)
      open.push(one)
    }
    into().push({ node: branch.node, built: [withFields(node, branch, fields)] })
  }
  closeTo(0)
  const built = withSilent(content, root)
  return built.length > 0 ? built : [emptyParagraph()]
}

function closed({ branch, grown }: Open, fields: Fields, isAgain: boolean): StructureNode[] {
  const { node } = branch
  const children = withSilent(childrenOf(node), grown)
  const own = withFields(node, branch, fields)
  const before = childrenOf(node)
  if (
    !isAgain &&
    own === node &&
    children.length === before.length &&
    children.every((each, at) => each === before[at])
  )
    return [node]
  if (node.type === 'listItem') {
    // An item without its words: what hung under it takes its place.
    const [first] = children
    if (first && first.type !== 'paragraph' && first.type !== 'opaque')
      return children.flatMap((child) => (isList(child) ? childrenOf(child) : [child]))
    return [{ ...own, content: children } as StructureNode]
  }
  const content = isList(node) ? children.map((child) => (child.type === 'listItem' ? child : itemOf(child))) : children
  // A second piece of a block is a new one.
  const attrs = isAgain && own.attrs && 'source' in own.attrs ? { ...own.attrs, source: null } : own.attrs
  return [{ ...own, ...(attrs && { attrs }), content } as StructureNode]
}

/** What shows nothing in Word stays behind what it stood behind. */
function withSilent(before: readonly StructureNode[], grown: readonly Grown[]): StructureNode[] {
  const silent = before.flatMap((node, at) => (isSilent(node) ? [{ node, after: before.slice(0, at) }] : []))
  if (silent.length === 0) return grown.flatMap(({ built }) => built)
  const places = silent.map(({ node, after }) => {
    let at = -1
    for (let back = after.length - 1; back >= 0 && at === -1; back -= 1) at = sameIn(grown, after, back)
    return { node, at }
  })
  const putAt = (at: number): StructureNode[] => places.filter((place) => place.at === at).map(({ node }) => node)
  return [...putAt(-1), ...grown.flatMap(({ built }, at) => [...built, ...putAt(at)])]
}

/** Where that one stands now; of two that are alike, the one that comes as late. */
function sameIn(grown: readonly Grown[], before: readonly StructureNode[], at: number): number {
  const times = before.slice(0, at + 1).filter((node) => node === before[at]).length
  const places = grown.flatMap(({ node }, place) => (node === before[at] ? [place] : []))
  return places[times - 1] ?? places.at(-1) ?? -1
}

function withFields(node: StructureNode, branch: Branch, fields: Fields): StructureNode {
  const said = fields.get(branch)
  const attrs = (node.attrs ?? {}) as Record<string, unknown>
  const changed: Record<string, string> = {}
  for (const field of ['caption', 'citation'] as const) {
    const was = attrs[field]
    if (typeof was !== 'string' || was === '') {
      const now = said?.get(field)
      if (typeof now === 'string' && field in attrs) changed[field] = now
      continue
    }
    const now = said?.get(field)
    if (now === undefined && was.trim() !== '') changed[field] = ''
    else if (typeof now === 'string') changed[field] = now
  }
  return Object.keys(changed).length === 0 ? node : ({ ...node, attrs: { ...attrs, ...changed } } as StructureNode)
}

const isList = (node: StructureNode): boolean => node.type === 'bulletList' || node.type === 'orderedList'
const emptyParagraph = (): StructureNode => ({ type: 'paragraph', attrs: { dir: null, source: null } })
const itemOf = (node: StructureNode): StructureNode =>
  ({ type: 'listItem', content: [node.type === 'paragraph' ? node : emptyParagraph()] }) as StructureNode
