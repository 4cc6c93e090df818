import { Parser } from 'htmlparser2'
import { AppError, type UnreadableReason } from '../../../shared/errors.ts'
import type { WxrComment, WxrItem, WxrSite } from './wxr.ts'

/** An export is six levels deep; its parser grows slow with depth. */
const MAX_DEPTH = 24
/** Of one post with its comments. */
const MAX_ITEM_CHARACTERS = 64 * 1024 * 1024
const MAX_TERMS = 200_000

export interface WxrReader {
  /** Whatever this part of the file completed. Throws `unreadable-file`. */
  write(bytes: Uint8Array): WxrItem[]
  /** Throws `unreadable-file` (`cut-off`) unless the file came to its end. */
  end(): WxrItem[]
  /** What stands before the first item. */
  readonly site: WxrSite
}

/**
 * Reads an export as it comes, part by part, and keeps no more than one post of it. Nothing of the file is believed: a
 * document type, and with it every entity of its own, is refused; so are depth and size beyond what an export has.
 */
export function createWxrReader(fileName: string): WxrReader {
  const refuse = (why: UnreadableReason): never => {
    throw new AppError({ kind: 'unreadable-file', fileName, why })
  }
  const site: WxrSite = { title: '', url: '', version: '', exportedAt: '', authors: [], terms: [] }
  const decoder = new TextDecoder()
  const path: string[] = []
  let text = ''
  let sinceItem = 0
  let ready: WxrItem[] = []
  let fields = new Map<string, string>()
  let itemFields: ItemFields | null = null
  let commentFields: Map<string, string> | null = null
  let attributes: Record<string, string> = {}
  let hasEnded = false

  const parser = new Parser(
    {
      onopentag(name, given) {
        path.push(name)
        if (path.length > MAX_DEPTH) refuse('swells')
        if (path.length === 1 && name !== 'rss') refuse('not-an-export')
        text = ''
        attributes = given
        if (name === 'item') itemFields = newItem()
        else if (name === 'wp:comment') commentFields = new Map()
        else if (
          name === 'wp:author' ||
          name === 'wp:category' ||
          name === 'wp:tag' ||
          name === 'wp:term' ||
          name === 'wp:postmeta'
        )
          fields = new Map()
      },
      ontext(part) {
        text += part
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase().startsWith('!')) refuse('swells')
      },
      onclosetag(name, isImplied) {
        path.pop()
        if (name === 'rss' && !isImplied) hasEnded = true
        if (itemFields) closeInItem(name, itemFields)
        else closeInChannel(name)
        text = ''
      },
      onerror: () => refuse('damaged'),
    },
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
  )

  function closeInItem(name: string, item: ItemFields): void {
    if (name === 'item') {
      ready.push(toItem(item))
      itemFields = null
      sinceItem = 0
    } else if (name === 'wp:comment') {
      if (commentFields) item.comments.push(toComment(commentFields))
      commentFields = null
    } else if (name === 'wp:postmeta') {
      const key = fields.get('wp:meta_key') ?? ''
      if (!commentFields) item.meta.set(key, fields.get('wp:meta_value') ?? '')
    } else if (name === 'wp:meta_key' || name === 'wp:meta_value') fields.set(name, text)
    else if (commentFields) commentFields.set(name, text)
    else if (name === 'category')
      item.terms.push({ domain: attributes['domain'] ?? '', slug: attributes['nicename'] ?? '', name: text })
    else if (path.at(-1) === 'item') item.values.set(name, text)
  }

  function closeInChannel(name: string): void {
    if (name === 'wp:author') site.authors.push(toAuthor(fields))
    else if (name === 'wp:category' || name === 'wp:tag' || name === 'wp:term') {
      const term = toTerm(name, fields)
      if (term) site.terms.push(term)
      if (site.terms.length > MAX_TERMS) refuse('too-large')
    } else if (path.at(-1) === 'channel') {
      if (name === 'title') site.title = text
      else if (name === 'link' || (name === 'wp:base_blog_url' && text !== '')) site.url = text.trim()
      else if (name === 'wp:wxr_version') site.version = text.trim()
      else if (name === 'pubDate') site.exportedAt = text
    } else fields.set(name, text)
  }

  function write(part: string): WxrItem[] {
    sinceItem += part.length
    if (sinceItem > MAX_ITEM_CHARACTERS) refuse('too-large')
    parser.write(part)
    const version = Number.parseFloat(site.version)
    if (ready.length > 0 && !(version >= 1)) refuse('not-an-export')
    if (version >= 2) refuse('newer-export')
    const items = ready
    ready = []
    return items
  }

  return {
    site,
    write: (bytes) => write(decoder.decode(bytes, { stream: true })),
    end() {
      const items = write(decoder.decode())
      const wasOpened = path.length > 0 || site.version !== ''
      parser.end()
      if (!hasEnded) refuse(wasOpened ? 'cut-off' : 'not-an-export')
      if (!(Number.parseFloat(site.version) >= 1)) refuse('not-an-export')
      return items
    },
  }
}

interface ItemFields {
  values: Map<string, string>
  terms: WxrItem['terms']
  meta: Map<string, string>
  comments: WxrComment[]
}
const newItem = (): ItemFields => ({ values: new Map(), terms: [], meta: new Map(), comments: [] })

function numberIn(text: string | undefined): number {
  const number = Number(text ?? '')
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

function toItem({ values, terms, meta, comments }: ItemFields): WxrItem {
  const value = (name: string): string => values.get(name) ?? ''
  return {
    id: numberIn(value('wp:post_id')),
    type: value('wp:post_type'),
    title: value('title'),
    link: value('link').trim(),
    author: value('dc:creator'),
    content: value('content:encoded'),
    excerpt: value('excerpt:encoded'),
    date: value('wp:post_date'),
    dateGmt: value('wp:post_date_gmt'),
    modifiedGmt: value('wp:post_modified_gmt'),
    slug: value('wp:post_name'),
    status: value('wp:status'),
    parent: numberIn(value('wp:post_parent')),
    order: numberIn(value('wp:menu_order')),
    commentStatus: value('wp:comment_status'),
    isSticky: value('wp:is_sticky') === '1',
    attachmentUrl: value('wp:attachment_url').trim(),
    terms,
    meta,
    comments,
  }
}

function toComment(values: ReadonlyMap<string, string>): WxrComment {
  const value = (name: string): string => values.get(name) ?? ''
  return {
    id: numberIn(value('wp:comment_id')),
    parent: numberIn(value('wp:comment_parent')),
    author: value('wp:comment_author'),
    userId: numberIn(value('wp:comment_user_id')),
    dateGmt: value('wp:comment_date_gmt'),
    content: value('wp:comment_content'),
    approved: value('wp:comment_approved'),
    type: value('wp:comment_type'),
  }
}

function toAuthor(values: ReadonlyMap<string, string>): WxrSite['authors'][number] {
  const userName = values.get('wp:author_login') ?? ''
  return {
    id: numberIn(values.get('wp:author_id')),
    userName,
    displayName: values.get('wp:author_display_name') || userName,
  }
}

function toTerm(name: string, values: ReadonlyMap<string, string>): WxrSite['terms'][number] | null {
  const value = (field: string): string => values.get(field) ?? ''
  const id = numberIn(value('wp:term_id'))
  if (name === 'wp:category')
    return {
      taxonomy: 'category',
      id,
      slug: value('wp:category_nicename'),
      name: value('wp:cat_name'),
      parentSlug: value('wp:category_parent'),
    }
  if (name === 'wp:tag')
    return { taxonomy: 'tag', id, slug: value('wp:tag_slug'), name: value('wp:tag_name'), parentSlug: '' }
  const taxonomy = value('wp:term_taxonomy')
  if (taxonomy !== 'category' && taxonomy !== 'post_tag') return null
  return {
    taxonomy: taxonomy === 'category' ? 'category' : 'tag',
    id,
    slug: value('wp:term_slug'),
    name: value('wp:term_name'),
    parentSlug: value('wp:term_parent'),
  }
}
