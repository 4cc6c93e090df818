import type { BoardingCheck, BoardingEnd, BoardingLine } from './domain/boarding.ts'
import { byteWords, errorSentence } from './sentences.ts'

/** A line of the check in words: what is so, and what to do about it; '' when there is nothing to do but to bring everything down. */
export interface BoardingWords {
  title: string
  sentence: string
  next: string
}

const GOES_ON = 'What came down is kept, and the next time goes on from there.'

export function boardingWords(line: BoardingLine, now: Date): BoardingWords {
  switch (line.what) {
    case 'account':
      return { title: 'Signed in', ...accountWords(line, now) }
    case 'posts':
      return { title: 'Posts and drafts', ...postsWords(line, now) }
    case 'comments':
      return {
        title: 'Comments',
        sentence:
          line.wholeAt === null
            ? `${counted(line.count, 'comment')} so far; not all have come down.`
            : `${allOf(line.count, 'comment')}, complete ${ageWords(line.wholeAt, now)}.`,
        next: '',
      }
    case 'pictures':
      return { title: 'Pictures in the posts', ...pictureWords(line) }
    case 'outbox':
      return { title: 'Outbox', ...outboxWords(line) }
    case 'conflicts':
      return {
        title: 'Changed on both sides',
        sentence:
          line.count === 0
            ? 'No post was changed both here and on the blog.'
            : `${counted(line.count, 'post')} ${line.count === 1 ? 'was' : 'were'} changed both here and on the blog.`,
        next: line.count === 0 ? '' : 'Both texts are here: decide now, or on the way.',
      }
  }
}

function accountWords(line: BoardingLine & { what: 'account' }, now: Date): Omit<BoardingWords, 'title'> {
  const { password, reason, seenAt, isReady } = line
  const seen = seenAt === null ? 'The blog has not answered yet.' : `The blog last answered ${ageWords(seenAt, now)}.`
  if (password === 'missing')
    return { sentence: 'This laptop holds no password for the blog.', next: 'Connect the blog again before you leave.' }
  if (reason && !isReady && reason.kind !== 'offline') {
    const { what, next } = errorSentence(reason, 'asking')
    return { sentence: what, next }
  }
  return { sentence: `${reason ? 'There is no line now. ' : ''}${seen}`, next: '' }
}

function postsWords(line: BoardingLine & { what: 'posts' }, now: Date): Omit<BoardingWords, 'title'> {
  const { count, sizeBytes, wholeAt, vanishedCount } = line
  if (vanishedCount > 0)
    return {
      sentence: `${counted(vanishedCount, 'post')} ${vanishedCount === 1 ? 'is' : 'are'} no longer on the blog. Nothing was removed here.`,
      next: 'Answer the question at the state of the line, at the top of the window.',
    }
  if (wholeAt === null) return { sentence: `${counted(count, 'post')} so far; not all have come down.`, next: '' }
  return {
    sentence: `${allOf(count, 'post')}, ${byteWords(sizeBytes)}, complete ${ageWords(wholeAt, now)}.`,
    next: '',
  }
}

function pictureWords(line: BoardingLine & { what: 'pictures' }): Omit<BoardingWords, 'title'> {
  const { hereCount, hereBytes, toBringCount, toBringBytes, lostCount, elsewhereCount } = line
  const here = hereBytes === 0 ? '' : `, ${byteWords(hereBytes)}`
  const parts = [
    ...(hereCount + toBringCount === 0 ? ['No picture of the blog is shown.'] : []),
    ...(hereCount > 0 && toBringCount === 0 ? [`${allOf(hereCount, 'picture')} at reading size${here}.`] : []),
    ...(toBringCount > 0
      ? [
          `${number(hereCount)} of ${counted(hereCount + toBringCount, 'picture')} here${here}; about ${byteWords(toBringBytes)} to bring.`,
        ]
      : []),
    ...(lostCount > 0 ? [`${number(lostCount)} the blog itself cannot give.`] : []),
    ...(elsewhereCount > 0
      ? [
          elsewhereCount === 1
            ? '1 is on another site and stays there.'
            : `${number(elsewhereCount)} are on other sites and stay there.`,
        ]
      : []),
  ]
  return { sentence: parts.join(' '), next: '' }
}

function outboxWords(line: BoardingLine & { what: 'outbox' }): Omit<BoardingWords, 'title'> {
  const { waitingCount, needsYouCount, sizeBytes } = line
  if (waitingCount + needsYouCount === 0) return { sentence: 'Nothing waits.', next: '' }
  const sentence = [
    ...(waitingCount > 0 ? [`${counted(waitingCount, 'thing')} not sent yet, ${byteWords(sizeBytes)}.`] : []),
    ...(needsYouCount > 0 ? [`${counted(needsYouCount, 'thing')} ${needsYouCount === 1 ? 'needs' : 'need'} you.`] : []),
  ].join(' ')
  return {
    sentence,
    next:
      needsYouCount > 0 ? 'Look at it while there is a line.' : 'It goes with the next line; nothing of it is lost.',
  }
}

export function diskWords({ freeBytes, isReady }: BoardingCheck['disk']): BoardingWords {
  return {
    title: 'Room on this laptop',
    sentence: `${byteWords(freeBytes)} free.`,
    next: isReady ? '' : 'Make some room, so that your words and the pictures can be kept.',
  }
}

/** How bringing down ended; null when it went through and there is nothing to say. */
export function boardingEndWords({ failedCount, stoppedBy }: BoardingEnd): string | null {
  if (stoppedBy === 'person') return `You stopped it. ${GOES_ON}`
  if (stoppedBy !== null) return `${errorSentence(stoppedBy, 'asking').what} ${GOES_ON}`
  if (failedCount === 0) return null
  return `${counted(failedCount, 'picture')} could not be had.`
}

/** `just now`, `20 minutes ago`, `3 hours ago`, `2 days ago`. */
export function ageWords(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000)
  if (minutes < 2) return 'just now'
  if (minutes < 120) return `${minutes} minutes ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} hours ago`
  return `${Math.floor(minutes / 60 / 24)} days ago`
}

const number = (count: number): string => count.toLocaleString('en-GB')
const counted = (count: number, thing: string): string => `${number(count)} ${thing}${count === 1 ? '' : 's'}`
const allOf = (count: number, thing: string): string =>
  count === 0 ? `No ${thing}s` : count === 1 ? `1 ${thing}` : `All ${counted(count, thing)}`
