import { mayLeaveTo, needsPerson } from '../../src/main/core/outbox/entry-states.ts'
import { isReservedSlug } from '../../src/main/core/new-id.ts'
import type { EntryState } from '../../src/shared/domain/outbox-entry.ts'
import {
  isOpen,
  isPostEntry,
  postPayloadOf,
  reviewPayloadOf,
  textOf,
  textOfRemote,
  type EntryRecord,
} from './desk-records.ts'
import type { Device } from './device.ts'
import { savedTextsAreInHistory, wordsStayInPlace } from './history-invariants.ts'
import { isJoined } from './review-departures.ts'
import { checkReviews, checkReviewsAtQuiet } from './review-invariants.ts'
import { lanesKeepTheirOrder } from './lane-invariants.ts'
import { newestTimeStands, wasUnscheduled } from './schedule-invariants.ts'
import { nothingVanishesUnasked } from './vanished-invariants.ts'
import type { PostPayload } from '../../src/main/core/outbox/entry-payload.ts'
import { isRebased } from './merged-sends.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/** After every step; I4, I5, I8 and I9 are judged when a request leaves or lands (departures.ts, ledger.ts), I10 at each start. */
export function checkSafety(world: World): void {
  for (const device of Object.values(world.devices)) {
    if (!device.life || device.life.isDead) continue
    everyErrorIsExpected(device)
    onePublicPostPerAct(world, device)
    if (!device.life.hasChanged()) continue
    lanesKeepTheirOrder(device)
    noEntryDisappears(device)
    noteNewDrafts(world, device)
    savedTextsAreInHistory(device)
    wordsStayInPlace(device)
    nobodyIsAskedAboutTheirOwnWords(world, device)
    nothingVanishesUnasked(world, device)
    checkReviews(world, device)
  }
  if (world.ledger.violation) throw world.ledger.violation
}

/** At quiet, once everything healed. */
export function checkQuiet(world: World): void {
  checkSafety(world)
  for (const device of Object.values(world.devices)) {
    nothingIsStuck(device)
    doneActsAreOnTheBlog(world, device)
    oneDraftPerAct(world, device)
    oneCommentPerReply(world, device)
    newestTimeStands(world, device)
    newestWordsStand(world, device)
    baseEqualsRemote(world, device)
    everythingIsHere(world, device)
  }
  colleaguesTextsAreKept(world)
  checkReviewsAtQuiet(world)
}

/** I4: what was written between our look and our write, and that ours replaced, is in the history of whoever replaced it. */
function colleaguesTextsAreKept({ ledger }: World): void {
  for (const { device, postId, text } of ledger.unseen)
    if (device.life?.records.textsOf(postId).has(text) === false)
      throw new Violation('lost', 'I4', `${device.name} replaced a colleague's text and never found out: ${text}`)
}

/** I1: at most one public post per publish act … */
function onePublicPostPerAct({ ledger }: World, device: Device): void {
  if (!ledger.hasChanged(device)) return
  for (const postId of sentPosts(device)) {
    const live = ledger.offspring(device, postId).filter(({ status }) => /^(publish|pending|future)$/.test(status))
    if (live.length > 1)
      throw new Violation(
        'dup_public',
        'I1',
        `${device.name}: posts ${live.map(({ id }) => id).join(', ')} are one act`,
      )
  }
}

/** … exactly one live item at quiet: the words of an act that is done are in that item or its revisions. */
function doneActsAreOnTheBlog(world: World, device: Device): void {
  const { ledger, blog, counts } = world
  for (const entry of device.life?.records.entries() ?? []) {
    if (!isPostEntry(entry) || entry.state !== 'done' || entry.postId === null) continue
    if (device.memory.past.has(entry.id)) continue
    const remoteId = device.life?.records.remoteIdOf(entry.postId)
    const item = blog.state.posts.find(({ id }) => id === remoteId)
    if (!item && remoteId !== undefined && remoteId !== null && ledger.wasMovedByColleague(remoteId)) continue
    if (!item)
      throw new Violation('lost', 'I1', `${device.name}: "${postPayloadOf(entry).words.title}" is not on the blog`)
    const { words, as } = postPayloadOf(entry)
    const texts = [item, ...item.revisions].map(textOfRemote)
    if (!texts.includes(textOf(words)))
      throw new Violation('lost', 'I1', `${device.name}: words of a done entry never reached post ${item.id}`)
    const isPlanned =
      item.status === 'future' && sendsTo(world, item.id).some(({ entry: { publishAt } }) => publishAt !== null)
    const isLive =
      item.status === 'publish' ||
      isPlanned ||
      wasUnscheduled(world, item.id) ||
      (as === 'pending' && item.status === 'pending')
    if (as !== 'keep' && !isLive && wasCrossed(world, device, item.id)) counts.crossed += 1
    else if (as !== 'keep' && !isLive && !ledger.wasMovedByColleague(item.id))
      throw new Violation('lost', 'I1', `${device.name}: post ${item.id} is done and yet ${item.status}`)
  }
}

/** Every entry of both laptops for one post of the blog. */
function sendsTo({ devices }: World, remoteId: number): { sender: Device; token: string; entry: PostPayload }[] {
  return Object.values(devices).flatMap((sender) =>
    [...sender.memory.entries.values()].flatMap((entry) =>
      isPostEntry(entry) && sender.memory.remoteIds.get(entry.postId ?? '') === remoteId
        ? [{ sender, token: entry.token, entry: postPayloadOf(entry) }]
        : [],
    ),
  )
}

/** A request that the other laptop had given up came after this one's: to this one that is a colleague's change. */
const wasCrossed = (world: World, device: Device, remoteId: number): boolean =>
  sendsTo(world, remoteId).some(({ sender, token }) => sender !== device && world.ledger.hadStrayRequest(token))

/**
 * I1: one draft per act, too: the eldest that a token made is the one, and a surplus one is only there because a request
 * arrived twice or too late.
 */
function oneDraftPerAct({ ledger, counts }: World, device: Device): void {
  for (const postId of sentPosts(device)) {
    const known = device.life?.records.remoteIdOf(postId) ?? null
    const all = ledger.offspring(device, postId)
    // What the desk itself asked for twice is a fault, swept or not.
    const twin = all.find(({ id, token }) => all.some((other) => other.id < id && other.token === token))
    if (twin && !ledger.hadStrayRequest(twin.token))
      throw new Violation('dup_final', 'I1', `${device.name}: draft ${twin.id} was asked for a second time`)
    const taken = all.find(({ id }) => id === known)
    const elder = all.find(
      ({ id, token }) => taken?.token === token && id < taken.id && !ledger.wasMovedByColleague(id),
    )
    if (elder)
      throw new Violation('dup_final', 'I1', `${device.name}: draft ${elder.id} came before ${known} and was not taken`)
    const surplus = all.filter(({ id, status }) => id !== known && status !== 'trash')
    for (const { id, token } of surplus) {
      const isColleagues = ledger.wasTouchedByColleague(id) || ledger.wasMovedByColleague(id)
      if (isDone(device, token) && !isColleagues)
        throw new Violation('dup_final', 'I1', `${device.name}: draft ${id} is one too many`)
    }
    counts.strays += surplus.length
  }
}

const isDone = ({ memory }: Device, token: string): boolean =>
  [...memory.entries.values()].some((entry) => entry.token === token && entry.state === 'done')

/** I2: at most one live comment per reply at quiet, and one for each that is done. */
function oneCommentPerReply({ blog, ledger, counts }: World, device: Device): void {
  for (const entry of device.life?.records.entries() ?? []) {
    if (entry.kind !== 'send-reply') continue
    const comments = ledger.commentsOf(entry.token)
    const live = comments.filter(({ status }) => status === 'approved' || status === 'hold')
    const wasTwice = ledger.hadStrayRequest(entry.token, 'twice')
    // A copy is only swept where something on the way made it; what the desk itself sends again is a fault, swept or not.
    if (comments.length > 1 && !wasTwice)
      throw new Violation('dup_public', 'I2', `${device.name}: comments ${idsIn(comments)} were sent for one reply`)
    // Whoever has no rights on the post cannot take a comment from it, not even their own; what a colleague changed stays, and
    // what somebody answered.
    const isAnswered = (id: number): boolean => blog.state.comments.some(({ parentId }) => parentId === id)
    const spare = live.filter(({ id }) => String(id) !== entry.revision)
    const mayStay =
      device.account === 'author' ||
      live.some(({ id }) => ledger.wasCommentTouched(id)) ||
      spare.every(({ id }) => isAnswered(id))
    if (live.length > 1 && mayStay) counts.doubled += 1
    else if (live.length > 1)
      throw new Violation('dup_final', 'I2', `${device.name}: comments ${idsIn(live)} are one reply`)
    // A second delivery that the blog refused can be the answer to a first that it took.
    if (device.memory.cancelled.has(entry.id) && comments.length > 0 && !wasTwice)
      throw new Violation(
        'unsolicited',
        'I9',
        `${device.name}: a reply that was taken back is comment ${comments[0]?.id}`,
      )
    const isGone = comments.length > 0 && comments.every(({ status }) => status === 'trash')
    if (entry.state === 'done' && (isGone || !ledger.hadComment(entry.token)))
      throw new Violation('lost', 'I2', `${device.name}: a reply is done and not on the blog`)
  }
}

const idsIn = (items: { id: number }[]): string => items.map(({ id }) => id).join(', ')

/** I6: at quiet, base equals remote or the entry waits for a person. */
function baseEqualsRemote({ blog }: World, device: Device): void {
  const { life } = device
  if (!life) return
  const waiting = new Set(life.records.entries().flatMap((entry) => (isOpen(entry) ? [entry.postId] : [])))
  const unsettled = new Set(life.records.postsWithIncoming())
  for (const postId of life.records.postIds()) {
    if (waiting.has(postId) || unsettled.has(postId)) continue
    const remote = blog.state.posts.find(({ id }) => id === life.records.remoteIdOf(postId))
    const base = life.records.baseTextOf(postId, 'agreed')
    if (!remote || base === null || remote.status === 'trash') continue
    if (base !== textOfRemote(remote))
      throw new Violation('stuck', 'I6', `${device.name}: post ${remote.id} is another one here than on the blog`)
  }
}

/** I6: whether a post is there, and what stands under it, is the same here and on the blog; nothing was left out on the way. */
function everythingIsHere({ blog }: World, device: Device): void {
  const { life, account } = device
  if (!life) return
  const here = new Map(life.records.postIds().map((postId) => [life.records.remoteIdOf(postId), postId]))
  const offBlog = new Set(life.records.postsOffBlog())
  const waiting = new Set(life.records.entries().flatMap((entry) => (isOpen(entry) ? [entry.postId] : [])))
  const me = blog.user(account).id
  for (const post of blog.state.posts) {
    const isAlive = post.status !== 'trash'
    const isMine = account === 'editor' || post.authorId === me
    const postId = here.get(post.id)
    if (isAlive && isMine && postId === undefined && !isReservedSlug(post.slug))
      throw new Violation('lost', 'I6', `${device.name}: post ${post.id} never came down`)
    if (isAlive && isMine && postId !== undefined && offBlog.has(postId) && !waiting.has(postId))
      throw new Violation('lost', 'I6', `${device.name}: post ${post.id} is on the blog and counts as gone`)
  }
  for (const { id, postId, status, noteStatus } of blog.state.comments) {
    if (noteStatus !== undefined) continue
    const isPublic =
      status === 'approved' && blog.state.posts.some((post) => post.id === postId && post.status === 'publish')
    if (isPublic && here.has(postId) && !life.records.showsComment(id))
      throw new Violation('lost', 'I6', `${device.name}: comment ${id} is on the blog and not here`)
  }
}

/** A question is about somebody else's work, never about what this person sent themselves. */
function nobodyIsAskedAboutTheirOwnWords({ ledger, devices }: World, device: Device): void {
  const { life, memory } = device
  for (const postId of life?.records.postsWithIncoming() ?? []) {
    const text = life?.records.baseTextOf(postId, 'incoming')
    const remoteId = life?.records.remoteIdOf(postId) ?? 0
    const isOwn = memory.acts.some((act) => act.kind === 'post' && act.postId === postId && act.text === text)
    if (!isOwn || text === undefined || text === null || ledger.isColleagueText(remoteId, text)) continue
    const others = Object.values(devices).filter((other) => other !== device)
    // Asked for by the other person, or put right by their desk.
    const isOthers = others.some(
      (other) =>
        other.memory.acts.some((act) => act.kind === 'post' && act.text === text) ||
        [...other.memory.entries.values()].some(
          (entry) => isPostEntry(entry) && textOf(postPayloadOf(entry).words) === text,
        ),
    )
    const wasLate = [...memory.entries.values()].some(
      ({ postId: of, token }) => of === postId && ledger.hadStrayRequest(token),
    )
    if (!isOthers && !wasLate)
      throw new Violation('broken', 'I6', `${device.name} is asked about their own words of post ${remoteId}`)
  }
}

/** I7: no entry disappears, changes what it says, or leaves an end. */
function noEntryDisappears(device: Device): void {
  const now = new Map((device.life?.records.entries() ?? []).map((entry) => [entry.id, entry]))
  for (const [id, before] of device.memory.entries) {
    const entry = now.get(id)
    if (!entry) throw new Violation('lost', 'I7', `${device.name}: entry ${id} disappeared`)
    const isTheSame =
      entry.payloadHash === before.payloadHash || isRebased(device, before, entry) || isJoined(before, entry)
    if (entry.token !== before.token || !isTheSame)
      throw new Violation('lost', 'I7', `${device.name}: entry ${id} says something else`)
    if (!isReachable(before.state, entry.state))
      throw new Violation('lost', 'I7', `${device.name}: entry ${id} went from ${before.state} to ${entry.state}`)
  }
  device.memory.entries = now
  for (const entry of now.values())
    if (entry.kind === 'send-review' && !device.memory.letters.has(entry.id))
      device.memory.letters.set(entry.id, reviewPayloadOf(entry))
    else if (isPostEntry(entry)) device.memory.handedOver.add(`${entry.postId} ${textOf(postPayloadOf(entry).words)}`)
  for (const { id, heldUntil: until } of now.values()) {
    if (until === null) continue
    const seenMs = device.memory.heldUntil.get(id)?.seenMs ?? device.passedMs
    device.memory.heldUntil.set(id, { until, seenMs })
  }
}

/** A post that the person made a new draft of begins anew: what was sent of it before is another post's past. */
function noteNewDrafts({ ledger }: World, device: Device): void {
  const { memory, life } = device
  for (const postId of life?.records.postIds() ?? []) {
    const remoteId = life?.records.remoteIdOf(postId) ?? null
    if (remoteId === null && (memory.remoteIds.get(postId) ?? null) !== null) {
      ledger.disown(device, postId)
      for (const entry of memory.entries.values()) if (entry.postId === postId) memory.past.add(entry.id)
    }
    memory.remoteIds.set(postId, remoteId)
  }
}

/** An end is final; everything else may lead anywhere within a step. */
const isReachable = (from: EntryState, to: EntryState): boolean =>
  from === to || mayLeaveTo(from, to) || (from !== 'done' && from !== 'cancelled')

/** A full disk is an expected error; whatever the core itself calls an error is not. */
function everyErrorIsExpected(device: Device): void {
  const [error] = device.newErrors()
  if (error !== undefined && !device.isDiskFull) throw new Violation('broken', 'log', `${device.name}: ${error}`)
}

/** What a person cannot end by trying again, after which the entry waits for them for good. */
const FOR_A_PERSON = new Set([
  'gone',
  'not-found',
  'forbidden',
  'rejected',
  'conflict',
  'altered-by-blog',
  'not-allowed-now',
  'unsealed',
])

function nothingIsStuck(device: Device): void {
  const { life } = device
  if (!life) throw new Violation('stuck', 'liveness', `${device.name} is off`)
  const stuck = life.records.entries().find((entry) => isOpen(entry) && !mayWait(entry, life.records.entries()))
  if (stuck)
    throw new Violation(
      'stuck',
      'liveness',
      `${device.name}: a ${stuck.kind} is ${stuck.state} because of ${stuck.reason}`,
    )
}

/** It needs a person, or stands behind one that does. */
function mayWait(entry: EntryRecord, all: EntryRecord[]): boolean {
  if (needsPerson(entry.state)) return FOR_A_PERSON.has(entry.reason ?? '')
  const ahead = all.slice(0, all.indexOf(entry)).filter(isOpen)
  return ahead.some((other) => other.postId === entry.postId && mayWait(other, all))
}

/** A request that arrives after a later one may set a post back for a while, and not for good. */
function newestWordsStand(world: World, device: Device): void {
  const { blog, counts } = world
  for (const postId of sentPosts(device)) {
    const known = device.life?.records.remoteIdOf(postId)
    const item = blog.state.posts.find(({ id }) => id === known)
    const sent = [...device.memory.entries.values()].filter(
      (entry) =>
        isPostEntry(entry) && entry.postId === postId && entry.state === 'done' && !device.memory.past.has(entry.id),
    )
    const texts = sent.map((entry) => textOf(postPayloadOf(entry).words))
    const now = item && item.status !== 'trash' ? textOfRemote(item) : null
    const isOlder = now !== null && now !== texts.at(-1) && texts.slice(0, -1).includes(now)
    if (isOlder && item && wasCrossed(world, device, item.id)) counts.crossed += 1
    else if (isOlder)
      throw new Violation('lost', 'I1', `${device.name}: post ${item?.id} shows older words than those sent last`)
  }
}

const sentPosts = ({ memory }: Device): Set<string> =>
  new Set([...memory.entries.values()].flatMap((entry) => (isPostEntry(entry) && entry.postId ? [entry.postId] : [])))
