import type { StructureNode } from '../../../shared/content/document.ts'
import { childrenOf } from '../../../shared/content/document-walk.ts'
import type { Branch, DeskLine } from './desk-lines.ts'
import type { Placed } from './grow-tree.ts'
import type { Look } from './word-line.ts'

/** Where in the post a line of Word goes: by its sign, its style, and what stands before and behind it. */
export class PlaceByLook {
  /** Whether a line may stay in what it stood in: it looks the same, and the items it hangs under are there. */
  canStay({ branch, look: was }: DeskLine, look: Look, placed: readonly Placed[]): boolean {
    if (kindOf(was) !== kindOf(look)) return false
    const open = placed.at(-1)
    const openBranches = new Set(open ? [...open.chain, open.branch] : [])
    const items = chainAbove(branch).filter(({ node }) => node.type === 'listItem')
    // What opens an item brings it along, with its sign or, of a block that Word cannot show, without.
    const own = items.at(-1)?.node
    const opensItem =
      was.list !== null || (own !== undefined && own === branch.parent?.node && childrenOf(own)[0] === branch.node)
    const needed = opensItem ? items.slice(0, -1) : items
    return needed.every((item) => openBranches.has(item))
  }

  place(look: Look, placed: readonly Placed[], next: readonly Branch[]): Branch[] {
    const last = placed.at(-1)
    if (look.list) return this.#inList(look.list, last?.chain ?? [], next)
    if (look.style !== 'quote' && look.style !== 'pullquote') return this.flow(last, next)
    const type = look.style === 'quote' ? 'blockquote' : 'pullquote'
    for (const chain of [last?.chain ?? [], next]) {
      const at = chain.findLastIndex(({ node }) => node.type === type)
      if (at !== -1) return chain.slice(0, at + 1)
    }
    return [...this.flow(last, next), newBranch({ type, attrs: { citation: '', source: null }, content: [] })]
  }

  /** Between two blocks of one group it is in the group. */
  flow(last: Placed | undefined, next: readonly Branch[]): Branch[] {
    const shared: Branch[] = []
    for (const [at, branch] of (last?.chain ?? []).entries()) {
      if (branch !== next[at] || branch.node.type !== 'container') break
      shared.push(branch)
    }
    return shared
  }

  #inList({ level, isOrdered }: NonNullable<Look['list']>, last: readonly Branch[], next: readonly Branch[]): Branch[] {
    const type = isOrdered ? 'orderedList' : 'bulletList'
    for (const chain of [last, next]) {
      const lists = chain.flatMap(({ node }, at) => (isList(node) ? [at] : []))
      const at = lists[level]
      if (at !== undefined && chain[at]?.node.type === type) return [...chain.slice(0, at + 1), newItem()]
      const above = lists.at(-1)
      // Under the last item, however much deeper Word has it.
      if (chain === last && at === undefined && level > 0 && above !== undefined)
        return [...chain.slice(0, above + 2), newList(isOrdered), newItem()]
      if (chain === last && at !== undefined && at > 0 && level > 0)
        return [...chain.slice(0, at), newList(isOrdered), newItem()]
    }
    const around = last.findIndex(({ node }) => isList(node))
    const before = around === -1 ? last : last.slice(0, around)
    return [
      ...before.filter(({ node }, at) => node.type === 'container' && next[at] === last[at]),
      newList(isOrdered),
      newItem(),
    ]
  }
}

const kindOf = ({ style, list }: Look): string =>
  list ? `${list.level} ${list.isOrdered}` : style === 'quote' || style === 'pullquote' ? style : 'flow'

const isList = (node: StructureNode): boolean => node.type === 'bulletList' || node.type === 'orderedList'

const chainAbove = ({ parent }: Branch): Branch[] => (parent ? [...chainAbove(parent), parent] : [])

const newBranch = (node: StructureNode): Branch => ({ node, parent: null })
const newItem = (): Branch => newBranch({ type: 'listItem', content: [] })
const newList = (isOrdered: boolean): Branch =>
  newBranch(
    isOrdered
      ? { type: 'orderedList', attrs: { start: 1, source: null }, content: [] }
      : { type: 'bulletList', attrs: { source: null }, content: [] },
  )
