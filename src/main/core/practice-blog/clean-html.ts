import { normalizeEntities } from './html-text.ts'

const POST_TAGS = new Set(
  (
    'a abbr address article aside audio b bdo big blockquote br button caption cite code col colgroup dd del details dfn div dl dt em ' +
    'fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li main map mark menu nav ol p ' +
    'pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td textarea tfoot th thead time title tr track ' +
    'tt u ul var video'
  ).split(' '),
)
const COMMENT_TAGS = new Set('a abbr acronym b blockquote cite code del em i q s strike strong'.split(' '))

/**
 * What a blog keeps of HTML from someone without `unfiltered_html`: a small part of WordPress's kses.
 * Forbidden tags go and their text stays; comments (block delimiters among them) stay as they are.
 */
const clean = (html: string, allowed: Set<string>): string =>
  html
    .split(/(<!--[\s\S]*?-->)/)
    .map((part) => (part.startsWith('<!--') ? part : cleanTags(normalizeEntities(part), allowed)))
    .join('')

const cleanTags = (html: string, allowed: Set<string>): string =>
  html.replace(
    /<(\/?)([a-z][a-z0-9-]*)([^<>]*)>|</gi,
    (whole, slash: string | undefined, name: string | undefined, rest = '') => {
      if (name === undefined) return '&lt;'
      if (!allowed.has(name.toLowerCase())) return ''
      return slash === '/' ? whole : `<${name}${cleanAttributes(String(rest))}>`
    },
  )

const cleanAttributes = (attributes: string): string =>
  attributes
    .replace(/\s+on[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/\b(href|src)\s*=\s*(["'])\s*(?:javascript|data|vbscript):/gi, '$1=$2')

export const cleanPostHtml = (html: string): string => clean(html, POST_TAGS)
export const cleanCommentHtml = (html: string): string => clean(html, COMMENT_TAGS)
