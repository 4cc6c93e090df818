import { blockMarkup } from '../block-comment.ts'
import type { ParsedBlock } from '../block-grammar.ts'
import type { ButtonNode, ButtonsNode } from '../document.ts'
import { asBlock, readAll, significant, soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml } from '../strict-html.ts'
import type { BlockFormat } from './block-format.ts'
import { storableInline, withContent } from './text-formats.ts'

const LINK_CLASSES = ['wp-block-button__link', 'wp-element-button']
const NEW_TAB_REL = 'noreferrer noopener'

export const buttonsFormat: BlockFormat<ButtonsNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const element = rest && soleElement(parseStrictHtml(block.inner), 'div')
    const content =
      element &&
      readAll(significant(element.children), (node) => {
        const inner = asBlock(node)
        return inner && readButton(inner)
      })
    if (!content || content.length === 0) return null
    rest.keep(element, '', [], ['wp-block-buttons'])
    return { type: 'buttons', attrs: { source: null, ...withKept(rest.kept) }, content }
  },
  storable: ({ attrs: { kept }, content }) => ({
    type: 'buttons',
    attrs: { source: null, ...withKept(kept) },
    content: content.map(storableButton),
  }),
  write({ attrs: { kept }, content }) {
    const inner = content.map(writeButton).join('\n\n')
    const html = `${startTag('div', { class: 'wp-block-buttons' }, kept)}>${inner}</div>`
    return blockMarkup('core/buttons', withKeptAttributes({}, kept), html)
  },
}

function readButton(block: ParsedBlock): ButtonNode | null {
  const rest = block.name === 'core/button' ? BlockRest.of(block) : null
  const element = rest && soleElement(parseStrictHtml(block.inner), 'div')
  const link = element && soleElement(element.children, 'a')
  const content = link && inlineFromHtml(link.children)
  if (!rest || !element || !link || !content) return null
  const isNewTab = link.attributes.get('target') === '_blank'
  rest.keep(element, '', [], ['wp-block-button'])
  rest.keep(
    link,
    'a',
    ['href', ...(isNewTab ? ['target', ...(link.attributes.get('rel') === NEW_TAB_REL ? ['rel'] : [])] : [])],
    LINK_CLASSES,
  )
  const url = link.attributes.get('href') ?? null
  return { type: 'button', attrs: { url, isNewTab, source: null, ...withKept(rest.kept) }, ...withContent(content) }
}

const storableButton = ({ attrs: { url, isNewTab, kept }, content }: ButtonNode): ButtonNode => ({
  type: 'button',
  attrs: { url, isNewTab, source: null, ...withKept(kept) },
  ...storableInline(content),
})

function writeButton({ attrs: { url, isNewTab, kept }, content }: ButtonNode): string {
  const keptRel = kept?.html['a/rel']
  const own = {
    class: LINK_CLASSES[0],
    href: url ?? undefined,
    target: isNewTab ? '_blank' : undefined,
    rel: isNewTab && keptRel === undefined ? NEW_TAB_REL : keptRel,
  }
  // WordPress gives the theme's class last.
  const tag = startTag('a', own, withLastClass(kept), 'a')
  const html = `${startTag('div', { class: 'wp-block-button' }, kept)}>${tag}>${inlineToHtml(content)}</a></div>`
  return blockMarkup('core/button', withKeptAttributes({}, kept), html)
}

const withLastClass = (kept: ButtonNode['attrs']['kept']): NonNullable<ButtonNode['attrs']['kept']> => {
  const classes = [kept?.html['a/class'], LINK_CLASSES[1]].filter((each) => each !== undefined).join(' ')
  return { attributes: {}, html: { ...kept?.html, 'a/class': classes } }
}
