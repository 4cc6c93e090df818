import type { ParsedBlock } from '../block-grammar.ts'
import { blockMarkup } from '../block-comment.ts'
import type { BlockNode, FootnoteNode, FootnotesNode } from '../document.ts'
import { escapeAttribute } from '../escape-html.ts'
import { FOOTNOTE_ID } from '../footnote-reference.ts'
import { asBlock, isElement, readAll, significant, soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlNode } from '../strict-html.ts'
import type { BlockFormat } from './block-format.ts'
import { storableInline } from './text-formats.ts'

const LIST_CLASS = 'footnotes'
const BACK = '↩︎'

/**
 * WordPress (6.3) keeps the notes beside the post, in its meta, and the block is only their place (footnotes-meta.ts). A
 * blog without the meta gets them in the text: a numbered list with anchors both ways, which every blog shows and the
 * desk knows again. Where they have once been written so they stay so.
 */
export const footnotesFormat: BlockFormat<FootnotesNode> = {
  read(block) {
    const rest = block.closing === 'void' ? BlockRest.of(block) : null
    return rest && { type: 'footnotes', attrs: { meta: null, source: null, ...withKept(rest.kept) } }
  },
  storable: ({ attrs: { kept }, content = [] }) => ({
    type: 'footnotes',
    attrs: { meta: null, source: null, ...withKept(kept) },
    ...(content.length > 0 && { content: content.map(storableFootnote) }),
  }),
  write({ attrs: { kept }, content = [] }) {
    if (content.length === 0) return blockMarkup('core/footnotes', withKeptAttributes({}, kept), null)
    const html = `<ol class="wp-block-list ${LIST_CLASS}">${content.map(writeNote).join('\n\n')}</ol>`
    return blockMarkup('core/list', { ordered: true, className: LIST_CLASS }, html)
  },
}

/** Whether a blog that has the meta keeps these notes in it; those that came as a list stay one. */
export const isBesidePost = ({ attrs: { source } }: { attrs: Pick<FootnotesNode['attrs'], 'source'> }): boolean =>
  source === null || !/^\s*<!--\s+wp:(?:core\/)?list\s/.test(source)

/** The block as the text has it where the blog keeps the notes beside. */
export function placeOfNotes<Node extends BlockNode>(block: Node): Node {
  if (block.type !== 'footnotes' || !isBesidePost(block)) return block
  const { content: _notes, ...place } = block
  return place as Node
}

const storableFootnote = ({ attrs: { id }, content }: FootnoteNode): FootnoteNode => ({
  type: 'footnote',
  attrs: { id },
  ...storableInline(content),
})

function writeNote({ attrs, content }: FootnoteNode): string {
  const id = escapeAttribute(attrs.id)
  const back = `<a href="#${id}-link" class="footnote-back">${BACK}</a>`
  return blockMarkup('core/list-item', {}, `<li id="${id}">${inlineToHtml(content)} ${back}</li>`)
}

/** The list that `write` makes of notes; null of any other. */
export function readNoteList(block: ParsedBlock): FootnotesNode | null {
  const { attributes } = block
  if (block.name !== 'core/list' || block.closing !== 'closed' || attributes?.['className'] !== LIST_CLASS) return null
  const element = Object.keys(attributes).length === 2 ? soleElement(parseStrictHtml(block.inner), 'ol') : null
  if (attributes['ordered'] !== true || element?.attributes.size !== 1) return null
  const content = readAll(significant(element.children), readNote)
  return content && content.length > 0 ? { type: 'footnotes', attrs: { meta: null, source: null }, content } : null
}

function readNote(node: HtmlNode): FootnoteNode | null {
  const block = asBlock(node)
  const item = block?.name === 'core/list-item' ? soleElement(parseStrictHtml(block.inner), 'li') : null
  const id = item?.attributes.get('id')
  const back = item?.children.at(-1)
  if (!item || id === undefined || !FOOTNOTE_ID.test(id) || !isElement(back) || back.name !== 'a') return null
  if (back.attributes.get('href') !== `#${id}-link` || back.attributes.get('class') !== 'footnote-back') return null
  const words = item.children.slice(0, -1)
  const last = words.at(-1)
  if (typeof last !== 'string' || !last.endsWith(' ')) return null
  words[words.length - 1] = last.slice(0, -1)
  const content = inlineFromHtml(words)
  return content && storableFootnote({ type: 'footnote', attrs: { id }, content })
}
