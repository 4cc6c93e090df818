import type { InlineMark, InlineNode, PlainMarkType } from './document.ts'
import { joinLines } from './white-space.ts'

/** Outermost first: the order in which marks are kept. `kept` ones may be several. */
const MARK_ORDER: readonly InlineMark['type'][] = [
  'kept',
  'link',
  'language',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
  'code',
]

export const PLAIN_TAGS: Readonly<Record<PlainMarkType, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
}

const markRank = (mark: InlineMark): number => MARK_ORDER.indexOf(mark.type)

export const isSameMark = (one: InlineMark | undefined, other: InlineMark | undefined): boolean =>
  one !== undefined && other !== undefined && markKey(one) === markKey(other)

export const hasSameMarks = (one: readonly InlineMark[], other: readonly InlineMark[]): boolean =>
  one.length === other.length && one.every((mark, index) => isSameMark(mark, other[index]))

function markKey(mark: InlineMark): string {
  if (mark.type === 'kept') return `kept ${mark.attrs.open}`
  if (mark.type === 'link') return `link ${JSON.stringify([mark.attrs.href, sortedExtra(mark.attrs.extra)])}`
  if (mark.type !== 'language') return mark.type
  return `language ${JSON.stringify([mark.attrs.lang, mark.attrs.dir, mark.attrs.tag])}`
}

/** An editor may bring a link's usual attributes as its own, empty. */
function sortedExtra(extra: Record<string, string> | null | undefined): [string, string][] {
  return Object.entries(extra ?? {})
    .filter(([, value]) => typeof value === 'string')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** The mark's own fields only: an editor may hang its own on it. */
function plainMark(mark: InlineMark): InlineMark {
  if (mark.type === 'kept') return { type: 'kept', attrs: { open: mark.attrs.open } }
  if (mark.type === 'link') {
    const extra = Object.entries(mark.attrs.extra ?? {}).filter(([, value]) => typeof value === 'string')
    const { href } = mark.attrs
    return { type: 'link', attrs: extra.length > 0 ? { href, extra: Object.fromEntries(extra) } : { href } }
  }
  if (mark.type !== 'language') return { type: mark.type }
  const { lang, dir, tag } = mark.attrs
  return { type: 'language', attrs: { lang, dir, tag } }
}

/** Each once, in order; kept ones by their tags, since how they nest is said by how far they reach. */
function orderedMarks(marks: readonly InlineMark[] = []): InlineMark[] {
  const known = marks.filter((mark) => MARK_ORDER.includes(mark.type)).map(plainMark)
  const single = known.filter(
    (mark, index) =>
      known.findIndex((other) => (mark.type === 'kept' ? isSameMark(mark, other) : mark.type === other.type)) === index,
  )
  return single.toSorted(
    (one, other) =>
      markRank(one) - markRank(other) ||
      (one.type === 'kept' && other.type === 'kept' && one.attrs.open > other.attrs.open ? 1 : -1),
  )
}

export const marksOf = (node: InlineNode | undefined): readonly InlineMark[] =>
  node !== undefined && node.type !== 'hardBreak' ? (node.marks ?? []) : []

/**
 * One form for one meaning: neighbours with the same marks are one text, marks in order, line breaks in text are spaces.
 * With `isPreformatted` they are line breaks, and a break is one of them.
 */
export function mergeInline(nodes: readonly InlineNode[] = [], isPreformatted = false): InlineNode[] {
  const merged: (InlineNode | { type: 'run'; texts: string[]; marks: InlineMark[] })[] = []
  const addText = (text: string, marks: InlineMark[]): void => {
    if (text === '') return
    const last = merged.at(-1)
    if (last?.type === 'run' && hasSameMarks(last.marks, marks)) last.texts.push(text)
    else merged.push({ type: 'run', texts: [text], marks })
  }
  for (const [index, node] of nodes.entries()) {
    switch (node.type) {
      case 'text':
        addText(node.text, orderedMarks(node.marks))
        break
      case 'hardBreak':
        if (isPreformatted) addText('\n', sharedMarks(nodes[index - 1], nodes[index + 1]))
        else merged.push({ type: 'hardBreak' })
        break
      case 'footnoteReference':
        merged.push({ type: 'footnoteReference', attrs: { id: node.attrs.id }, ...withMarks(orderedMarks(node.marks)) })
        break
      case 'keptInline':
        merged.push({
          type: 'keptInline',
          attrs: { source: node.attrs.source },
          ...withMarks(orderedMarks(node.marks)),
        })
        break
    }
  }
  return merged.map((node): InlineNode => {
    if (node.type !== 'run') return node
    const text = node.texts.join('')
    return { type: 'text', text: isPreformatted ? text : joinLines(text), ...withMarks(node.marks) }
  })
}

const withMarks = (marks: InlineMark[]) => (marks.length > 0 ? { marks } : {})

function sharedMarks(before: InlineNode | undefined, after: InlineNode | undefined): InlineMark[] {
  const others = orderedMarks(marksOf(after))
  return orderedMarks(marksOf(before)).filter((mark) => others.some((other) => isSameMark(mark, other)))
}
