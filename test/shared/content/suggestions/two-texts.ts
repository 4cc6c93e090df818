import * as fc from 'fast-check'
import type { BlockNode, PostDocument, StructureNode } from '../../../../src/shared/content/document.ts'
import { childrenOf, holdsWords, inlineOf } from '../../../../src/shared/content/document-walk.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { meaningOf } from '../../../../src/shared/content/suggestions/node-meaning.ts'
import { newBlock, newDocument } from '../generated.ts'
import { anyVersions } from '../merge/versions.ts'

export interface TwoTexts {
  before: PostDocument
  after: PostDocument
}

/** What a reviewer does to a block; `at` is a place, taken modulo what there is. */
const act = fc.oneof(
  fc.record({ act: fc.constant('keep' as const) }),
  fc.record({ act: fc.constant('keep' as const) }),
  fc.record({ act: fc.constant('drop' as const) }),
  fc.record({ act: fc.constant('put-before' as const), block: newBlock }),
  fc.record({ act: fc.constant('replace' as const), block: newBlock }),
  fc.record({ act: fc.constant('to-end' as const) }),
  fc.record({ act: fc.constant('inside' as const), at: fc.nat(), word: fc.constantFrom('new', 'mới', 'جديد', '') }),
  fc.record({ act: fc.constant('inside' as const), at: fc.nat(), word: fc.constantFrom('new', 'mới', 'جديد', '') }),
  fc.record({ act: fc.constant('drop-inside' as const), at: fc.nat() }),
  fc.record({ act: fc.constant('twice-inside' as const), at: fc.nat() }),
  fc.record({ act: fc.constant('heading' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** What a text says; notes stand in the order of their numbers, whatever order they are kept in. */
export const meaning = ({ content }: PostDocument): string[] =>
  content.map((block) =>
    meaningOf(
      block.type === 'footnotes'
        ? {
            ...block,
            content: (block.content ?? []).toSorted((one, other) => (one.attrs.id < other.attrs.id ? -1 : 1)),
          }
        : block,
    ),
  )

/** A text and what a reviewer made of it: of any blocks, or of the markup of a blog; or two that have nothing in common. */
export const anyTwoTexts: fc.Arbitrary<TwoTexts> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(newDocument, fc.array(act, { maxLength: 6 })).map(([before, acts]) => reviewed(before, acts)),
  },
  {
    weight: 3,
    arbitrary: anyVersions.map(({ base, mine }) => ({
      before: markupToDocument(base.content),
      after: markupToDocument(mine.content),
    })),
  },
  { weight: 1, arbitrary: fc.record({ before: newDocument, after: newDocument }) },
)

function reviewed(before: PostDocument, acts: readonly Act[]): TwoTexts {
  const late: BlockNode[] = []
  const content = before.content.flatMap((block, index): BlockNode[] => {
    const given = acts[index % Math.max(1, acts.length)] ?? { act: 'keep' }
    switch (given.act) {
      case 'keep':
        return [block]
      case 'drop':
        return []
      case 'put-before':
        return [given.block, block]
      case 'replace':
        return [given.block]
      case 'to-end':
        late.push(block)
        return []
      case 'inside':
        return [changeInside(block, given.at, (node) => [withWord(node, given.at, given.word)])]
      case 'drop-inside':
        return [changeInside(block, given.at, (_, isOnly) => (isOnly ? [_] : []))]
      case 'twice-inside':
        return [changeInside(block, given.at, (node) => (node.type === 'footnote' ? [node] : [node, node]))]
      case 'heading':
        return [block.type === 'paragraph' ? asHeading(block) : block]
    }
  })
  const all = [...content, ...late]
  return { before, after: { ...before, content: all.length > 0 ? all : before.content } }
}

const asHeading = (block: BlockNode & { type: 'paragraph' }): BlockNode => ({
  type: 'heading',
  attrs: { source: block.attrs.source, level: 3, dir: block.attrs.dir },
  ...(block.content && { content: block.content }),
})

/** Changes one of the children of a block, or of a child's; a block without any as a whole. */
function changeInside(
  block: BlockNode,
  at: number,
  change: (node: StructureNode, isOnly: boolean) => StructureNode[],
): BlockNode {
  const children = childrenOf(block)
  const chosen = children[at % Math.max(1, children.length)]
  if (!chosen) return (change(block, true)[0] ?? block) as BlockNode
  const isFlat = childrenOf(chosen).length === 0 || at % 3 === 0
  const changed = isFlat ? change(chosen, children.length === 1) : [changeInside(chosen as BlockNode, at + 1, change)]
  // A table with uneven rows, or an item without its paragraph, is no text that anybody can write.
  if (chosen.type === 'tableCell' || chosen.type === 'tableHeader' || chosen === listItemHead(block)) {
    if (changed.length !== 1) return block
  }
  return { ...block, content: children.flatMap((child) => (child === chosen ? changed : [child])) } as BlockNode
}

const listItemHead = (node: StructureNode): StructureNode | undefined =>
  node.type === 'listItem' ? node.content[0] : undefined

function withWord(node: StructureNode, at: number, word: string): StructureNode {
  if (!holdsWords(node)) return node
  const content = inlineOf(node).map((inline, index) => {
    if (inline.type !== 'text' || index !== at % inlineOf(node).length) return inline
    const words = inline.text.split(' ')
    return { ...inline, text: words.with(at % words.length, word).join(' ') || 'x' }
  })
  return { ...node, ...(content.length > 0 && { content }) } as StructureNode
}
