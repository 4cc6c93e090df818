import { Parser } from 'htmlparser2'
import { escapeAttribute, escapeText } from '../../../shared/content/escape-html.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'

/** A feed is five levels deep, an XHTML text in it some more; the parser grows slow with depth. */
const MAX_DEPTH = 200
const MAX_ITEMS = 2000

/** Core elements come without a prefix or under one that says the same. */
const CORE = /^(?:(?:atom|rss|a):)?([a-z]+)$/i

/**
 * RSS 0.9 to 2.0 (and RSS 1.0, which is RDF) and Atom 1.0. The parser knows no document types: an entity of the file's own is
 * never put in, and nothing is ever fetched. What follows on damage is left out; what was whole before it counts. null: the
 * text is no feed.
 */
export function readXmlFeed(xml: string): RawFeed | null {
  const reader = new XmlFeedReader()
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true })
  const CHUNK = 64 * 1024
  for (let at = 0; at < xml.length && !reader.hasEnded; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
  if (!reader.hasEnded) parser.end()
  return reader.feed
}

const noItem = (): RawItem => ({
  guid: '',
  url: '',
  title: '',
  authorName: '',
  fullHtml: '',
  summaryHtml: '',
  date: '',
})

class XmlFeedReader {
  hasEnded = false
  feed: RawFeed | null = null
  readonly #path: string[] = []
  #item: RawItem | null = null
  #text = ''
  #attributes: Record<string, string> = {}
  /** Inside Atom's XHTML: how deep it began, and its HTML so far. */
  #xhtml: { depth: number; html: string } | null = null

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#path.push(name)
    if (this.#path.length > MAX_DEPTH) this.hasEnded = true
    if (this.#path.length === 1) {
      if (isFeedRoot(name)) this.feed = { title: '', siteUrl: '', items: [] }
      else this.hasEnded = true
    }
    if (this.hasEnded) return
    if (this.#xhtml) {
      this.#xhtml.html += startTag(name, attributes)
      return
    }
    this.#text = ''
    this.#attributes = attributes
    const core = coreName(name)
    if (core === 'item' || core === 'entry') this.#item = noItem()
    else if (core === 'link' && attributes['href'] !== undefined) this.#takeLink(attributes['href'], attributes['rel'])
    else if (this.#item && attributes['type'] === 'xhtml' && isWords(core))
      this.#xhtml = { depth: this.#path.length, html: '' }
  }

  ontext(text: string): void {
    if (this.hasEnded) return
    if (this.#xhtml) this.#xhtml.html += escapeText(text)
    else this.#text += text
  }

  /** `isImplied`: the file ended, or something around it did. */
  onclosetag(name: string, isImplied: boolean): void {
    if (this.hasEnded) return
    if (this.#xhtml && this.#path.length > this.#xhtml.depth) {
      this.#xhtml.html += `</${localName(name)}>`
      this.#path.pop()
      return
    }
    const text = this.#xhtml?.html ?? this.#text
    const isText = this.#xhtml === null && (this.#attributes['type'] ?? 'text') === 'text'
    this.#xhtml = null
    this.#path.pop()
    this.#text = ''
    const core = coreName(name)
    if ((core === 'item' || core === 'entry') && this.#item) {
      if (!isImplied || this.#item.guid !== '') this.feed?.items.push(this.#item)
      this.#item = null
      this.hasEnded = (this.feed?.items.length ?? 0) >= MAX_ITEMS
    } else if (this.#item) this.#closeInItem(name, core, text, isText, this.#item)
    else this.#closeInFeed(core, text)
    this.#attributes = {}
  }

  #takeLink(href: string, rel = 'alternate'): void {
    if (rel !== 'alternate') return
    if (this.#item) this.#item.url ||= href
    else if (this.feed) this.feed.siteUrl ||= href
  }

  #closeInItem(name: string, core: string | null, text: string, isText: boolean, item: RawItem): void {
    const isAtom = this.#path[0] !== undefined && coreName(this.#path[0]) === 'feed'
    // In Atom plain text says so; in RSS everything may be HTML.
    const html = isAtom && isText ? escapeText(text) : text
    switch (core ?? name) {
      case 'title':
        item.title ||= html
        return
      case 'link':
        item.url ||= text.trim()
        return
      case 'guid':
        item.guid ||= text
        // A permanent link where RSS has no other.
        if (this.#attributes['isPermaLink'] !== 'false' && /^https?:/.test(text.trim())) item.url ||= text.trim()
        return
      case 'id':
        item.guid ||= text
        return
      case 'content:encoded':
        item.fullHtml ||= text
        return
      case 'content':
        if (this.#attributes['src'] === undefined) item.fullHtml ||= html
        return
      case 'description':
      case 'summary':
        item.summaryHtml ||= html
        return
      case 'dc:creator':
        item.authorName ||= escapeText(text)
        return
      case 'author':
        // RSS: `mail@example.org (Name)`.
        item.authorName ||= escapeText(/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text.replaceAll(/\S+@\S+/g, '')).trim()
        return
      case 'name':
        if (coreName(this.#path.at(-1) ?? '') === 'author') item.authorName ||= escapeText(text)
        return
      case 'pubDate':
      case 'published':
      case 'dc:date':
        item.date = text
        return
      case 'updated':
        item.date ||= text
        return
    }
  }

  #closeInFeed(core: string | null, text: string): void {
    const around = coreName(this.#path.at(-1) ?? '')
    if (!this.feed || (around !== 'channel' && around !== 'feed')) return
    if (core === 'title') this.feed.title ||= text
    else if (core === 'link') this.feed.siteUrl ||= text.trim()
  }
}

const isFeedRoot = (name: string): boolean => ['rss', 'feed', 'RDF'].includes(localName(name))
const isWords = (core: string | null): boolean => core !== null && ['title', 'content', 'summary'].includes(core)
const coreName = (name: string): string | null => CORE.exec(name)?.[1] ?? null
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const startTag = (name: string, attributes: Record<string, string>): string =>
  `<${localName(name)}${Object.entries(attributes)
    .filter(([attribute]) => /^[a-z]+$/i.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`)
    .join('')}>`
