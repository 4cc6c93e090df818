import type { Settings } from '../../../shared/contract/settings-input.ts'
import { bylineOn } from '../../../shared/domain/byline.ts'
import type { BlogId, CommentId, PostId } from '../../../shared/domain/ids.ts'
import { createIndexText } from '../../../shared/search/search-runs.ts'
import type { Log } from '../ports.ts'
import { UNCOUNTED } from '../posts/post-summary.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import type { IndexedItem, PendingItem } from '../store/search-repository.ts'
import { facetOf, placeKey } from './match-expression.ts'
import { readComment, readPost } from './read-item.ts'

interface IndexPorts {
  desk: Desk
  log: Log
  profile: () => Settings['profile']
  /** The words of a post of this blog were counted. */
  onCounted: (blogId: BlogId) => void
}

/** How much goes into the index in one transaction. */
export interface SliceSize {
  items: number
  letters: number
}
/** Some five milliseconds of work: somebody waits for it. */
export const SHORT_SLICE: SliceSize = { items: 50, letters: 60_000 }
/** Some thirty, and a fifth less is written for the same index: nobody waits, and who types next waits once. */
export const LONG_SLICE: SliceSize = { items: 400, letters: 480_000 }

type IndexText = ReturnType<typeof createIndexText>

/**
 * Puts a slice of what was changed into the index, in one transaction: a crash leaves an item either indexed or pending. The words of a
 * post that nobody has counted yet are counted by the way. Returns how many; 0 when nothing is pending.
 */
export function fillSlice(ports: IndexPorts, size: SliceSize): number {
  const { desk } = ports
  const indexText = createIndexText()
  return desk.repeatableTransaction(() => {
    let letterCount = 0
    let count = 0
    for (const pending of desk.search.listPending(size.items)) {
      const items = readOrSkip(ports, pending, indexText)
      desk.search.replaceItems(pending, items)
      desk.search.removePending(pending)
      count += 1
      letterCount += items.reduce((sum, { body }) => sum + body.length, 0)
      if (letterCount > size.letters) break
    }
    return count
  })
}

/** What cannot be read must not keep the rest out of the index for ever. */
function readOrSkip(ports: IndexPorts, { kind, id }: PendingItem, indexText: IndexText): IndexedItem[] {
  const { desk, log } = ports
  try {
    return kind === 'post'
      ? itemsOfPost(ports, id as PostId, indexText)
      : itemsOfComment(desk, id as CommentId, indexText)
  } catch (error) {
    if (databaseErrorFrom(error) !== error) throw error
    log.warn('not-indexed', { kind, id, name: error instanceof Error ? error.name : 'unknown' })
    return []
  }
}

function itemsOfPost(ports: IndexPorts, id: PostId, indexText: IndexText): IndexedItem[] {
  const read = readPost(ports.desk, id)
  if (!read) return []
  const { post, at, isInTrash } = read
  if (post.wordCount === UNCOUNTED) {
    ports.desk.posts.setWordCount(id, read.countWords())
    ports.onCounted(post.blogId)
  }
  const place = placeOf(ports, post)
  const shared = { id, at, author: indexText(post.authorName) }
  const facets = (kind: IndexedItem['kind']): string =>
    [
      facetOf.kind(kind),
      facetOf.blog(post.blogId),
      ...(post.language === '' ? [] : facetOf.languages(post.language)),
      ...facetOf.place(place),
      ...(isInTrash ? [facetOf.trash] : []),
    ].join(' ')
  return [
    {
      ...shared,
      kind: 'post',
      number: 0,
      place: isInTrash || placeKey(place) === '' ? null : { name: place, key: placeKey(place) },
      title: indexText(read.title),
      body: indexText(read.text),
      tags: indexText(read.tags.join('\n')),
      facets: facets('post'),
    },
    ...read.pictures.flatMap((words, number): IndexedItem[] =>
      words.trim() === ''
        ? []
        : [
            {
              ...shared,
              kind: 'picture',
              number,
              title: '',
              body: indexText(words),
              tags: '',
              facets: facets('picture'),
            },
          ],
    ),
  ]
}

/** As it stands under the title of the post. */
function placeOf({ desk, profile }: IndexPorts, post: StoredPost): string {
  const { byline } = desk.postFacts.getFacts(post.id)
  return bylineOn(profile(), desk.blogs.getBlog(post.blogId), { ...post, byline }).place.trim()
}

function itemsOfComment(desk: Desk, id: CommentId, indexText: IndexText): IndexedItem[] {
  const read = readComment(desk, id)
  if (!read) return []
  const { comment, text, begunAnswer } = read
  return [
    {
      kind: 'comment',
      id,
      number: 0,
      at: comment.createdAt,
      title: '',
      body: indexText(`${text}\n${begunAnswer}`),
      author: indexText(comment.authorName),
      tags: '',
      facets: [facetOf.kind('comment'), facetOf.blog(comment.blogId)].join(' '),
    },
  ]
}
