import type { PracticePost, PracticeState } from '../../src/main/core/practice-blog/practice-state.ts'
import { judgeDeparture } from './departures.ts'
import type { Device } from './device.ts'
import { textOfRemote } from './desk-records.ts'
import type { ParkedRequest } from './life.ts'
import { keepsMarksOf } from './merged-sends.ts'
import { noteBesidePosts, type Beside } from './beside-posts.ts'
import type { SimulatedBlog } from './simulated-blog.ts'
import { Violation } from './violation.ts'

/** A post of the blog's as a laptop saw it. */
interface Seen {
  text: string
  tagIds: readonly number[]
}

/** What was known when a write left the laptop. */
export interface Departure {
  entryId: string
  token: string
  postId: string | null
  /** What the entry says, of a post. */
  text: string | null
  /** The post as this laptop last saw it on the blog, before this write left. */
  seen: Seen | null
  isReview: boolean
  /** This account's autosave beside the post, and the post's state, as this laptop last saw them. */
  beside: Beside
  /** Whether the post was public at the moment this left, seen or not. */
  wasPublic: boolean
}

/** The run's own book-keeping of the blog: whose each thing there is, and which texts were a colleague's. */
export interface Ledger {
  /** Whether the blog is another since this was last asked about this device. */
  hasChanged(device: Device): boolean
  /** The first invariant that broke; later ones may follow from it. */
  readonly violation: Violation | null
  report(violation: Violation): void
  noteDeparture(device: Device, request: ParkedRequest): void
  departureOf(request: ParkedRequest): Departure | null
  noteRead(device: Device, request: ParkedRequest): void
  noteWrite(device: Device, departure: Departure | null, before: PracticeState): void
  /** Somebody approved a text; a post is public in these words with their consent. */
  noteApproval(text: string): void
  /** What somebody typed in the blog's own editor and did not save. */
  noteTyped(remoteId: number, content: string): void
  /** The blog keeps one autosave of each account: what is typed there takes the place of a letter. */
  wasTypedBeside(remoteId: number): boolean
  /** A request of this entry was delivered twice, or after its laptop had given it up. */
  noteStrayRequest(token: string, why: 'twice' | 'late'): void
  hadStrayRequest(token: string, why?: 'twice'): boolean
  noteColleagueText(remoteId: number, text: string): void
  noteColleagueStatus(remoteId: number): void
  isColleagueText(remoteId: number, text: string): boolean
  noteColleagueComment(commentId: number): void
  /** A colleague changed it, and whoever finds it twice no longer knows the two for the same. */
  wasCommentTouched(commentId: number): boolean
  noteColleagueTag(remoteId: number, tagId: number): void
  /** What came from this post so far is another one's past. */
  disown(device: Device, postId: string): void
  wasTouchedByColleague(remoteId: number): boolean
  /** A colleague trashed it or took it out of the trash: how many are live is no longer only our doing. */
  wasMovedByColleague(remoteId: number): boolean
  /** The posts on the blog that came from one post of one laptop, each with the token of the entry that made it. */
  offspring(device: Device, postId: string): (PracticePost & { token: string })[]
  /** The comments that came from one entry, in any state. */
  commentsOf(token: string): PracticeState['comments']
  /** Whether it ever made one; with a deleted post its comments are gone too. */
  hadComment(token: string): boolean
  /** A reply that its laptop knows to be there. */
  isDoneReply(commentId: number): boolean
  /** A colleague's texts that were replaced by a laptop which had not seen them. */
  readonly unseen: readonly { device: Device; postId: string; text: string }[]
}

export function createLedger(blog: SimulatedBlog): Ledger {
  const departures = new Map<ParkedRequest, Departure>()
  const lineage = new Map<number, { owner: string; token: string }>()
  const commentTokens = new Map<number, { token: string; device: Device }>()
  const colleagueTags = new Set<string>()
  const colleagueComments = new Set<number>()
  const approvedTexts = new Set<string>()
  const sealedTexts = new Set<string>()
  const besidePosts = noteBesidePosts()
  const colleagueTexts = new Map<number, Set<string>>()
  const movedByColleague = new Set<number>()
  const strayRequests = new Set<string>()
  const judged = new WeakMap<Device, string>()
  const seen = new Map<string, Seen>()
  let violation: Violation | null = null
  const unseen: { device: Device; postId: string; text: string }[] = []
  const ownerOf = (device: Device, postId: string): string => `${device.name} ${postId}`

  const ledger: Ledger = {
    get violation() {
      return violation
    },
    unseen,
    hasChanged(device) {
      if (judged.get(device) === blog.text) return false
      judged.set(device, blog.text)
      return true
    },
    report(found) {
      violation ??= found
    },
    noteDeparture(device, request) {
      const judged = judgeDeparture(device, request, (text) => sealedTexts.has(text))
      if (judged instanceof Violation) {
        ledger.report(judged)
        return
      }
      if (judged === null) return
      if (judged.text !== null) approvedTexts.add(judged.text)
      const remoteId = remoteIdIn(request) ?? 0
      const wasPublic = blog.state.posts.some((post) => post.id === remoteId && isPublic(post))
      const beside = besidePosts.asSeen(device, request)
      departures.set(request, { ...judged, seen: seen.get(`${device.name} ${remoteId}`) ?? null, wasPublic, beside })
    },
    departureOf: (request) => departures.get(request) ?? null,
    noteRead(device, request) {
      besidePosts.noteRead(device, request, blog)
      const post = blog.state.posts.find(({ id }) => id === remoteIdIn(request))
      if (post) seen.set(`${device.name} ${post.id}`, { text: textOfRemote(post), tagIds: post.tagIds })
    },
    noteWrite(device, departure, before) {
      if (!departure) return
      const { state } = blog
      if (departure.isReview) besidePosts.judgeWrite(ledger, device, departure, { before, now: state })
      for (const post of state.posts) {
        const earlier = before.posts.find(({ id }) => id === post.id)
        if (!earlier && departure.postId !== null)
          lineage.set(post.id, { owner: ownerOf(device, departure.postId), token: departure.token })
        // Somebody made it public while this was on its way, which no request can see.
        if (earlier && !departure.wasPublic && isPublic(earlier) && !isPublic(post))
          ledger.noteStrayRequest(departure.token, 'late')
        if (earlier) noteOverwriting(device, departure, earlier, post)
        if (earlier) refuseTakenTags(device, departure, earlier, post)
        if (earlier) refuseUnseenWords(device, earlier, post)
      }
      const newComments = state.comments.filter(({ id }) => !before.comments.some((comment) => comment.id === id))
      for (const { id } of newComments) commentTokens.set(id, { token: departure.token, device })
      if (newComments.some(({ content }) => content.includes('https://'))) blog.change(decorateLinks)
    },
    noteApproval: (text) => void sealedTexts.add(text),
    noteTyped: (remoteId, content) => besidePosts.noteTyped(remoteId, content),
    wasTypedBeside: (remoteId) => besidePosts.wasTypedBeside(remoteId),
    noteStrayRequest: (token, why) => void strayRequests.add(`${why} ${token}`),
    hadStrayRequest: (token, why) =>
      strayRequests.has(`twice ${token}`) || (why === undefined && strayRequests.has(`late ${token}`)),
    noteColleagueText(remoteId, text) {
      colleagueTexts.set(remoteId, (colleagueTexts.get(remoteId) ?? new Set()).add(text))
    },
    noteColleagueStatus: (remoteId) => void movedByColleague.add(remoteId),
    noteColleagueComment: (commentId) => void colleagueComments.add(commentId),
    wasCommentTouched: (commentId) => colleagueComments.has(commentId),
    noteColleagueTag: (remoteId, tagId) => void colleagueTags.add(`${remoteId} ${tagId}`),
    disown(device, postId) {
      for (const [remoteId, { owner }] of lineage) if (owner === ownerOf(device, postId)) lineage.delete(remoteId)
    },
    isColleagueText: (remoteId, text) => colleagueTexts.get(remoteId)?.has(text) ?? false,
    wasTouchedByColleague: (remoteId) => colleagueTexts.has(remoteId),
    wasMovedByColleague: (remoteId) => movedByColleague.has(remoteId),
    offspring: (device, postId) =>
      blog.state.posts.flatMap((post) => {
        const { owner, token } = lineage.get(post.id) ?? {}
        return token !== undefined && owner === ownerOf(device, postId) ? [{ ...post, token }] : []
      }),
    commentsOf: (token) => blog.state.comments.filter(({ id }) => commentTokens.get(id)?.token === token),
    hadComment: (token) => [...commentTokens.values()].some((made) => made.token === token),
    isDoneReply(commentId) {
      const { token, device } = commentTokens.get(commentId) ?? {}
      return device?.life?.records.entries().some((entry) => entry.token === token && entry.state === 'done') ?? false
    },
  }

  /**
   * I4: every colleague's text is in the item, its history, or a conflict copy the person was told of. WordPress keeps
   * revisions; beyond that, a text that this laptop had in its hands may only be replaced by a person who knew of it.
   */
  function noteOverwriting(device: Device, departure: Departure, earlier: PracticePost, now: PracticePost): void {
    const text = textOfRemote(earlier)
    if (now.status === 'trash' && earlier.status !== 'trash' && ledger.isColleagueText(now.id, text))
      ledger.report(new Violation('lost', 'I4', `${device.name} trashed a draft ${now.id} with a colleague's words`))
    if (text === textOfRemote(now) || !ledger.isColleagueText(now.id, text)) return
    const { postId } = departure
    if (postId !== null && keepsMarksOf(device, postId, { text, now: textOfRemote(now) })) return
    if (departure.seen?.text === text) {
      const what = `${device.name} replaced a colleague's text of post ${now.id} that it had seen and nobody was told of`
      ledger.report(new Violation('lost', 'I4', what))
    } else if (postId !== null) {
      unseen.push({ device, postId, text })
    }
  }

  /** I4 for sets: what a person changed in the tags is sent, not the whole of them, so a colleague's tag stays. */
  function refuseTakenTags(
    device: Device,
    { postId, seen }: Departure,
    earlier: PracticePost,
    now: PracticePost,
  ): void {
    const taken = earlier.tagIds.find((id) => !now.tagIds.includes(id) && colleagueTags.has(`${now.id} ${id}`))
    if (taken === undefined || (postId !== null && device.memory.restored.has(postId))) return
    // WordPress takes the whole set: what was put there since the laptop looked, nobody could have kept.
    if (seen?.tagIds.includes(taken))
      ledger.report(new Violation('lost', 'I4', `${device.name} took a colleague's tag ${taken} from post ${now.id}`))
  }

  /** I5: nothing becomes public that nobody approved, whatever the blog made of the words. */
  function refuseUnseenWords(device: Device, earlier: PracticePost, now: PracticePost): void {
    if (isPublic(earlier) || !isPublic(now)) return
    const text = textOfRemote(now)
    if (approvedTexts.has(text) || ledger.isColleagueText(now.id, text)) return
    const what = `${device.name} made post ${now.id} public with words that nobody approved: ${JSON.stringify(text)}`
    ledger.report(new Violation('unsolicited', 'I5', what))
  }
  return ledger
}

const isPublic = ({ status }: PracticePost): boolean => status === 'publish' || status === 'future'

const remoteIdIn = ({ path }: ParkedRequest): number | null => {
  const id = /^\/wp\/v2\/posts\/(\d+)$/.exec(path)?.[1]
  return id === undefined ? null : Number(id)
}

/** As WordPress's filters do for people without `unfiltered_html`; its own search for duplicates then misses the comment. */
function decorateLinks(state: PracticeState): void {
  for (const comment of state.comments)
    comment.content = comment.content.replaceAll(/(?<!")(https:\/\/\S+?)(?=\s|$)/g, (whole, url: string) =>
      comment.content.includes('<a ') ? whole : `<a href="${url}" rel="nofollow ugc">${url}</a>`,
    )
}
