import type { InlineMark, InlineNode } from './document.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { isSameMark, marksOf, mergeInline, PLAIN_TAGS } from './inline-marks.ts'

function openingTag(mark: InlineMark): string {
  if (mark.type === 'kept') return mark.attrs.open
  if (mark.type === 'link') {
    const extra = Object.entries(mark.attrs.extra ?? {}).map(([name, value]) => attribute(name, value))
    return `<a${attribute('href', mark.attrs.href)}${extra.join('')}>`
  }
  if (mark.type !== 'language') return `<${PLAIN_TAGS[mark.type]}>`
  const { lang, dir, tag } = mark.attrs
  return `<${tag}${attribute('lang', lang)}${dir === null ? '' : attribute('dir', dir)}>`
}

const attribute = (name: string, value: string): string => ` ${name}="${escapeAttribute(value)}"`

function closingTag(mark: InlineMark): string {
  if (mark.type === 'kept') return `</${/^<([a-z][^\s/>]*)/i.exec(mark.attrs.open)?.[1] ?? 'span'}>`
  if (mark.type === 'link') return '</a>'
  return `</${mark.type === 'language' ? mark.attrs.tag : PLAIN_TAGS[mark.type]}>`
}

function ownHtml(node: InlineNode, lineBreak: string): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.text)
    case 'hardBreak':
      return lineBreak
    case 'keptInline':
      return node.attrs.source
    case 'footnoteReference': {
      const id = escapeAttribute(node.attrs.id)
      return `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">0</a></sup>`
    }
  }
}

/**
 * The inner HTML of a paragraph, heading or list item. A mark that reaches further stands outside of one that ends sooner,
 * so that an element of the blog stays one; where two cross, their order as marks decides which of them parts. Footnotes
 * have the number 0: see renumberFootnotes.
 */
export function inlineToHtml(
  inline: readonly InlineNode[] | undefined,
  isPreformatted = false,
  lineBreak = '<br>',
): string {
  const nodes = mergeInline(inline, isPreformatted)
  const nestings = nestMarks(nodes)
  const open: InlineMark[] = []
  let html = ''
  for (const [index, node] of nodes.entries()) {
    const marks = nestings[index] ?? []
    let shared = 0
    while (shared < open.length && isSameMark(open[shared], marks[shared])) shared += 1
    while (open.length > shared) {
      const mark = open.pop()
      if (mark) html += closingTag(mark)
    }
    for (const mark of marks.slice(open.length)) {
      html += openingTag(mark)
      open.push(mark)
    }
    html += ownHtml(node, lineBreak)
  }
  for (const mark of open.toReversed()) html += closingTag(mark)
  return html
}

interface Reach {
  from: number
  to: number
}

/** Per node its marks, outermost first. A break belongs to what stands on both of its sides. */
function nestMarks(nodes: readonly InlineNode[]): InlineMark[][] {
  const marks = nodes.map((node) => [...marksOf(node)])
  let firstBreak = 0
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'hardBreak') continue
    const shared = (marks[firstBreak - 1] ?? []).filter((mark) => marks[index]?.some((own) => isSameMark(mark, own)))
    for (let at = firstBreak; at < index; at += 1) marks[at] = shared
    firstBreak = index + 1
  }
  const reaches = marks.map((): Reach[] => [])
  for (const [index, own] of marks.entries()) {
    for (const [at, mark] of own.entries()) {
      const before = (marks[index - 1] ?? []).findIndex((other) => isSameMark(mark, other))
      const reach = (before === -1 ? undefined : reaches[index - 1]?.[before]) ?? { from: index, to: index }
      reach.to = index
      const found = reaches[index]
      if (found) found[at] = reach
    }
  }
  const nested = marks.map((own, index) =>
    own
      .map((mark, at) => ({ mark, at, reach: reaches[index]?.[at] ?? { from: index, to: index } }))
      .toSorted((one, other) => outerFirst(one, other))
      .map(({ mark }) => mark),
  )
  // A break opens nothing of its own: it stays inside what is open on both of its sides.
  let breakFrom = 0
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'hardBreak') continue
    const before = nested[breakFrom - 1] ?? []
    const after = nested[index] ?? []
    const differs = before.findIndex((mark, at) => !isSameMark(mark, after[at]))
    for (let at = breakFrom; at < index; at += 1) nested[at] = differs === -1 ? before : before.slice(0, differs)
    breakFrom = index + 1
  }
  for (let at = breakFrom; at < nodes.length; at += 1) nested[at] = []
  return nested
}

function outerFirst(one: { at: number; reach: Reach }, other: { at: number; reach: Reach }): number {
  if (holds(one.reach, other.reach)) return -1
  if (holds(other.reach, one.reach)) return 1
  return one.at - other.at
}

const holds = (outer: Reach, inner: Reach): boolean =>
  outer.from <= inner.from && outer.to >= inner.to && (outer.from < inner.from || outer.to > inner.to)
