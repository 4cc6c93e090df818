import { renderFootnotes } from './render-footnotes.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')

export const stripTags = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '')

/** Lone ampersands become entities, entities stay (`wp_kses_normalize_entities`). */
export const normalizeEntities = (html: string): string =>
  html.replace(/&(?!(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')

/** As `wpautop()` makes them, of texts in which a quote is the only element that holds paragraphs. */
const paragraphs = (text: string): string =>
  text
    .replace(/<blockquote[^<>]*>|<\/blockquote>/gi, '\n\n$&\n\n')
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => (/^<\/?blockquote/i.test(part.trim()) ? `${part.trim()}\n` : paragraph(part)))
    .join('')

const paragraph = (part: string): string => `<p>${part.trim().replace(/\n/g, '<br />\n')}</p>\n`

/** Block markup loses its comments (and paragraphs gain their class, since WordPress 7.1), anything else gains paragraphs. */
export const renderContent = (content: string, footnotes?: string): string =>
  content.includes('<!-- wp:')
    ? content
        .replace('<!-- wp:footnotes /-->', () => renderFootnotes(footnotes))
        .replace(/(<!-- wp:paragraph [^\n]*-->\n<p)(?= dir=|>)/g, '$1 class="wp-block-paragraph"')
        .replace(/<!-- \/?wp:[\s\S]*?-->/g, '')
    : paragraphs(content)

export const renderComment = paragraphs

/** The excerpt of its author, or the first 55 words. */
export function renderExcerpt(excerpt: string, content: string): string {
  if (excerpt.trim() !== '') return paragraphs(excerpt)
  const words = stripTags(content).split(/\s+/).filter(Boolean)
  if (words.length === 0) return ''
  return `<p>${words.slice(0, 55).join(' ')}${words.length > 55 ? ' [&hellip;]' : ''}</p>\n`
}
