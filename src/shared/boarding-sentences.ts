import { t } from './words/t.ts'
import type { BoardingCheck, BoardingEnd, BoardingLine } from './domain/boarding.ts'
import { byteWords, errorSentence } from './sentences.ts'

/** A line of the check in words: what is so, and what to do about it; '' when there is nothing to do but to bring everything down. */
export interface BoardingWords {
  title: string
  sentence: string
  next: string
}

const goesOn = (): string => t('What came down is kept, and the next time goes on from there.')

export function boardingWords(line: BoardingLine, now: Date): BoardingWords {
  switch (line.what) {
    case 'account':
      return { title: t('Signed in'), ...accountWords(line, now) }
    case 'posts':
      return { title: t('Posts and drafts'), ...postsWords(line, now) }
    case 'comments':
      return {
        title: t('Comments'),
        sentence:
          line.wholeAt === null
            ? t(
                '{count, plural, one {# comment so far; not all have come down.} other {# comments so far; not all have come down.}}',
                { count: line.count },
              )
            : t(
                '{count, plural, =0 {No comments, complete {age}.} one {# comment, complete {age}.} other {All # comments, complete {age}.}}',
                { count: line.count, age: ageWords(line.wholeAt, now) },
              ),
        next: '',
      }
    case 'pictures':
      return { title: t('Pictures in the posts'), ...pictureWords(line) }
    case 'outbox':
      return { title: t('Outbox'), ...outboxWords(line) }
    case 'conflicts':
      return {
        title: t('Changed on both sides'),
        sentence: t(
          '{count, plural, =0 {No post was changed both here and on the blog.} one {# post was changed both here and on the blog.} other {# posts were changed both here and on the blog.}}',
          { count: line.count },
        ),
        next: line.count === 0 ? '' : t('Both texts are here: decide now, or on the way.'),
      }
  }
}

function accountWords(line: BoardingLine & { what: 'account' }, now: Date): Omit<BoardingWords, 'title'> {
  const { password, reason, seenAt, isReady } = line
  const seen =
    seenAt === null
      ? t('The blog has not answered yet.')
      : t('The blog last answered {age}.', { age: ageWords(seenAt, now) })
  if (password === 'missing')
    return {
      sentence: t('This laptop holds no password for the blog.'),
      next: t('Connect the blog again before you leave.'),
    }
  if (reason && !isReady && reason.kind !== 'offline') {
    const { what, next } = errorSentence(reason, 'asking')
    return { sentence: what, next }
  }
  return { sentence: reason ? `${t('There is no line now.')} ${seen}` : seen, next: '' }
}

function postsWords(line: BoardingLine & { what: 'posts' }, now: Date): Omit<BoardingWords, 'title'> {
  const { count, sizeBytes, wholeAt, vanishedCount } = line
  if (vanishedCount > 0)
    return {
      sentence: [
        t('{count, plural, one {# post is no longer on the blog.} other {# posts are no longer on the blog.}}', {
          count: vanishedCount,
        }),
        t('Nothing was removed here.'),
      ].join(' '),
      next: t('Answer the question at the state of the line, at the top of the window.'),
    }
  if (wholeAt === null)
    return {
      sentence: t(
        '{count, plural, one {# post so far; not all have come down.} other {# posts so far; not all have come down.}}',
        { count },
      ),
      next: '',
    }
  return {
    sentence: t(
      '{count, plural, =0 {No posts, {size}, complete {age}.} one {# post, {size}, complete {age}.} other {All # posts, {size}, complete {age}.}}',
      { count, size: byteWords(sizeBytes), age: ageWords(wholeAt, now) },
    ),
    next: '',
  }
}

function pictureWords(line: BoardingLine & { what: 'pictures' }): Omit<BoardingWords, 'title'> {
  const { hereCount, hereBytes, toBringCount, toBringBytes, lostCount, elsewhereCount } = line
  const count = hereCount + toBringCount
  const parts = [
    ...(count === 0 ? [t('No picture of the blog is shown.')] : []),
    ...(hereCount > 0 && toBringCount === 0 ? [allHereWords(hereCount, hereBytes)] : []),
    ...(toBringCount > 0 ? [someHereWords({ hereCount, count, hereBytes, toBringBytes })] : []),
    ...(lostCount > 0
      ? [
          t('{count, plural, one {# the blog itself cannot give.} other {# the blog itself cannot give.}}', {
            count: lostCount,
          }),
        ]
      : []),
    ...(elsewhereCount > 0
      ? [
          t(
            '{count, plural, one {# is on another site and stays there.} other {# are on other sites and stay there.}}',
            { count: elsewhereCount },
          ),
        ]
      : []),
  ]
  return { sentence: parts.join(' '), next: '' }
}

const allHereWords = (count: number, hereBytes: number): string =>
  hereBytes === 0
    ? t('{count, plural, one {# picture at reading size.} other {All # pictures at reading size.}}', { count })
    : t('{count, plural, one {# picture at reading size, {size}.} other {All # pictures at reading size, {size}.}}', {
        count,
        size: byteWords(hereBytes),
      })

interface SomeHere {
  hereCount: number
  count: number
  hereBytes: number
  toBringBytes: number
}

function someHereWords({ hereCount, count, hereBytes, toBringBytes }: SomeHere): string {
  const toBring = byteWords(toBringBytes)
  return hereBytes === 0
    ? t('{hereCount, number} of {count, plural, one {# picture} other {# pictures}} here; about {toBring} to bring.', {
        hereCount,
        count,
        toBring,
      })
    : t(
        '{hereCount, number} of {count, plural, one {# picture} other {# pictures}} here, {size}; about {toBring} to bring.',
        { hereCount, count, size: byteWords(hereBytes), toBring },
      )
}

function outboxWords(line: BoardingLine & { what: 'outbox' }): Omit<BoardingWords, 'title'> {
  const { waitingCount, needsYouCount, sizeBytes } = line
  if (waitingCount + needsYouCount === 0) return { sentence: t('Nothing waits.'), next: '' }
  const sentence = [
    ...(waitingCount > 0
      ? [
          t('{count, plural, one {# thing not sent yet, {size}.} other {# things not sent yet, {size}.}}', {
            count: waitingCount,
            size: byteWords(sizeBytes),
          }),
        ]
      : []),
    ...(needsYouCount > 0
      ? [t('{count, plural, one {# thing needs you.} other {# things need you.}}', { count: needsYouCount })]
      : []),
  ].join(' ')
  return {
    sentence,
    next:
      needsYouCount > 0
        ? t('Look at it while there is a line.')
        : t('It goes with the next line; nothing of it is lost.'),
  }
}

export function diskWords({ freeBytes, isReady }: BoardingCheck['disk']): BoardingWords {
  return {
    title: t('Room on this laptop'),
    sentence: t('{size} free.', { size: byteWords(freeBytes) }),
    next: isReady ? '' : t('Make some room, so that your words and the pictures can be kept.'),
  }
}

/** How bringing down ended; null when it went through and there is nothing to say. */
export function boardingEndWords({ failedCount, stoppedBy }: BoardingEnd): string | null {
  if (stoppedBy === 'person') return `${t('You stopped it.')} ${goesOn()}`
  if (stoppedBy !== null) return `${errorSentence(stoppedBy, 'asking').what} ${goesOn()}`
  if (failedCount === 0) return null
  return t('{count, plural, one {# picture could not be had.} other {# pictures could not be had.}}', {
    count: failedCount,
  })
}

/** `just now`, `20 minutes ago`, `3 hours ago`, `2 days ago`. */
export function ageWords(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000)
  if (minutes < 2) return t('just now')
  if (minutes < 120) return t('{minutes, plural, one {# minute ago} other {# minutes ago}}', { minutes })
  if (minutes < 48 * 60)
    return t('{hours, plural, one {# hour ago} other {# hours ago}}', { hours: Math.floor(minutes / 60) })
  return t('{days, plural, one {# day ago} other {# days ago}}', { days: Math.floor(minutes / 60 / 24) })
}
