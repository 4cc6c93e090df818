import type { HostileComment, HostilePost } from './hostile-blog.ts'
import { KEPT_WORDS } from './payloads/payload.ts'
import { payloads } from './payloads/payloads.ts'

/** Each class of payloads as one post with its threads, by which a failure is found. */
export interface HostileThreads {
  posts: HostilePost[]
  comments: HostileComment[]
  /** In the order of the posts. */
  classes: string[]
}

const NAMES_SHIFTED = 7

/**
 * Every payload as the words of a comment, behind words that must stay readable, and as a reader's name; some held, some answering
 * one further up; each class once more all in one.
 */
export function hostileThreads(leak: string): HostileThreads {
  const all = payloads(leak)
  const byClass = [...Map.groupBy(all, (payload) => payload.class)]
  const threads: HostileThreads = { posts: [], comments: [], classes: byClass.map(([name]) => name) }
  for (const [name, those] of byClass) {
    const [first] = those
    threads.posts.push({ title: `${name}: ${first?.html ?? ''}`, content: '<p>Ask.</p>' })
    const postId = threads.posts.length
    const firstId = threads.comments.length + 1
    const each = those.map(({ html }) => html)
    // Run together, one may well swallow the words of another.
    const htmls = [...each, each.join(' ').replaceAll(KEPT_WORDS, '…')]
    for (const [index, html] of htmls.entries()) {
      const number = threads.comments.length + 1
      threads.comments.push({
        postId,
        parentId: index > 1 && index % 4 === 0 ? firstId : 0,
        authorName: all[(number + NAMES_SHIFTED) % all.length]?.html ?? '',
        html: `<p>${readableWords(number)}</p>\n${html}`,
        status: index % 5 === 3 ? 'hold' : 'approved',
      })
    }
  }
  for (const [index, { html }] of all.entries())
    if (index % 9 === 0)
      threads.comments.push({ postId: 1, parentId: 0, authorName: html, html: `<p>Spam.</p>${html}`, status: 'spam' })
  return threads
}

/** What a reader must still see of the comment with this number. */
export const readableWords = (number: number): string => `Comment ${number} asks.`
