import { t } from '../../../../shared/words/t.ts'
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
      mark: t('Archive', {}, 'a blog that is only read'),
      sentence: t('An archive: it is read and searched, and nothing leaves from it.'),
      tone: 'plain',
    }
  if (!blog.isSignedIn) {
    const { kept } = errorSentence({ kind: 'unauthorized' })
    return { mark: t('Signed out'), sentence: `${t('You are signed out of this blog.')} ${kept}`, tone: 'needs-you' }
  }
  if (!line || line.state === 'checking') {
    return {
      mark: withWaiting(t('Checking the line'), line),
      sentence: t('The desk is looking for a line to the blog.'),
      tone: 'plain',
    }
  }
  if (line.state === 'closed') {
    const reason = errorSentence(line.reason ?? { kind: 'offline' })
    const isForYou = line.reason?.kind === 'unauthorized' || line.reason?.kind === 'blog-needs-sign-in'
    return {
      mark: withWaiting(t('No line'), line),
      sentence: `${reason.what} ${reason.kept}`,
      tone: isForYou ? 'needs-you' : 'waits',
    }
  }
  if (line.quiet) {
    const { what, next } = quietWords(line.quiet)
    return { mark: withWaiting(t('Quiet date'), line), sentence: `${what} ${next}`, tone: 'waits' }
  }
  if (line.arrival) {
    return {
      mark: t('{count, plural, one {# thing waits for your Go} other {# things wait for your Go}}', {
        count: line.arrival.entryIds.length,
      }),
      sentence: t('The line is open again. Nothing of what waited goes before you say so.'),
      tone: 'waits',
    }
  }
  if (line.needsYouCount > 0) {
    const count = line.needsYouCount
    return {
      mark: t('{count, plural, one {# thing needs you} other {# things need you}}', { count }),
      sentence: t('The line is open. The outbox says what needs you.'),
      tone: 'needs-you',
    }
  }
  if (line.vanished) {
    return {
      mark: t('The desk asks you'),
      sentence: vanishedSentence(line.vanished),
      tone: 'needs-you',
    }
  }
  return { mark: withWaiting(t('Line open'), line), sentence: openSentence(line, blog), tone: 'done' }
}

/** The mark as it is read out when it changes: without what waits, which says so itself where it was done. */
export const heardOfLine = (line: Line | undefined, blog: Pick<Blog, 'isSignedIn' | 'kind'>): string =>
  lineWords(line && { ...line, waitingCount: 0, keptCount: 0 }, blog).mark

/** The question's first half; what to do about it stands on the buttons in the popover of the line. */
export function vanishedSentence({ count, ofCount }: NonNullable<Line['vanished']>): string {
  const gone = t(
    '{count, plural, one {# of {ofCount, number} posts is no longer on the blog.} other {# of {ofCount, number} posts are no longer on the blog.}}',
    { count, ofCount },
  )
  return `${gone} ${t('Nothing was removed here.')}`
}

function openSentence(line: Line, blog: Pick<Blog, 'kind'>): string {
  if (line.progress) return t('Bringing down {howFar}.', { howFar: howFar(line.progress) })
  if (line.isPaused) return t('The line is open. Bringing down is stopped; it goes on from there when you say so.')
  if (line.pausedUntil !== null)
    return [
      t('The blog asks for a pause.'),
      t('Nothing goes before {time}; then it goes by itself.', { time: shortTime(line.pausedUntil) }),
    ].join(' ')
  if (line.isSyncing) return t('Talking to the blog.')
  if (line.waitingCount > line.keptCount) return t('The line is open. What waits in the outbox goes by itself.')
  const place =
    blog.kind === 'practice' ? t('The practice blog is ready. Nothing on it is public.') : t('The line is open.')
  const upToDate =
    line.lastSyncedAt === null
      ? place
      : `${place} ${t('Up to date since {time}.', { time: shortTime(line.lastSyncedAt) })}`
  if (!line.isCostly) return upToDate
  return `${upToDate} ${t('It costs: the blog is looked at every ten minutes, and at once when you ask.')}`
}

export function howFar({ what, doneCount, totalCount }: NonNullable<Line['progress']>): string {
  if (totalCount === null || totalCount < doneCount)
    return t(
      '{what, select, posts {posts: {doneCount, number} so far} pages {pages: {doneCount, number} so far} comments {comments: {doneCount, number} so far} other {categories and tags: {doneCount, number} so far}}',
      { what, doneCount },
    )
  return t(
    '{what, select, posts {{doneCount, number} of {totalCount, number} posts} pages {{doneCount, number} of {totalCount, number} pages} comments {{doneCount, number} of {totalCount, number} comments} other {{doneCount, number} of {totalCount, number} categories and tags}}',
    { what, doneCount, totalCount },
  )
}

function withWaiting(mark: string, line: Line | undefined): string {
  const count = line ? line.waitingCount - line.keptCount : 0
  if (count === 0) return mark
  return t('{mark} — {count, plural, one {# thing waits} other {# things wait}}', { mark, count })
}
