import type { BlockNode, InlineNode, PostDocument, StructureNode } from './document.ts'

const WITH_WORDS: readonly StructureNode['type'][] = [
  'paragraph',
  'heading',
  'codeBlock',
  'preformatted',
  'verse',
  'button',
  'footnote',
]

export const holdsWords = (node: StructureNode): boolean => WITH_WORDS.includes(node.type)

/** What stands directly in a node; nothing for one that has only words. */
export const childrenOf = (node: StructureNode): readonly StructureNode[] =>
  'content' in node && !holdsWords(node) ? ((node.content as StructureNode[] | undefined) ?? []) : []

/** The words that stand directly in a node. */
export const inlineOf = (node: StructureNode): readonly InlineNode[] =>
  'content' in node && holdsWords(node) ? ((node.content as InlineNode[] | undefined) ?? []) : []

/** Every node of the post but those in a line, in reading order. */
export function* walkNodes(nodes: readonly StructureNode[]): Generator<StructureNode> {
  for (const node of nodes) {
    yield node
    yield* walkNodes(childrenOf(node))
  }
}

export function* walkDocument(document: PostDocument): Generator<StructureNode> {
  yield* walkNodes(document.content)
}

/** The post with every block changed, also those inside others, from the inside out. */
export const mapBlocks = (document: PostDocument, change: (block: BlockNode) => BlockNode): PostDocument => ({
  ...document,
  content: document.content.map((block) => mapBlock(block, change)),
})

export function mapBlock(block: BlockNode, change: (block: BlockNode) => BlockNode): BlockNode {
  if (block.type !== 'container' && block.type !== 'blockquote' && block.type !== 'gallery') return change(block)
  const content = block.content.map((inner) => mapBlock(inner, change))
  return change({ ...block, content } as BlockNode)
}

/** The bytes that a block had on the blog, '' of a new one. */
export function sourceOf(block: BlockNode): string {
  if (block.type !== 'container') return block.attrs.source ?? ''
  return block.attrs.open + block.content.map(sourceOf).join('') + block.attrs.close
}

/** The same of the text alone: a note's own words call for no note. */
export const notesOfText = (blocks: readonly BlockNode[]): string[] =>
  referredFootnotes(blocks.filter(({ type }) => type !== 'footnotes'))

/** The ids of the footnotes that the text refers to, each once, in reading order. */
export function referredFootnotes(blocks: readonly BlockNode[]): string[] {
  const ids = new Set<string>()
  for (const node of walkNodes(blocks)) {
    for (const inline of inlineOf(node)) if (inline.type === 'footnoteReference') ids.add(inline.attrs.id)
  }
  return [...ids]
}
