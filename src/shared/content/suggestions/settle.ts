import { holdsWords, notesOfText } from '../document-walk.ts'
import type { BlockNode, FootnoteNode, FootnotesNode, InlineNode, PostDocument, StructureNode } from '../document.ts'
import { mergeInline } from '../inline-marks.ts'
import type { DocumentOverlay, EntryOverlay, NodeOverlay } from './overlay.ts'
import { isPreformatted } from './node-meaning.ts'
import { suggestionIds } from './suggestion-ids.ts'

/**
 * The text in which some of the suggestions are taken and the others are not: with all it is the proposed one, with none
 * the one before, whatever they hold. What is taken or left as a whole keeps its bytes. The order in which
 * suggestions were decided on cannot matter: it is no part of the question.
 */
export function settleDocument({ before, after, blocks }: DocumentOverlay, taken: ReadonlySet<string>): PostDocument {
  const ids = suggestionIds(blocks)
  if (ids.every((id) => !taken.has(id))) return before
  if (ids.every((id) => taken.has(id))) return after
  const content = settleRow(blocks, taken) as BlockNode[]
  const settled = withNotesOfNumbers(content, before, after)
  return { ...before, content: settled.length > 0 ? settled : [emptyParagraph()] }
}

function settleRow(entries: readonly EntryOverlay[], taken: ReadonlySet<string>): StructureNode[] {
  return entries.flatMap((entry): StructureNode[] => {
    switch (entry.kind) {
      case 'kept':
        return settleNode(entry.node, taken)
      case 'added':
        return taken.has(entry.id) ? [entry.after] : []
      case 'removed':
      case 'moved-away':
        return taken.has(entry.id) ? [] : [entry.before]
      case 'moved-here':
        return taken.has(entry.id) ? [entry.after] : []
    }
  })
}

function settleNode(node: NodeOverlay, taken: ReadonlySet<string>): StructureNode[] {
  if (node.kind === 'same') return [node.before]
  if (node.kind === 'replaced') return [taken.has(node.id) ? node.after : node.before]
  const ids = suggestionIds([{ kind: 'kept', node }])
  if (ids.every((id) => !taken.has(id))) return [node.before]
  if (ids.every((id) => taken.has(id))) return [node.after]
  const shell = node.shellId !== null && taken.has(node.shellId) ? node.after : node.before
  if (node.words) return [withContent(shell, settleWords(node, taken))]
  return [withContent(shell, settleRow(node.children ?? [], taken))]
    .filter((settled) => !isHollow(settled))
    .map(asWhole)
}

function settleWords(node: NodeOverlay & { kind: 'changed' }, taken: ReadonlySet<string>): InlineNode[] {
  const content = (node.words ?? []).flatMap((run) =>
    run.kind === 'kept' ? run.content : taken.has(run.id) ? run.after : run.before,
  )
  return mergeInline(content, isPreformatted(node.before))
}

function withContent(shell: StructureNode, content: readonly (InlineNode | StructureNode)[]): StructureNode {
  if (content.length > 0 || !holdsWords(shell)) return { ...shell, content } as StructureNode
  const { content: _, ...bare } = shell as StructureNode & { content?: unknown }
  return bare as StructureNode
}

const HOLLOW_WHEN_EMPTY: readonly StructureNode['type'][] = [
  'bulletList',
  'orderedList',
  'gallery',
  'table',
  'tableRow',
  'buttons',
  'footnotes',
]

/** Nothing is left that it could be a list of. */
const isHollow = (node: StructureNode): boolean =>
  HOLLOW_WHEN_EMPTY.includes(node.type) && 'content' in node && node.content?.length === 0

const emptyParagraph = (): BlockNode => ({ type: 'paragraph', attrs: { dir: null, source: null } })

/** Blocks in which a caret must be able to stand. */
function asWhole(node: StructureNode): StructureNode {
  const needsParagraph =
    node.type === 'blockquote' || node.type === 'pullquote' || node.type === 'tableCell' || node.type === 'tableHeader'
  if (needsParagraph && node.content.length === 0) return { ...node, content: [emptyParagraph()] } as StructureNode
  return node
}

/** Every number in the text has its note, and a note whose number was not taken, or was taken away, is not there. */
function withNotesOfNumbers(content: readonly BlockNode[], before: PostDocument, after: PostDocument): BlockNode[] {
  const referred = notesOfText(content)
  const everReferred = new Set([...notesOfText(before.content), ...notesOfText(after.content)])
  const isWanted = ({ attrs: { id } }: FootnoteNode): boolean => referred.includes(id) || !everReferred.has(id)
  const present = new Set(content.flatMap(notesOf).map(({ attrs }) => attrs.id))
  const missing = [...before.content, ...after.content]
    .flatMap(notesOf)
    .filter(
      ({ attrs: { id } }, at, all) =>
        referred.includes(id) && !present.has(id) && all.findIndex((note) => note.attrs.id === id) === at,
    )
  const place = content.findIndex(isNotes)
  const empty: FootnotesNode = { type: 'footnotes', attrs: { source: null, meta: null } }
  const notes = (content[place] ?? [...before.content, ...after.content].find(isNotes) ?? empty) as FootnotesNode
  const kept = (place < 0 ? [] : notesOf(notes)).filter(isWanted)
  const all = [...kept, ...missing]
  const settled = all.length === 0 ? [] : [{ ...notes, content: all }]
  if (place < 0) return [...content, ...settled]
  const isAsItWas = all.length === notesOf(notes).length && missing.length === 0
  return isAsItWas ? [...content] : [...content.slice(0, place), ...settled, ...content.slice(place + 1)]
}

const isNotes = (block: BlockNode): block is FootnotesNode => block.type === 'footnotes'
const notesOf = (block: BlockNode): FootnoteNode[] => (isNotes(block) ? (block.content ?? []) : [])
