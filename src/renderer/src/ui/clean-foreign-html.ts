import createPurifier from 'dompurify'
import { htmlTree, isTag, writeHtmlTree, type HtmlTree } from '../../../shared/content/interchange/html-tree.ts'
import { keepTags } from '../../../shared/content/keep-tags.ts'
import { findStrange, type Strangeness } from '../../../shared/content/strange-letters.ts'
import { htmlParsing } from './html-parsing.ts'

/** The tags a WordPress comment may have, and those that writers put into one. */
const TAGS = 'a abbr b bdi blockquote br cite code del em i li ol p pre q s strong ul'.split(' ')
const ATTRIBUTES = ['href', 'title', 'dir', 'lang']
const KEPT = { tags: new Set(TAGS), attributes: new Set(ATTRIBUTES) }
/** Nobody else's: it marks what may deceive. */
const MARK = 'mark'
const TURN_SIGN = '⇄'

export interface CleanHtml {
  html: TrustedHTML | string
  /** What was marked in it. */
  strange: ReadonlySet<Strangeness>
}

const purifier = createPurifier(window)

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'A') sayWhere(node)
  // Elsewhere it would say what a link is about, or anything else, on behalf of the desk.
  if (node.nodeName !== 'ABBR') node.removeAttribute('title')
})

/**
 * The only way HTML of somebody else, in a comment or a feed, reaches the document. A few tags stay, and nothing that loads,
 * styles or names; links keep their address only when it is web or mail, and say where they go. Tags are dropped before the
 * browser parses anything, so that not even a document that shows nothing has something for the policy to stop; DOMPurify has
 * the last word.
 */
export function cleanForeignHtml(html: string): CleanHtml {
  const strange = new Set<Strangeness>()
  const marked = writeHtmlTree(markStrange(keepTags(htmlTree(html), KEPT), strange))
  return {
    html: purifier.sanitize(marked, {
      ALLOWED_TAGS: [...TAGS, MARK],
      ALLOWED_ATTR: ATTRIBUTES,
      ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
      ALLOW_ARIA_ATTR: false,
      ALLOW_DATA_ATTR: false,
      ...(htmlParsing ? { TRUSTED_TYPES_POLICY: htmlParsing, RETURN_TRUSTED_TYPE: true as const } : {}),
    }),
    strange,
  }
}

function markStrange(nodes: readonly HtmlTree[], strange: Set<Strangeness>): HtmlTree[] {
  return nodes.flatMap((node) => {
    if (isTag(node)) return [{ ...node, children: markStrange(node.children, strange) }]
    const parts: HtmlTree[] = []
    let at = 0
    for (const { kind, start, end } of findStrange(node)) {
      const shown = kind === 'turned' ? TURN_SIGN : node.slice(start, end)
      parts.push(node.slice(at, start), { name: MARK, attributes: new Map(), children: [shown] })
      strange.add(kind)
      at = end
    }
    return [...parts, node.slice(at)]
  })
}

/** Puts the real host, or mail address, behind the words of a link that are not just that. */
function sayWhere(link: Element): void {
  const address = link.getAttribute('href')
  if (address === null) return
  const url = URL.parse(address)
  if (url === null) {
    link.removeAttribute('href')
    return
  }
  // Neither an account that looks like a host, nor letters that are written and sent along in the reader's name.
  url.username = ''
  url.password = ''
  if (url.protocol === 'mailto:') url.search = ''
  link.setAttribute('href', url.href)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noreferrer noopener nofollow')
  if (saysWhere(link.textContent.trim(), url)) return
  // Isolated, so that no override in the words before turns it round.
  const where = document.createElement('bdi')
  where.textContent = ` (${destinationOf(url)})`
  link.append(where)
}

/** As the network sees it: look-alike letters show as `xn--…`. */
const destinationOf = (url: URL): string => (url.protocol === 'mailto:' ? url.pathname : url.host)

/** Only words that are the address itself, or the host: a host somewhere in them may stand behind another. */
function saysWhere(words: string, url: URL): boolean {
  if (words === destinationOf(url)) return true
  return URL.parse(words)?.host === url.host && !words.includes('@') && /^[\u0021-\u007e]+$/.test(words)
}
