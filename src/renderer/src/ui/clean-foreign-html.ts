import createPurifier from 'dompurify'
import { htmlParsing } from './html-parsing.ts'

/**
 * The only way HTML of somebody else, in a comment or a feed, reaches the document: the tags a WordPress comment may have,
 * no picture, no style, no class, nothing that loads. Links keep their address only when it is web or mail, and show the host
 * they go to.
 */
const TAGS = [
  'a',
  'abbr',
  'b',
  'bdi',
  'blockquote',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'li',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'strong',
  'ul',
]

const purifier = createPurifier(window)

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName !== 'A') return
  const address = node.getAttribute('href')
  if (address === null) return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noreferrer noopener nofollow')
  const host = hostOf(address)
  if (host === null || saysItsHost(node.textContent.trim(), host)) return
  // Isolated, so that no override in the words before turns the host round.
  const where = document.createElement('bdi')
  where.textContent = ` (${host})`
  node.append(where)
})

/** Only words that are the address itself, or the host: a host somewhere in them may stand behind another. */
function saysItsHost(words: string, host: string): boolean {
  return words === host || (hostOf(words) === host && !words.includes('@') && /^[\u0021-\u007e]+$/.test(words))
}

export function cleanForeignHtml(html: string): TrustedHTML | string {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'title', 'dir', 'lang'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ...(htmlParsing ? { TRUSTED_TYPES_POLICY: htmlParsing, RETURN_TRUSTED_TYPE: true as const } : {}),
  })
}

/** As the network sees it: look-alike letters show as `xn--…`. */
function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { host, protocol } = new URL(address)
  return protocol === 'mailto:' ? null : host
}
