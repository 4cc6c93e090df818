import { createHash } from 'node:crypto'
import { hashJson } from '../../src/main/core/content-hash.ts'

import { documentToText } from '../../src/shared/content/document-to-text.ts'
import { markupToDocument } from '../../src/shared/content/markup-to-document.ts'
import {
  isPostEntry,
  moderationPayloadOf,
  picturesShownBy,
  postPayloadOf,
  replyPayloadOf,
  reschedulePayloadOf,
  textOf,
  type EntryRecord,
} from './desk-records.ts'
import { HOLD_MS, type Device } from './device.ts'
import type { Departure } from './ledger.ts'
import type { ParkedRequest } from './life.ts'
import { handedOverText } from './merged-sends.ts'
import { carriesReview, isReviewAskedFor, isUnsealed } from './review-departures.ts'
import { ORIGIN } from './simulated-blog.ts'
import { Violation } from './violation.ts'

type Fields = Record<string, unknown>
type Departed = Omit<Departure, 'seen' | 'wasPublic' | 'beside'>

/**
 * Judges a request at the moment it leaves, against what is committed:
 * I5 every write sent maps to an approved, uncancelled entry with that payload's hash;
 * I8 credentials go only to the blog's origin;
 * I9 undo within the hold sends nothing.
 * null for a read.
 */
export function judgeDeparture(
  device: Device,
  request: ParkedRequest,
  isApproved: (text: string) => boolean,
): Departed | Violation | null {
  const hasPassword = new Headers(request.init.headers).has('authorization')
  if (request.url.origin !== ORIGIN && (hasPassword || request.isWrite)) {
    const what = hasPassword ? 'its password' : 'words'
    return new Violation('unsolicited', 'I8', `${device.name} showed ${what} to ${request.url.origin}`)
  }
  if (!request.isWrite) return null
  if (isRemoval(request)) return judgeRemoval(device, request)
  const sending = (device.life?.records.entries() ?? []).filter(({ state }) => state === 'sending')
  const entry = sending.find((candidate) => carries(device, candidate, request))
  if (!entry) {
    const what = `${device.name}: no entry under way asks for ${request.method} ${request.path} ${bodyOf(request)}`
    return new Violation('unsolicited', 'I5', what)
  }
  const why = whyNotApproved(device, entry) ?? whyTooLate(device, request) ?? whyUnsealed(device, entry, isApproved)
  if (why) return new Violation('unsolicited', why.rule, `${device.name}: ${request.path}: ${why.what}`)
  return {
    entryId: entry.id,
    token: entry.token,
    isReview: entry.kind === 'send-review',
    postId: entry.kind === 'send-reply' ? null : entry.postId,
    text: isPostEntry(entry) ? textOf(postPayloadOf(entry).words) : null,
  }
}

const whyUnsealed = (device: Device, entry: EntryRecord, isApproved: (text: string) => boolean) =>
  isUnsealed(device, entry, isApproved) ? { rule: 'R4', what: 'nobody approved these words' } : null

/** A clock that was wrong is corrected by the blog's, as well as a slow line lets it be read. */
const KNOWN_TO_MS = 60_000

/** A time that has passed is not made up for without a question. */
function whyTooLate(device: Device, request: ParkedRequest): { rule: string; what: string } | null {
  const isPostUpdate = /\/posts\/\d+$/.test(request.path)
  const { date_gmt: at } = isPostUpdate ? (JSON.parse(bodyOf(request)) as Fields) : {}
  const graceMs = device.wasClockSet ? KNOWN_TO_MS : 1_000
  const isPast = typeof at === 'string' && Date.parse(`${at}Z`) + graceMs < device.passedMs
  return isPast ? { rule: 'I5', what: `it was to be public at ${at}, and nobody was asked` } : null
}

const isRemoval = ({ init }: ParkedRequest): boolean =>
  new Headers(init.headers).get('x-http-method-override') === 'DELETE'

/**
 * Only a sweep removes, of a send that is done or was taken back on its way, and only what is not the post that its entry made;
 * that a reply keeps one comment is judged at quiet.
 */
function judgeRemoval(device: Device, request: ParkedRequest): Departed | Violation {
  if (request.path.includes('/comments/')) return judgeCommentRemoval(device, request)
  const remoteId = Number(/\/posts\/(\d+)$/.exec(request.path)?.[1])
  const entries = device.life?.records.entries() ?? []
  const hasEnded = ({ state, attempts }: EntryRecord): boolean =>
    state === 'done' || (state === 'cancelled' && attempts > 0)
  const swept = entries.find((entry) => isPostEntry(entry) && hasEnded(entry) && entry.remoteId !== remoteId)
  const isOwnPost = entries.some((entry) => isPostEntry(entry) && entry.remoteId === remoteId)
  if (!swept || isOwnPost) return new Violation('unsolicited', 'I5', `${device.name} removed post ${remoteId}`)
  return { entryId: swept.id, token: swept.token, isReview: false, postId: null, text: null }
}

function judgeCommentRemoval(device: Device, request: ParkedRequest): Departed | Violation {
  const { name, life } = device
  const decided = life?.records.entries().find((entry) => entry.state === 'sending' && isRemovalOf(entry, request))
  if (decided) {
    const why = whyNotApproved(device, decided)
    if (why) return new Violation('unsolicited', why.rule, `${name}: ${request.path}: ${why.what}`)
    return { entryId: decided.id, token: decided.token, isReview: false, postId: null, text: null }
  }
  const swept = life?.records.entries().find(({ kind, state }) => kind === 'send-reply' && state === 'done')
  if (!swept) return new Violation('unsolicited', 'I5', `${name} removed ${request.path}`)
  return { entryId: swept.id, token: swept.token, isReview: false, postId: null, text: null }
}

/** The request says what the entry says, and nothing else. */
function carries(device: Device, entry: EntryRecord, request: ParkedRequest): boolean {
  const path = request.path.replace(/^\/wp\/v2\//, '')
  const fields = path === 'media' ? {} : (JSON.parse(bodyOf(request)) as Fields)
  if (entry.kind === 'send-review') return carriesReview(device, entry, path, fields)
  const id = /^posts\/(\d+)$/.exec(path)?.[1]
  if (path === 'posts') return isPostEntry(entry) && isReservation(entry, fields)
  if (id !== undefined && entry.kind === 'reschedule-post') return isNewTime(entry, Number(id), fields)
  if (id !== undefined) return isPostEntry(entry) && isPartOf(device, entry, Number(id), fields)
  const commentId = /^comments\/(\d+)$/.exec(path)?.[1]
  if (commentId !== undefined) return isDecision(entry, Number(commentId), fields)
  if (path === 'tags') return isPostEntry(entry) && postPayloadOf(entry).words.tags.includes(String(fields['name']))
  if (path === 'comments') return entry.kind === 'send-reply' && isReply(entry, fields)
  if (path === 'media') return entry.kind === 'upload-picture' && isPicture(device, entry, request)
  return false
}

/** The state of the one comment, and nothing else. */
function isDecision(entry: EntryRecord, commentId: number, { status, ...rest }: Fields): boolean {
  if (entry.kind !== 'moderate-comment' || Object.keys(rest).length > 0) return false
  const { remoteId, to } = moderationPayloadOf(entry)
  return remoteId === commentId && to === status
}

const isReservation = (entry: EntryRecord, fields: Fields): boolean =>
  fields['slug'] === entry.token && fields['status'] === 'draft' && fields['title'] === postPayloadOf(entry).words.title

function isPartOf(device: Device, entry: EntryRecord, remoteId: number, fields: Fields): boolean {
  const { words, as, publishAt } = postPayloadOf(entry)
  const isTarget = entry.remoteId === remoteId || device.life?.records.remoteIdOf(entry.postId ?? '') === remoteId
  const says = (name: string, expected: string): boolean => fields[name] === undefined || fields[name] === expected
  // A state never travels with words: what the blog makes of them is looked at before anybody can see it.
  const isAlone =
    fields['status'] === undefined || Object.keys(fields).every((name) => /^(status|date_gmt)$/.test(name))
  const content = fields['content']
  return (
    isTarget &&
    isAlone &&
    says('title', words.title) &&
    says('excerpt', words.excerpt) &&
    says('status', publishAt === null ? as : 'future') &&
    says('date_gmt', publishAt?.slice(0, 19) ?? '') &&
    (typeof content !== 'string' || documentToText(markupToDocument(content)) === documentToText(words.document))
  )
}

/** Status and date, and nothing of the words. */
function isNewTime(entry: EntryRecord, remoteId: number, { status, date_gmt: at, ...rest }: Fields): boolean {
  const payload = reschedulePayloadOf(entry)
  const { to } = payload
  const isTime = to.as === 'future' ? at === to.publishAt.slice(0, 19) : at === null
  return payload.remoteId === remoteId && status === to.as && isTime && Object.keys(rest).length === 0
}

function isReply(entry: EntryRecord, fields: Fields): boolean {
  const { text, parentRemoteId, postRemoteId } = replyPayloadOf(entry)
  return (
    String(fields['author_user_agent']).includes(entry.token) &&
    // The `rel` is WordPress's own: what it puts on a link while it stores the comment.
    String(fields['content']).replaceAll(' rel="nofollow ugc"', '') === text &&
    fields['parent'] === parentRemoteId &&
    fields['post'] === postRemoteId
  )
}

function isPicture(device: Device, entry: EntryRecord, { init }: ParkedRequest): boolean {
  const picture = device.memory.pictures.get(entry.mediaId ?? '')
  const sum = new Headers(init.headers).get('content-md5')
  return picture !== undefined && sum === createHash('md5').update(picture).digest('hex')
}

const bodyOf = ({ init: { body } }: ParkedRequest): string => (typeof body === 'string' ? body : '{}')

function whyNotApproved(device: Device, entry: EntryRecord): { rule: string; what: string } | null {
  const { memory } = device
  if (memory.cancelled.has(entry.id)) return { rule: 'I9', what: 'the person had taken it back' }
  if (memory.kept.has(entry.id)) return { rule: 'I9', what: 'the person keeps it here' }
  if (isAskedAbout(device, entry)) return { rule: 'I9', what: 'it waited while the line was away, and nobody said Go' }
  const held = memory.heldUntil.get(entry.id)
  // A clock that was put back makes the hold end later by itself, but never before it has lasted its time.
  const isHeld =
    held !== undefined && device.latestMs < Date.parse(held.until) && device.passedMs < held.seenMs + HOLD_MS
  if (isHeld && !memory.hurried.has(entry.id))
    return { rule: 'I9', what: `it left before its undo window ended at ${held.until}` }
  if (hashJson(entry.payload) !== entry.payloadHash) return { rule: 'I5', what: 'its payload was changed' }
  return isAskedFor(device, entry) ? null : { rule: 'I5', what: 'nobody ever asked for it' }
}

/** What a late request undid is put back as it was: the text both had agreed on, and nothing else. */
function isAgreedText({ life }: Device, entry: EntryRecord): boolean {
  const agreed = entry.postId === null ? null : life?.records.baseTextOf(entry.postId, 'agreed')
  return agreed === textOf(postPayloadOf(entry).words)
}

const isRemovalOf = (entry: EntryRecord, { path }: ParkedRequest): boolean =>
  entry.kind === 'moderate-comment' &&
  moderationPayloadOf(entry).to === 'trash' &&
  path === `/wp/v2/comments/${moderationPayloadOf(entry).remoteId}`

function isAskedFor(device: Device, entry: EntryRecord): boolean {
  const { memory } = device
  switch (entry.kind) {
    case 'publish-post':
    case 'update-post': {
      const { as, publishAt, putsRight } = postPayloadOf(entry)
      if (putsRight !== undefined) return isAgreedText(device, entry)
      const text = handedOverText(device, entry)
      return memory.acts.some(
        (act) =>
          act.kind === 'post' &&
          act.postId === entry.postId &&
          act.text === text &&
          (as === 'keep' || (as === act.as && publishAt === act.publishAt)),
      )
    }
    case 'send-reply': {
      const { text } = replyPayloadOf(entry)
      return memory.acts.some((act) => act.kind === 'reply' && act.commentId === entry.commentId && act.text === text)
    }
    case 'moderate-comment': {
      const { to } = moderationPayloadOf(entry)
      return memory.acts.some((act) => act.kind === 'moderate' && act.commentId === entry.commentId && act.to === to)
    }
    case 'reschedule-post': {
      const to = JSON.stringify(reschedulePayloadOf(entry).to)
      return memory.acts.some(
        (act) => act.kind === 'reschedule' && act.postId === entry.postId && JSON.stringify(act.to) === to,
      )
    }
    case 'send-review':
      return isReviewAskedFor(device, entry)
    case 'upload-picture':
      return postsThatShow(device, entry).some(({ id, state }) => state !== 'cancelled' && !memory.kept.has(id))
  }
}

const postsThatShow = ({ life }: Device, { mediaId }: EntryRecord): EntryRecord[] =>
  (life?.records.entries() ?? []).filter((other) => mediaId !== null && picturesShownBy(other).includes(mediaId))

/** A picture may go as soon as a post that shows it may. */
function isAskedAbout(device: Device, entry: EntryRecord): boolean {
  const { asked } = device.memory
  if (entry.kind !== 'upload-picture' || !asked.has(entry.id)) return asked.has(entry.id)
  return postsThatShow(device, entry).every(({ id, state }) => state === 'cancelled' || asked.has(id))
}
