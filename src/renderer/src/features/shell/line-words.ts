import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { errorSentence, type Tone } from '../../../../shared/sentences.ts'
import { shortTime } from '../../ui/times.ts'
import { quietWords } from '../outbox/quiet-words.ts'

export interface LineWords {
  /** For the mark in the top bar. */
  mark: string
  /** For the status bar: one or two sentences, always true. */
  sentence: string
  tone: Tone
}

/** What the window says about the line to a blog. */
export function lineWords(line: Line | undefined, blog: Pick<Blog, 'isSignedIn' | 'kind'>): LineWords {
  if (blog.kind === 'archive')
    return {
      mark: 'Archive',
      sentence: 'An archive: it is read and searched, and nothing leaves from it.',
      tone: 'plain',
    }
  if (!blog.isSignedIn) {
    const { kept } = errorSentence({ kind: 'unauthorized' })
    return { mark: 'Signed out', sentence: `You are signed out of this blog. ${kept}`, tone: 'needs-you' }
  }
  if (!line || line.state === 'checking') {
    return {
      mark: 'Checking the line' + waits(line),
      sentence: 'The desk is looking for a line to the blog.',
      tone: 'plain',
    }
  }
  if (line.state === 'closed') {
    const reason = errorSentence(line.reason ?? { kind: 'offline' })
    const isForYou = line.reason?.kind === 'unauthorized' || line.reason?.kind === 'blog-needs-sign-in'
    return {
      mark: 'No line' + waits(line),
      sentence: `${reason.what} ${reason.kept}`,
      tone: isForYou ? 'needs-you' : 'waits',
    }
  }
  if (line.quiet) {
    const { what, next } = quietWords(line.quiet)
    return { mark: 'Quiet date' + waits(line), sentence: `${what} ${next}`, tone: 'waits' }
  }
  if (line.arrival) {
    return {
      mark: `${things(line.arrival.entryIds.length)} for your Go`,
      sentence: 'The line is open again. Nothing of what waited goes before you say so.',
      tone: 'waits',
    }
  }
  if (line.needsYouCount > 0) {
    const count = line.needsYouCount
    return {
      mark: count === 1 ? '1 thing needs you' : `${count} things need you`,
      sentence: 'The line is open. The outbox says what needs you.',
      tone: 'needs-you',
    }
  }
  if (line.vanished) {
    return {
      mark: 'The desk asks you',
      sentence: vanishedSentence(line.vanished),
      tone: 'needs-you',
    }
  }
  return { mark: 'Line open' + waits(line), sentence: openSentence(line, blog), tone: 'done' }
}

/** The question's first half; what to do about it stands on the buttons in the popover of the line. */
export function vanishedSentence({ count, ofCount }: NonNullable<Line['vanished']>): string {
  const number = (amount: number): string => amount.toLocaleString('en-GB')
  return `${number(count)} of ${number(ofCount)} posts ${count === 1 ? 'is' : 'are'} no longer on the blog. Nothing was removed here.`
}

function openSentence(line: Line, blog: Pick<Blog, 'kind'>): string {
  if (line.progress) return `Bringing down ${howFar(line.progress)}.`
  if (line.isPaused) return 'The line is open. Bringing down is stopped; it goes on from there when you say so.'
  if (line.pausedUntil !== null)
    return `The blog asks for a pause. Nothing goes before ${shortTime(line.pausedUntil)}; then it goes by itself.`
  if (line.isSyncing) return 'Talking to the blog.'
  if (line.waitingCount > line.keptCount) return 'The line is open. What waits in the outbox goes by itself.'
  const place = blog.kind === 'practice' ? 'The practice blog is ready. Nothing on it is public.' : 'The line is open.'
  return line.lastSyncedAt === null ? place : `${place} Up to date since ${shortTime(line.lastSyncedAt)}.`
}

export function howFar({ what, doneCount, totalCount }: NonNullable<Line['progress']>): string {
  const done = doneCount.toLocaleString('en-GB')
  const things = what === 'terms' ? 'categories and tags' : what
  return totalCount === null || totalCount < doneCount
    ? `${things}: ${done} so far`
    : `${done} of ${totalCount.toLocaleString('en-GB')} ${things}`
}

function waits(line: Line | undefined): string {
  const count = line ? line.waitingCount - line.keptCount : 0
  return count === 0 ? '' : ` — ${things(count)}`
}

const things = (count: number): string => (count === 1 ? '1 thing waits' : `${count} things wait`)
