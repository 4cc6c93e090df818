import { databaseRefusal } from './database-sentences.ts'
import type { AppErrorData, NotTheBlogReason } from './errors.ts'
import { conflictSentence } from './conflict-sentences.ts'
import { unreadableFile } from './interchange-sentences.ts'
import { feedFaultSentence } from './reading-sentences.ts'
import { invalidInput, notAllowedNow, unsupportedFile } from './refusal-sentences.ts'
import { replyRefusal, replyStateWords } from './reply-sentences.ts'
import { unsealedSentences } from './review-sentences.ts'
import { lockRefusal } from './lock-sentences.ts'
import { handoverFileRefusal } from './handover-file-refusal.ts'
import { reviewFileRefusal } from './review-file-sentences.ts'
import type { EntryStanding, OutboxEntry } from './domain/outbox-entry.ts'
import type { PostState } from './domain/post.ts'

/** What happened, what was kept, what to do next: each one calm sentence, or '' for `next` when there is nothing to do. */
export interface ErrorSentence {
  what: string
  kept: string
  next: string
}

/** The four colours of a state; `plain` has none. A tone never stands without its word. */
export type Tone = 'plain' | 'done' | 'waits' | 'needs-you'

export interface StateWords {
  /** One word, the same everywhere. */
  word: string
  /** One sentence of what it means. */
  sentence: string
  tone: Tone
}

const NOTHING_SENT = 'Nothing was sent. Everything you wrote is on this laptop.'
const MAY_HAVE_ARRIVED = 'It may have arrived. Everything you wrote is on this laptop.'
const TEXT_KEPT = 'Your text is kept on this laptop.'
const GOES_BY_ITSELF = 'It goes by itself when there is a line.'
const LOOKS_FIRST = 'The desk looks on the blog before it sends anything again, so it cannot appear twice.'

/** `asking`: nothing of the person's work was under way, as when a blog is being connected. */
export type Attempt = 'sending' | 'asking'

/** The one place where a kind of failure becomes words, for the window and the command line alike. */
export function errorSentence(error: AppErrorData, attempt: Attempt = 'sending'): ErrorSentence {
  const sentence = sendingSentence(error)
  if (attempt === 'sending') return sentence
  const isPassing = sentence.next === LOOKS_FIRST || sentence.next === GOES_BY_ITSELF || error.kind === 'rate-limited'
  return {
    what: sentence.what,
    kept: 'Nothing was changed.',
    next: isPassing ? 'Check the address and the line, then try again.' : sentence.next,
  }
}

function sendingSentence(error: AppErrorData): ErrorSentence {
  const ofReply = replyRefusal(error)
  if (ofReply) return ofReply
  switch (error.kind) {
    case 'offline':
      return { what: 'There is no line to the blog.', kept: NOTHING_SENT, next: GOES_BY_ITSELF }
    case 'insecure-line':
      return { what: insecureLine(error.reason), kept: NOTHING_SENT, next: 'Try another network, or ask your IT.' }
    case 'timeout':
      return { what: 'The blog did not answer in time.', kept: MAY_HAVE_ARRIVED, next: LOOKS_FIRST }
    case 'answer-lost':
      return { what: 'The line broke before the blog could answer.', kept: MAY_HAVE_ARRIVED, next: LOOKS_FIRST }
    case 'unauthorized':
      return {
        what: 'The blog did not accept the user name and application password.',
        kept: NOTHING_SENT,
        next: 'Check both, or make a new application password in your profile on the blog.',
      }
    case 'forbidden':
      return {
        what: `Your account may not do this on the blog${inBrackets(error.code)}.`,
        kept: TEXT_KEPT,
        next: 'Ask the person who looks after the blog for the right to do it.',
      }
    case 'rate-limited':
      return {
        what: 'The blog asks for a pause.',
        kept: NOTHING_SENT,
        next: `The desk tries again ${after(error.retryAfterMs)}.`,
      }
    case 'unavailable':
      return {
        what: `The blog is not available at the moment (it answered ${error.status}).`,
        kept: error.retryAfterMs === null ? MAY_HAVE_ARRIVED : NOTHING_SENT,
        next: error.retryAfterMs === null ? LOOKS_FIRST : `The desk tries again ${after(error.retryAfterMs)}.`,
      }
    case 'not-the-blog':
      return { ...notTheBlog(error.why, error.host), kept: NOTHING_SENT }
    case 'not-found':
      return {
        what: 'The blog does not have this any more, or your account may not see it.',
        kept: TEXT_KEPT,
        next: 'Look on the blog, or send it as a new post.',
      }
    case 'gone':
      return {
        what: 'It is no longer on the blog: somebody put it into the trash or deleted it.',
        kept: TEXT_KEPT,
        next: 'Open the post to keep your words as a new draft or to let it go.',
      }
    case 'conflict':
      return conflictSentence(error.code)
    case 'too-large':
      return {
        what: `This is too large for the blog${sizes(error.sizeBytes, error.limitBytes)}.`,
        kept: TEXT_KEPT,
        next: 'Use a smaller picture or video, or a shorter text.',
      }
    case 'rejected':
      if (error.code === 'rest_upload_sideload_error')
        return {
          what: 'The blog does not take files of this kind, or could not store this one.',
          kept: TEXT_KEPT,
          next: 'Save it in another format, or ask the person who looks after the blog.',
        }
      return {
        what: `The blog read it and refused it${inBrackets(error.code)}.`,
        kept: TEXT_KEPT,
        next: 'Change the text or ask the person who looks after the blog.',
      }
    case 'altered-by-blog':
      return {
        what: `The blog changed ${fieldsInWords(error.fields)} of what was sent.`,
        kept: error.isLive
          ? 'The post on the blog says it the blog’s way now. Your own text is kept on this laptop.'
          : 'Nothing of it is public. Your own text is kept on this laptop.',
        next: 'Look at what the blog keeps, change the text, and send it again.',
      }
    case 'unexplained-changes':
      return {
        what: `Sending this would change more than you did${inBrackets(error.blocks.join(', '))}.`,
        kept: 'Nothing was sent. Your text is kept on this laptop.',
        next: 'Open the post, write that part again or take it out, and send it again.',
      }
    case 'invalid-input':
      return {
        what: invalidInput(error.field, error.rule),
        kept: 'What was saved before is kept.',
        next: 'Correct it and try again.',
      }
    case 'unsupported-file':
      return unsupportedFile(error.fileName, error.fault)
    case 'unreadable-feed':
      return feedFaultSentence(error.why)
    case 'unreadable-file':
      return unreadableFile(error.fileName, error.why)
    case 'locked':
      return lockRefusal(error.why)
    case 'damaged-file':
      if (error.what === 'backup')
        return {
          what: 'This backup is damaged, or is not one of this desk.',
          kept: 'It was not used. Your desk and the other backups are as they were.',
          next: 'Choose another one.',
        }
      return {
        what: 'A picture of this desk was changed on the disk, and is not what it was.',
        kept: 'It was not used. Your texts and the other pictures are safe.',
        next: 'Take it from where you have it, or from a backup.',
      }
    case 'review-file':
      return reviewFileRefusal(error.why)
    case 'handover-file':
      return handoverFileRefusal(error.why)
    case 'unsealed':
      // An earlier attempt may have arrived before the approval was taken back.
      return {
        ...unsealedSentences(error),
        kept: 'What is on the blog stays as it is. Everything you wrote is on this laptop.',
      }
    case 'no-such-item':
      return { what: `This ${itemWord(error.what)} is not on this laptop.`, kept: 'Nothing was changed.', next: '' }
    case 'not-allowed-now':
      return notAllowedNow(error.why)
    case 'blog-needs-sign-in':
      return {
        what: 'You are signed out of this blog.',
        kept: NOTHING_SENT,
        next: 'Connect the blog again with a new application password.',
      }
    case 'database':
      return databaseRefusal(error.reason)
    case 'internal':
      return {
        what: 'Something in the desk itself went wrong.',
        kept: 'What was marked as saved is kept.',
        next: `Try again. If it stays, give your IT this number: ${error.logId}.`,
      }
  }
}

/** The sentences in one line, as the command line and live regions give them. */
export function errorLine(error: AppErrorData, attempt: Attempt = 'sending'): string {
  const { what, kept, next } = errorSentence(error, attempt)
  return [what, kept, next].filter((part) => part !== '').join(' ')
}

/** As `entryStateWords`, for those of a reply that have a word of their own. */
export const entryWords = (entry: OutboxEntry): StateWords =>
  (entry.kind === 'send-reply' && replyStateWords(entry)) || entryStateWords(entry)

export function entryStateWords({ state, heldUntil, isStopping }: EntryStanding): StateWords {
  if (isStopping) return { word: 'Stopping', sentence: 'The desk is checking whether it has arrived.', tone: 'waits' }
  switch (state) {
    case 'held':
      if (heldUntil === null) return { word: 'Kept here', sentence: 'It stays here until you say so.', tone: 'plain' }
      return { word: 'Held', sentence: 'Nothing has left yet. You can still undo it.', tone: 'waits' }
    case 'ready':
      return { word: 'Waits', sentence: 'It goes next, as soon as there is a line.', tone: 'waits' }
    case 'sending':
      return { word: 'Sending', sentence: 'It is on its way to the blog.', tone: 'waits' }
    case 'unknown':
      return { word: 'Checking', sentence: 'The answer was lost. ' + LOOKS_FIRST, tone: 'waits' }
    case 'resolving':
      return { word: 'Checking', sentence: 'The desk is looking whether it has arrived.', tone: 'waits' }
    case 'waiting':
      return { word: 'Waits', sentence: 'The desk tries again by itself.', tone: 'waits' }
    case 'needs-sign-in':
      return { word: 'Needs you', sentence: 'Connect the blog again; then it goes.', tone: 'needs-you' }
    case 'needs-you':
      return { word: 'Needs you', sentence: 'The desk will not decide this without you.', tone: 'needs-you' }
    case 'blocked':
      return { word: 'Needs you', sentence: 'The blog will not take it as it is.', tone: 'needs-you' }
    case 'staged':
      return { word: 'Sending', sentence: 'The blog has it as a draft; making it public is next.', tone: 'waits' }
    case 'done':
      return { word: 'Sent', sentence: 'Read back from the blog after sending.', tone: 'done' }
    case 'cancelled':
      return { word: 'Taken back', sentence: 'It was not sent. The text is still here.', tone: 'plain' }
  }
}

export function postStateWords(state: PostState): StateWords {
  switch (state) {
    case 'draft':
      return { word: 'Draft', sentence: 'Only you see it.', tone: 'plain' }
    case 'waits':
      return { word: 'Waits', sentence: 'It is in the outbox.', tone: 'waits' }
    case 'needs-you':
      return { word: 'Needs you', sentence: 'The outbox says why.', tone: 'needs-you' }
    case 'published':
      return { word: 'Published', sentence: 'It is public on the blog.', tone: 'done' }
    case 'scheduled':
      return { word: 'Scheduled', sentence: 'The blog makes it public at its time.', tone: 'done' }
    case 'pending':
      return { word: 'In review', sentence: 'The blog has it and waits for an editor.', tone: 'waits' }
    case 'private':
      return { word: 'Private', sentence: 'It is on the blog for signed-in people only.', tone: 'done' }
    case 'edited':
      return { word: 'Edited', sentence: 'It is public, and your latest changes were not sent.', tone: 'waits' }
    case 'changed-on-both':
      return {
        word: 'Changed twice',
        sentence: 'It was changed here and on the blog. Both texts are kept.',
        tone: 'needs-you',
      }
    case 'off-the-blog':
      return {
        word: 'Off the blog',
        sentence: 'Somebody took it off the blog. Your words are kept here.',
        tone: 'needs-you',
      }
    case 'in-trash':
      return { word: 'In the trash', sentence: 'Its words are kept here.', tone: 'plain' }
  }
}

function insecureLine(reason: 'expired' | 'self-signed' | 'wrong-host' | 'other'): string {
  switch (reason) {
    case 'expired':
      return 'The certificate of the blog has expired, so nobody can be sure it is your blog.'
    case 'self-signed':
      return 'The certificate is not signed by anyone this laptop trusts.'
    case 'wrong-host':
      return 'The certificate belongs to another address.'
    case 'other':
      return 'The line to the blog could not be made safe.'
  }
}

function notTheBlog(why: NotTheBlogReason, host: string | null): { what: string; next: string } {
  const from = host === null ? '' : ` (${host})`
  switch (why) {
    case 'captive-portal':
      return {
        what: `The network asks for a sign-in${from}.`,
        next: 'Open the browser, sign in to the network, and come back. Waiting work goes by itself.',
      }
    case 'firewall':
      return {
        what: `Something between this laptop and the blog refused the request${from}.`,
        next: 'Try another network, or show this sentence to your IT.',
      }
    case 'not-wordpress':
      return {
        what: `This address answers, but not as a WordPress blog${from}.`,
        next: 'Check the address: it is the one that readers use for the blog.',
      }
    case 'rest-disabled':
      return {
        what: `This is a WordPress blog, but its door for programs (the REST interface) is shut${from}.`,
        next: 'Ask the person who looks after the blog to open it.',
      }
    case 'other-blog':
      return { what: `Another blog answered at this address${from}.`, next: 'Check the address and the network.' }
    case 'redirected':
      return {
        what: `The blog has sent the desk to another address${from}.`,
        next: 'Connect the blog with its new address.',
      }
    case 'insecure-address':
      return {
        what: 'This address begins with http:, so a password could be read on the way.',
        next: 'Use the address that begins with https:.',
      }
    case 'bad-address':
      return {
        what: 'This is not an address of a blog.',
        next: 'It looks like blog.example.org or https://example.org/blog.',
      }
    case 'application-passwords-off':
      return {
        what: `The blog does not allow application passwords${from}.`,
        next: 'Ask the person who looks after the blog to switch them on.',
      }
  }
}

type Item = (AppErrorData & { kind: 'no-such-item' })['what']
const ITEM_WORDS: Partial<Record<Item, string>> = {
  media: 'picture',
  entry: 'line of the outbox',
  snapshot: 'version',
}
const itemWord = (what: Item): string => ITEM_WORDS[what] ?? what

/** “the title and the text” */
function fieldsInWords(fields: readonly string[]): string {
  return fields.map((field) => `the ${field === 'content' ? 'text' : field}`).join(' and ')
}

const inBrackets = (code: string): string => (code === '' ? '' : ` (${code})`)

function after(delayMs: number | null): string {
  if (delayMs === null) return 'in a while'
  const seconds = Math.ceil(delayMs / 1000)
  if (seconds < 90) return `in ${seconds} seconds`
  return `in ${Math.ceil(seconds / 60)} minutes`
}

function sizes(sizeBytes: number | null, limitBytes: number | null): string {
  const parts = [
    ...(sizeBytes === null ? [] : [byteWords(sizeBytes)]),
    ...(limitBytes === null ? [] : [`it takes ${byteWords(limitBytes)}`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

/** `842 B`, `12 KB`, `3.4 MB`, `1.2 GB`; powers of 1000 as shops and disks count. */
export function byteWords(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} B`
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)} KB`
  if (sizeBytes < 1_000_000_000) return `${(sizeBytes / 1_000_000).toFixed(1)} MB`
  return `${(sizeBytes / 1_000_000_000).toFixed(1)} GB`
}
