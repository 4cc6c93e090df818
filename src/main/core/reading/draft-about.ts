import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { documentOf, linked, paragraph, quote } from '../../../shared/content/templates/blocks.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Post } from '../../../shared/domain/post.ts'
import type { FeedItem } from '../../../shared/domain/reading.ts'

/** What may be quoted without asking, roughly; the person cuts it. */
const QUOTED_SIGNS = 600

/** A new draft about an item: its title, how it begins as a quote, the way to it, and what the person noted. Nothing is sent. */
export function draftAbout(posts: PostsService, item: FeedItem, blogId: BlogId): Post {
  const source = [item.authorName, item.feedTitle].filter((name) => name !== '').join(', ')
  const quoted = beginning(htmlToText(item.html))
  const { id } = posts.create({ blogId, kind: 'post' })
  posts.edit({
    postId: id,
    window: 'reading',
    sequence: 1,
    mergesSeen: null,
    title: item.title,
    document: documentOf([
      ...(quoted.length === 0 ? [] : [quote(quoted, source)]),
      ...(item.url === null ? [] : [paragraph([linked(item.title || item.url, item.url)])]),
      ...item.note.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [paragraph(line)])),
      paragraph(''),
    ]),
    excerpt: '',
    language: '',
    direction: item.direction,
    categoryIds: [],
    tags: [],
    caret: null,
  })
  posts.flush(id)
  return posts.get(id)
}

/** The first lines, whole ones where they are not too long. */
function beginning(text: string): string[] {
  const lines: string[] = []
  let left = QUOTED_SIGNS
  for (const line of text.split('\n').slice(0, 2)) {
    if (left <= 0) break
    lines.push(line.length > left ? `${line.slice(0, left).toWellFormed().trimEnd()}…` : line)
    left -= line.length
  }
  return lines
}
