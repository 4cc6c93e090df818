import type { Settings } from '../../../shared/contract/settings-input.ts'
import { bylineOn } from '../../../shared/domain/byline.ts'
import type { CommentId, PostId } from '../../../shared/domain/ids.ts'
import { indexTokens } from '../../../shared/search/search-runs.ts'
import type { Log } from '../ports.ts'
import { databaseErrorFrom } from '../store/database-error.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import type { IndexedItem, PendingItem } from '../store/search-repository.ts'
import { facetOf, placeKey } from './match-expression.ts'
import { readComment, readPost } from './read-item.ts'

const MOST_ITEMS = 50
/** Some ten milliseconds of work. */
const MOST_LETTERS = 60_000

interface IndexPorts {
  desk: Desk
  log: Log
  profile: () => Settings['profile']
}

/**
 * Puts a slice of what was changed into the index, in one transaction: a crash leaves an item either indexed or pending.
 * Returns how many; 0 when nothing is pending.
 */
export function fillSlice(ports: IndexPorts): number {
  const { desk } = ports
  return desk.transaction(() => {
    let letterCount = 0
    let count = 0
    for (const pending of desk.search.listPending(MOST_ITEMS)) {
      const items = readOrSkip(ports, pending)
      desk.search.replaceItems(pending, items)
      desk.search.removePending(pending)
      count += 1
      letterCount += items.reduce((sum, { body }) => sum + body.length, 0)
      if (letterCount > MOST_LETTERS) break
    }
    return count
  })
}

/** What cannot be read must not keep the rest out of the index for ever. */
function readOrSkip(ports: IndexPorts, { kind, id }: PendingItem): IndexedItem[] {
  const { desk, log } = ports
  try {
    return kind === 'post' ? itemsOfPost(ports, id as PostId) : itemsOfComment(desk, id as CommentId)
  } catch (error) {
    if (databaseErrorFrom(error) !== error) throw error
    log.warn('not-indexed', { kind, id, name: error instanceof Error ? error.name : 'unknown' })
    return []
  }
}

function itemsOfPost(ports: IndexPorts, id: PostId): IndexedItem[] {
  const read = readPost(ports.desk, id)
  if (!read) return []
  const { post, at, isInTrash } = read
  const place = placeOf(ports, post)
  const shared = { id, at, author: indexTokens(post.authorName) }
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
      title: indexTokens(read.title),
      body: indexTokens(read.text),
      tags: indexTokens(read.tags.join('\n')),
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
              body: indexTokens(words),
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

function itemsOfComment(desk: Desk, id: CommentId): IndexedItem[] {
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
      body: indexTokens(`${text}\n${begunAnswer}`),
      author: indexTokens(comment.authorName),
      tags: '',
      facets: [facetOf.kind('comment'), facetOf.blog(comment.blogId)].join(' '),
    },
  ]
}
