import { missingItem } from './missing-item-sentence.ts'
import { t } from './words/t.ts'
import { numberWords } from './words/number-words.ts'
import { databaseRefusal } from './database-sentences.ts'
import type { AppErrorData } from './errors.ts'
import { conflictSentence } from './conflict-sentences.ts'
import { unreadableFile } from './unreadable-file-sentence.ts'
import { insecureLine, notTheBlog } from './line-sentences.ts'
import { feedFaultSentence } from './reading-sentences.ts'
import { invalidInput, notAllowedNow, unsupportedFile } from './refusal-sentences.ts'
import { replyRefusal, replyStateWords } from './reply-sentences.ts'
import { unsealedSentences } from './review-sentences.ts'
import { lockRefusal } from './lock-sentences.ts'
import { handoverFileRefusal } from './handover-file-refusal.ts'
import { reviewFileRefusal } from './review-file-refusal.ts'
import type { EntryStanding, OutboxEntry } from './domain/outbox-entry.ts'
import type { Blog } from './domain/blog.ts'
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

const nothingSent = (): string => t('Nothing was sent. Everything you wrote is on this laptop.')
const mayHaveArrived = (): string => t('It may have arrived. Everything you wrote is on this laptop.')
const textKept = (): string => t('Your text is kept on this laptop.')
const goesByItself = (): string => t('It goes by itself when there is a line.')
const looksFirst = (): string =>
  t('The desk looks on the blog before it sends anything again, so it cannot appear twice.')

/** `asking`: nothing of the person's work was under way, as when a blog is being connected. */
export type Attempt = 'sending' | 'asking'

/** The one place where a kind of failure becomes words, for the window and the command line alike. */
export function errorSentence(error: AppErrorData, attempt: Attempt = 'sending'): ErrorSentence {
  const sentence = sendingSentence(error)
  if (attempt === 'sending') return sentence
  const isPassing = [looksFirst(), goesByItself()].includes(sentence.next) || error.kind === 'rate-limited'
  return {
    what: sentence.what,
    kept: t('Nothing was changed.'),
    next: isPassing ? t('Check the address and the line, then try again.') : sentence.next,
  }
}

function sendingSentence(error: AppErrorData): ErrorSentence {
  const ofReply = replyRefusal(error)
  if (ofReply) return ofReply
  switch (error.kind) {
    case 'offline':
      return { what: t('There is no line to the blog.'), kept: nothingSent(), next: goesByItself() }
    case 'insecure-line':
      return { what: insecureLine(error.reason), kept: nothingSent(), next: t('Try another network, or ask your IT.') }
    case 'timeout':
      return { what: t('The blog did not answer in time.'), kept: mayHaveArrived(), next: looksFirst() }
    case 'answer-lost':
      return { what: t('The line broke before the blog could answer.'), kept: mayHaveArrived(), next: looksFirst() }
    case 'unauthorized':
      return {
        what: t('The blog did not accept the user name and application password.'),
        kept: nothingSent(),
        next: t('Check both, or make a new application password in your profile on the blog.'),
      }
    case 'forbidden':
      return {
        what:
          error.code === ''
            ? t('Your account may not do this on the blog.')
            : t('Your account may not do this on the blog ({code}).', { code: error.code }),
        kept: textKept(),
        next: t('Ask the person who looks after the blog for the right to do it.'),
      }
    case 'rate-limited':
      return {
        what: t('The blog asks for a pause.'),
        kept: nothingSent(),
        next: triesAgain(error.retryAfterMs),
      }
    case 'unavailable':
      return {
        what: t('The blog is not available at the moment (it answered {status}).', { status: String(error.status) }),
        kept: error.retryAfterMs === null ? mayHaveArrived() : nothingSent(),
        next: error.retryAfterMs === null ? looksFirst() : triesAgain(error.retryAfterMs),
      }
    case 'not-the-blog':
      return { ...notTheBlog(error.why, error.host), kept: nothingSent() }
    case 'not-found':
      return {
        what: t('The blog does not have this any more, or your account may not see it.'),
        kept: textKept(),
        next: t('Look on the blog, or send it as a new post.'),
      }
    case 'gone':
      return {
        what: t('It is no longer on the blog: somebody put it into the trash or deleted it.'),
        kept: textKept(),
        next: t('Open the post to keep your words as a new draft or to let it go.'),
      }
    case 'conflict':
      return conflictSentence(error.code)
    case 'too-large':
      return {
        what: tooLarge(error.sizeBytes, error.limitBytes),
        kept: textKept(),
        next: t('Use a smaller picture or video, or a shorter text.'),
      }
    case 'rejected':
      if (error.code === 'rest_upload_sideload_error')
        return {
          what: t('The blog does not take files of this kind, or could not store this one.'),
          kept: textKept(),
          next: t('Save it in another format, or ask the person who looks after the blog.'),
        }
      return {
        what:
          error.code === ''
            ? t('The blog read it and refused it.')
            : t('The blog read it and refused it ({code}).', { code: error.code }),
        kept: textKept(),
        next: t('Change the text or ask the person who looks after the blog.'),
      }
    case 'altered-by-blog':
      return {
        what: t('The blog changed {fields} of what was sent.', { fields: fieldsInWords(error.fields) }),
        kept: error.isLive
          ? t('The post on the blog says it the blog’s way now. Your own text is kept on this laptop.')
          : t('Nothing of it is public. Your own text is kept on this laptop.'),
        next: t('Look at what the blog keeps, change the text, and send it again.'),
      }
    case 'unexplained-changes':
      return {
        what:
          error.blocks.length === 0
            ? t('Sending this would change more than you did.')
            : t('Sending this would change more than you did ({blocks}).', { blocks: error.blocks.join(', ') }),
        kept: t('Nothing was sent. Your text is kept on this laptop.'),
        next: t('Open the post, write that part again or take it out, and send it again.'),
      }
    case 'invalid-input':
      return {
        what: invalidInput(error.field, error.rule),
        kept: t('What was saved before is kept.'),
        next: t('Correct it and try again.'),
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
          what: t('This backup is damaged, or is not one of this desk.'),
          kept: t('It was not used. Your desk and the other backups are as they were.'),
          next: t('Choose another one.'),
        }
      return {
        what: t('A picture of this desk was changed on the disk, and is not what it was.'),
        kept: t('It was not used. Your texts and the other pictures are safe.'),
        next: t('Take it from where you have it, or from a backup.'),
      }
    case 'review-file':
      return reviewFileRefusal(error.why)
    case 'handover-file':
      return handoverFileRefusal(error.why)
    case 'unsealed':
      // An earlier attempt may have arrived before the approval was taken back.
      return {
        ...unsealedSentences(error),
        kept: t('What is on the blog stays as it is. Everything you wrote is on this laptop.'),
      }
    case 'no-such-item':
      return { what: missingItem(error.what), kept: t('Nothing was changed.'), next: '' }
    case 'not-allowed-now':
      return notAllowedNow(error.why)
    case 'blog-needs-sign-in':
      return {
        what: t('You are signed out of this blog.'),
        kept: nothingSent(),
        next: t('Connect the blog again with a new application password.'),
      }
    case 'database':
      return databaseRefusal(error.reason)
    case 'internal':
      return {
        what: t('Something in the desk itself went wrong.'),
        kept: t('What was marked as saved is kept.'),
        next: t('Try again. If it stays, give your IT this number: {logId}.', { logId: error.logId }),
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
  if (isStopping)
    return {
      word: t('Stopping', {}, 'state'),
      sentence: t('The desk is checking whether it has arrived.'),
      tone: 'waits',
    }
  switch (state) {
    case 'held':
      if (heldUntil === null)
        return { word: t('Kept here', {}, 'state'), sentence: t('It stays here until you say so.'), tone: 'plain' }
      return {
        word: t('Held', {}, 'state'),
        sentence: t('Nothing has left yet. You can still undo it.'),
        tone: 'waits',
      }
    case 'ready':
      return { word: t('Waits', {}, 'state'), sentence: t('It goes next, as soon as there is a line.'), tone: 'waits' }
    case 'sending':
      return { word: t('Sending', {}, 'state'), sentence: t('It is on its way to the blog.'), tone: 'waits' }
    case 'unknown':
      return {
        word: t('Checking', {}, 'state'),
        sentence: `${t('The answer was lost.')} ${looksFirst()}`,
        tone: 'waits',
      }
    case 'resolving':
      return {
        word: t('Checking', {}, 'state'),
        sentence: t('The desk is looking whether it has arrived.'),
        tone: 'waits',
      }
    case 'waiting':
      return { word: t('Waits', {}, 'state'), sentence: t('The desk tries again by itself.'), tone: 'waits' }
    case 'needs-sign-in':
      return {
        word: t('Needs you', {}, 'state'),
        sentence: t('Connect the blog again; then it goes.'),
        tone: 'needs-you',
      }
    case 'needs-you':
      return {
        word: t('Needs you', {}, 'state'),
        sentence: t('The desk will not decide this without you.'),
        tone: 'needs-you',
      }
    case 'blocked':
      return {
        word: t('Needs you', {}, 'state'),
        sentence: t('The blog will not take it as it is.'),
        tone: 'needs-you',
      }
    case 'staged':
      return {
        word: t('Sending', {}, 'state'),
        sentence: t('The blog has it as a draft; making it public is next.'),
        tone: 'waits',
      }
    case 'done':
      return { word: t('Sent', {}, 'state'), sentence: t('Read back from the blog after sending.'), tone: 'done' }
    case 'cancelled':
      return {
        word: t('Taken back', {}, 'state'),
        sentence: t('It was not sent. The text is still here.'),
        tone: 'plain',
      }
  }
}

/** What stands on the practice blog is public nowhere. */
export function postStateWords(state: PostState, on: Blog['kind'] = 'wordpress'): StateWords {
  const isPractice = on === 'practice'
  switch (state) {
    case 'draft':
      return { word: t('Draft', {}, 'state'), sentence: t('Only you see it.'), tone: 'plain' }
    case 'waits':
      return { word: t('Waits', {}, 'state'), sentence: t('It is in the outbox.'), tone: 'waits' }
    case 'needs-you':
      return { word: t('Needs you', {}, 'state'), sentence: t('The outbox says why.'), tone: 'needs-you' }
    case 'published':
      return {
        word: t('Published', {}, 'state'),
        sentence: isPractice
          ? t('It is on the practice blog, where nothing is public.')
          : t('It is public on the blog.'),
        tone: 'done',
      }
    case 'scheduled':
      return { word: t('Scheduled', {}, 'state'), sentence: t('The blog makes it public at its time.'), tone: 'done' }
    case 'pending':
      return {
        word: t('In review', {}, 'state'),
        sentence: t('The blog has it and waits for an editor.'),
        tone: 'waits',
      }
    case 'private':
      return {
        word: t('Private', {}, 'state'),
        sentence: t('It is on the blog for signed-in people only.'),
        tone: 'done',
      }
    case 'edited':
      return {
        word: t('Edited', {}, 'state'),
        sentence: isPractice
          ? t('It is on the practice blog, and your latest changes were not sent.')
          : t('It is public, and your latest changes were not sent.'),
        tone: 'waits',
      }
    case 'changed-on-both':
      return {
        word: t('Changed twice', {}, 'state'),
        sentence: t('It was changed here and on the blog. Both texts are kept.'),
        tone: 'needs-you',
      }
    case 'off-the-blog':
      return {
        word: t('Off the blog', {}, 'state'),
        sentence: t('Somebody took it off the blog. Your words are kept here.'),
        tone: 'needs-you',
      }
    case 'in-trash':
      return { word: t('In the trash', {}, 'state'), sentence: t('Its words are kept here.'), tone: 'plain' }
  }
}

/** “the title and the text” */
const fieldsInWords = (fields: readonly string[]): string =>
  fields.map(fieldInWords).reduce((before, last) => t('{before} and {last}', { before, last }))

function fieldInWords(field: string): string {
  switch (field) {
    case 'title':
      return t('the title', {}, 'what the blog changed')
    case 'content':
      return t('the text', {}, 'what the blog changed')
    case 'excerpt':
      return t('the excerpt', {}, 'what the blog changed')
    case 'footnotes':
      return t('the footnotes', {}, 'what the blog changed')
    default:
      return t('the {field}', { field }, 'what the blog changed')
  }
}

function triesAgain(delayMs: number | null): string {
  if (delayMs === null) return t('The desk tries again in a while.')
  const seconds = Math.ceil(delayMs / 1000)
  return seconds < 90
    ? t('The desk tries again in {seconds, plural, one {# second} other {# seconds}}.', { seconds })
    : t('The desk tries again in {minutes, plural, one {# minute} other {# minutes}}.', {
        minutes: Math.ceil(seconds / 60),
      })
}

function tooLarge(sizeBytes: number | null, limitBytes: number | null): string {
  if (sizeBytes === null && limitBytes === null) return t('This is too large for the blog.')
  if (limitBytes === null) return t('This is too large for the blog ({size}).', { size: byteWords(sizeBytes ?? 0) })
  const limit = byteWords(limitBytes)
  return sizeBytes === null
    ? t('This is too large for the blog (it takes {limit}).', { limit })
    : t('This is too large for the blog ({size}; it takes {limit}).', { size: byteWords(sizeBytes), limit })
}

/** `842 B`, `12 KB`, `3.4 MB`, `1.2 GB`; powers of 1000 as shops and disks count. */
export function byteWords(sizeBytes: number): string {
  if (sizeBytes < 1000) return t('{size} B', { size: numberWords(sizeBytes) }, 'bytes')
  if (sizeBytes < 1_000_000) return t('{size} KB', { size: numberWords(Math.round(sizeBytes / 1000)) }, 'bytes')
  if (sizeBytes < 1_000_000_000) return t('{size} MB', { size: oneDigit(sizeBytes / 1_000_000) }, 'bytes')
  return t('{size} GB', { size: oneDigit(sizeBytes / 1_000_000_000) }, 'bytes')
}

const oneDigit = (number: number): string =>
  numberWords(number, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false })
