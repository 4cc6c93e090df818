import { z } from 'zod'
import { escapeText } from '../../../shared/content/escape-html.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'

const words = z.string().catch('')
const author = z.object({ name: words }).catch({ name: '' })
const authors = z.array(author).catch([])

const item = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String).catch(''),
    url: words,
    external_url: words,
    title: words,
    content_html: words,
    content_text: words,
    summary: words,
    date_published: words,
    author,
    authors,
  })
  .nullable()
  .catch(null)

const feed = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  title: words,
  home_page_url: words,
  items: z.array(item).catch([]),
})

/** JSON Feed 1.0 and 1.1; a field that is not as it should be counts as absent. null: it is none. */
export function readJsonFeed(json: string): RawFeed | null {
  const parsed = feed.safeParse(parse(json))
  if (!parsed.success) return null
  const { title, home_page_url, items } = parsed.data
  return { title: escapeText(title), siteUrl: home_page_url, items: items.flatMap((each) => (each ? toRaw(each) : [])) }
}

const toRaw = (each: NonNullable<z.output<typeof item>>): RawItem => ({
  guid: each.id,
  url: each.url || each.external_url,
  title: escapeText(each.title),
  authorName: escapeText(each.authors[0]?.name || each.author.name),
  fullHtml: each.content_html || paragraphs(each.content_text),
  summaryHtml: paragraphs(each.summary),
  date: each.date_published,
})

const paragraphs = (plain: string): string =>
  plain
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`)
    .join('')

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
