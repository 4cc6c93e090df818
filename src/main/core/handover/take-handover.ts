import type { HandedDesk, HandedPost } from '../../../shared/contract/handover-input.ts'
import { newId } from '../new-id.ts'
import { utcIso, type BlogId, type SavedReplyId } from '../../../shared/domain/ids.ts'
import type { TakenHandover } from '../../../shared/domain/handover.ts'
import { byFile, takeReview } from '../review/take-review.ts'
import { blogsHere, houseSettingsOf, putHouseSettings } from './handed-blogs.ts'
import { takePairs } from './take-pairs.ts'
import { takePost, type TakePorts } from './take-posts.ts'

export type Told = Pick<
  TakenHandover,
  'newPosts' | 'changedPosts' | 'keptBeside' | 'newComments' | 'begunReplies' | 'newReviews' | 'guidance' | 'needSignIn'
>

/** Everything at once, or nothing. Taking the same in again changes nothing. Call inside a transaction. */
export function takeHandover(
  ports: TakePorts,
  { desk: handed, posts }: { desk: HandedDesk; posts: readonly HandedPost[] },
): Told {
  const { desk, random } = ports
  const blogs = blogsHere(desk, random, handed.blogs)
  const taken = posts.flatMap((post) => {
    const blogId = blogs.get(post.blog)
    return blogId === undefined ? [] : [{ ...takePost(ports, post, blogId), handedId: post.postId }]
  })
  takePairs(desk, posts, new Map(taken.map(({ handedId, id }) => [handedId, id])))
  const reviews = handed.reviews.map((review) => {
    const site = handed.blogs[0] ?? { url: '', name: '' }
    const arrival = { ...byFile(desk, { blog: site, sentAt: ports.sentAt }), asHere: ports.asHere }
    return takeReview(desk, arrival, review, utcIso(ports.clock.now()))
  })
  const ids = new Set(blogs.values())
  return {
    newPosts: taken.filter(({ became }) => became === 'new').length,
    changedPosts: taken.filter(({ became }) => became === 'changed').length,
    keptBeside: taken.filter(({ became }) => became === 'kept-beside').map(({ title }) => title),
    newComments: sum(taken.map(({ newComments }) => newComments)),
    begunReplies: sum(taken.map(({ begunReplies }) => begunReplies)),
    newReviews: [...taken.filter(({ isNewReview }) => isNewReview), ...reviews.filter(({ isNew }) => isNew)].length,
    guidance: takeReplies(ports, handed, blogs) + takeRules(ports, handed, blogs) + takePromises(ports, handed, blogs),
    needSignIn: desk.blogs.listBlogs().flatMap((blog) => (ids.has(blog.id) && !blog.isSignedIn ? [blog.name] : [])),
  }
}

function takeReplies({ desk, clock, random }: TakePorts, handed: HandedDesk, blogs: Map<string, BlogId>): number {
  let count = 0
  for (const { id, blog, ...said } of handed.savedReplies) {
    const blogId = blog === null ? null : (blogs.get(blog) ?? null)
    const here = desk.savedReplies.listAll()
    if (here.some((each) => each.text === said.text && each.blogId === blogId)) continue
    const isTaken = here.some((each) => each.id === id)
    const name = here.some((each) => each.name === said.name) ? `${said.name} (handed over)`.slice(0, 100) : said.name
    const replyId = isTaken ? newId<SavedReplyId>(random) : (id as SavedReplyId)
    desk.savedReplies.putReply({ ...said, id: replyId, blogId, name }, utcIso(clock.now()))
    count += 1
  }
  return count
}

function takeRules({ desk, clock }: TakePorts, handed: HandedDesk, blogs: Map<string, BlogId>): number {
  const now = utcIso(clock.now())
  let count = 0
  for (const pack of handed.rulePacks) {
    const here = desk.checks.listPacks()
    if (here.some(({ contents }) => contents === pack.contents)) continue
    const isTaken = here.some(({ fileName }) => fileName === pack.fileName)
    const fileName = isTaken ? `handed-over-${pack.fileName}`.slice(0, 255) : pack.fileName
    if (here.some((each) => each.fileName === fileName)) continue
    desk.checks.putPack({ ...pack, fileName }, now)
    count += 1
  }
  const known = new Set(desk.checks.listNames().map(({ name, blogId }) => JSON.stringify([name, blogId])))
  for (const { name, blog } of handed.names) {
    const blogId = blog === null ? null : (blogs.get(blog) ?? null)
    if (known.has(JSON.stringify([name, blogId]))) continue
    desk.checks.putName({ name, blogId }, now)
    count += 1
  }
  return count
}

/** What this desk promises already stays. */
function takePromises({ desk }: TakePorts, handed: HandedDesk, blogs: Map<string, BlogId>): number {
  const { promises, reviewPolicies, purposes, bestBits } = houseSettingsOf(desk)
  const next = {
    promises: { ...promises },
    reviewPolicies: { ...reviewPolicies },
    purposes: { ...purposes },
    bestBits: { ...bestBits },
  }
  let count = 0
  for (const { key, promise, reviewPolicy, purpose, bestBits: best } of handed.blogs) {
    const id = blogs.get(key)
    if (id === undefined) continue
    if (promise && !next.promises[id]) {
      next.promises[id] = promise
      count += 1
    }
    if (reviewPolicy && !next.reviewPolicies[id]) {
      next.reviewPolicies[id] = reviewPolicy
      count += 1
    }
    if (purpose !== undefined && !next.purposes[id]) {
      next.purposes[id] = purpose
      count += 1
    }
    if (best !== undefined && next.bestBits[id] === undefined) {
      next.bestBits[id] = best
      count += 1
    }
  }
  if (count > 0) putHouseSettings(desk, next)
  return count
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
