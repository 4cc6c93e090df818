import { isSafeAddress } from './inline-markup.ts'
import type { HtmlTree } from './html-tree.ts'

const NEVER = new Set([
  'script',
  'style',
  'object',
  'embed',
  'applet',
  'frame',
  'frameset',
  'base',
  'link',
  'meta',
  'noscript',
  'template',
])
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'background', 'xlink:href', 'data'])

/** The same HTML without anything that runs. What is shown in the window is cleaned once more, by the window. */
export function safeHtml(nodes: readonly HtmlTree[]): HtmlTree[] {
  return nodes.flatMap((node): HtmlTree[] => {
    if (typeof node === 'string') return [node]
    if (NEVER.has(node.name)) return []
    const attributes = new Map(
      [...node.attributes].filter(
        ([name, value]) =>
          !name.startsWith('on') && name !== 'srcdoc' && !(ADDRESSES.has(name) && !isSafeAddress(value)),
      ),
    )
    return [{ name: node.name, attributes, children: safeHtml(node.children) }]
  })
}
