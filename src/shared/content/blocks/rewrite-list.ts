import { parseBlocks } from '../block-grammar.ts'
import type { ListItemNode } from '../document.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { startTag } from '../kept-parts.ts'
import { matchSequences } from '../merge/match-sequences.ts'
import { splitOuterWhiteSpace } from '../white-space.ts'
import { readList, type ListNode, type ReadItem, type ReadList } from './read-list.ts'

interface ListWriting {
  list(node: ListNode): string
  item(node: ListItemNode): string
  storable(node: ListNode): ListNode
}

/**
 * A list of which only the items changed, from the bytes it had: an item that means what it meant keeps its own, and one
 * that changed is written in the form the others have. null where that would not read back as this list. Of storable lists.
 */
export function rewriteList(node: ListNode, before: ReadList, writing: ListWriting): string | null {
  const text = new ListRewriter(writing, !before.source.includes('<!-- wp:list-item')).list(node, before)
  const [piece, ...others] = text === null ? [] : parseBlocks(text)
  const again = piece?.kind === 'block' && others.length === 0 ? readList(piece)?.node : null
  return again && JSON.stringify(writing.storable(again)) === JSON.stringify(node) ? text : null
}

class ListRewriter {
  readonly #writing: ListWriting
  /** Of before 6.1: one block, its items nothing but HTML. */
  readonly #isHtml: boolean

  constructor(writing: ListWriting, isHtml: boolean) {
    this.#writing = writing
    this.#isHtml = isHtml
  }

  list(node: ListNode, before: ReadList): string | null {
    const shell = shellOf(before.source, before.element.open, /<\/[uo]l\s*>(?:\s*<!--[^<]*-->)?$/i)
    if (!shell) return null
    const { gaps, tail } = gapsBetween(shell.inner, before.items)
    const usualGap = gaps[1] ?? (this.#isHtml ? '' : '\n\n')
    const was = this.#sourcesOf(node, before)
    const items = node.content.map((item, index) => {
      const at = was[index] ?? null
      const gap = index === 0 ? (gaps[0] ?? '') : at === null || at === 0 ? usualGap : (gaps[at] ?? usualGap)
      const read = at === null ? undefined : before.items[at]
      return gap + (read ? this.#item(item, read) : this.#newItem(item))
    })
    return shell.open + items.join('') + tail + shell.close
  }

  /** Which item of before each item was, null for a new one: those that mean the same first, then those between them in order. */
  #sourcesOf(node: ListNode, before: ReadList): (number | null)[] {
    const storable = this.#writing.storable(before.node)
    if (storable.content.length !== before.items.length) return node.content.map(() => null)
    const matches = matchSequences(node.content.map(meaning), storable.content.map(meaning))
    let next = 0
    return matches.map((match, index) => {
      if (match === null) {
        const end = matches.slice(index).find((each) => each !== null) ?? before.items.length
        match = next < end ? next : null
      }
      next = match === null ? next : match + 1
      return match
    })
  }

  #item(item: ListItemNode, before: ReadItem): string {
    if (meaning(item) === meaning(before.node)) return before.source
    const isKept = JSON.stringify(item.attrs ?? null) === JSON.stringify(before.node.attrs ?? null)
    const shell =
      before.element && isKept && shellOf(before.source, before.element.open, /<\/li\s*>(?:\s*<!--[^<]*-->)?$/i)
    const [first, ...lists] = item.content
    const isOfLists = lists.every((each) => each.type === 'bulletList' || each.type === 'orderedList')
    if (!shell || first?.type !== 'paragraph' || !isOfLists) return this.#newItem(item)
    const { gaps, tail } = gapsBetween(shell.inner, before.lists)
    const words = before.lists.length > 0 ? (gaps[0] ?? '') : tail
    const rest = lists.map((list, index) => {
      const was = before.lists[index]
      const gap = index === 0 ? '' : (gaps[index] ?? (this.#isHtml ? '' : '\n\n'))
      return gap + this.#innerList(list, was)
    })
    const isSameText = JSON.stringify(first.content ?? []) === JSON.stringify(firstOf(before.node))
    const text = isSameText ? words : withLayoutOf(words, inlineToHtml(first.content))
    return shell.open + text + rest.join('') + (lists.length > 0 && before.lists.length > 0 ? tail : '') + shell.close
  }

  #innerList(list: ListNode, before: ReadList | undefined): string {
    const isSameShell = before && meaning({ ...list, content: [] }) === meaning({ ...before.node, content: [] })
    return (isSameShell ? this.list(list, before) : null) ?? this.#newList(list)
  }

  #newList(list: ListNode): string {
    if (!this.#isHtml) return this.#writing.list(list)
    const name = list.type === 'bulletList' ? 'ul' : 'ol'
    return `<${name}>${list.content.map((item) => this.#newItem(item)).join('')}</${name}>`
  }

  #newItem(item: ListItemNode): string {
    if (!this.#isHtml) return this.#writing.item(item)
    const parts = item.content.map((child) =>
      child.type === 'opaque'
        ? child.attrs.source
        : child.type === 'paragraph'
          ? inlineToHtml(child.content)
          : this.#newList(child),
    )
    return item.content[0]?.type === 'opaque'
      ? parts.join('')
      : `${startTag('li', {}, item.attrs?.kept)}>${parts.join('')}</li>`
  }
}

const meaning = (node: object): string => JSON.stringify(node)

const firstOf = ({ content: [first] }: ListItemNode): unknown =>
  first?.type === 'paragraph' ? (first.content ?? []) : null

/** Start, inside and end of a list or an item, whose start tag is `tag`. */
function shellOf(source: string, tag: string, end: RegExp): { open: string; inner: string; close: string } | null {
  const [comment = ''] = /^(?:<!--[^]*?-->\s*)?/.exec(source) ?? []
  const open = comment + tag
  const close = end.exec(source)
  if (!source.startsWith(open) || !close || close.index < open.length) return null
  return { open, inner: source.slice(open.length, close.index), close: close[0] }
}

/** What stands before each part, and behind the last; the parts are found in order. */
function gapsBetween(inner: string, parts: readonly { source: string }[]): { gaps: string[]; tail: string } {
  const gaps: string[] = []
  let at = 0
  for (const { source } of parts) {
    const start = inner.indexOf(source, at)
    if (start < 0) break
    gaps.push(inner.slice(at, start))
    at = start + source.length
  }
  return { gaps, tail: inner.slice(at) }
}

/** Line ends around the words of an item are its layout. */
function withLayoutOf(before: string, text: string): string {
  const { before: head, inner, after } = splitOuterWhiteSpace(before)
  const layout = (space: string): string => (/[\t\n\r]/.test(space) ? space : '')
  return inner === '' ? text + layout(head) : layout(head) + text + layout(after)
}
