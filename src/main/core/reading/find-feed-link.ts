import { htmlTree, type HtmlTree } from '../../../shared/content/interchange/html-tree.ts'
import { resolved } from './readable-html.ts'

const TYPES = ['application/rss+xml', 'application/atom+xml', 'application/feed+json', 'application/rdf+xml']

/** The feed that a page names for itself, the first where it names several; null when it names none. */
export function findFeedLink(page: string, address: string): string | null {
  const url = linkIn(treeOf(page))
  return url === null ? null : resolved(url, address)
}

function linkIn(nodes: readonly HtmlTree[]): string | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const { name, attributes, children } = node
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
    const type = (attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? ''
    const href = attributes.get('href')
    if (name === 'link' && rel.includes('alternate') && TYPES.includes(type) && href !== undefined) return href
    const found = linkIn(children)
    if (found !== null) return found
  }
  return null
}

/** The head of a page is at its beginning. */
function treeOf(page: string): HtmlTree[] {
  try {
    return htmlTree(page.slice(0, 500_000))
  } catch {
    return []
  }
}
