import type { HandoverContents, TakenHandover, WaitingThing } from './domain/handover.ts'
import { byteWords } from './sentences.ts'

/** What is in the file, a line each, in the order in which a person would ask. */
export function handoverLines(contents: HandoverContents): string[] {
  const { drafts, waiting, unanswered, begunReplies, reviews, notes, savedReplies, rulePacks, names } = contents
  const { files, filesBytes, filesLeft } = contents
  return [
    count(drafts.length, 'draft or changed post', 'drafts and changed posts'),
    count(waiting.length, 'thing that waits to be sent', 'things that wait to be sent'),
    count(unanswered, 'comment without an answer', 'comments without an answer'),
    count(begunReplies, 'answer that was begun', 'answers that were begun'),
    reviews === 0 ? '' : `${count(reviews, 'review', 'reviews')}, with ${count(notes, 'note', 'notes') || 'no notes'}`,
    count(savedReplies, 'saved reply', 'saved replies'),
    count(rulePacks, 'file of house rules', 'files of house rules'),
    count(names, 'name that is spelt right', 'names that are spelt right'),
    files === 0 ? '' : `${count(files, 'picture or file', 'pictures and files')} (${byteWords(filesBytes)})`,
    filesLeft === 0
      ? ''
      : `Not in it: ${count(filesLeft, 'picture or file that is', 'pictures and files that are')} too large for it or no longer on the disk`,
  ].filter((line) => line !== '')
}

const KIND: Record<WaitingThing['kind'], string> = {
  'publish-post': 'Publish',
  'update-post': 'Update',
  'reschedule-post': 'Change the time of',
  'upload-picture': 'Send the file',
  'send-reply': 'Answer',
  'moderate-comment': 'Decide on',
  'send-review': 'Send the review of',
}

export const waitingLine = ({ kind, what, blogName }: WaitingThing): string =>
  `${KIND[kind]} “${what.trim() === '' ? 'Untitled' : what}” on ${blogName}`

/** What became of a file here. */
export function takenLines(taken: TakenHandover): string[] {
  const { did, newPosts, changedPosts, keptBeside, newComments, begunReplies, newReviews, guidance, filesLeft } = taken
  if (did === 'replaces')
    return [
      'This desk is now the one that you moved, with its history, receipts and reviews',
      ...(filesLeft > 0 ? [leftLine(filesLeft)] : []),
    ]
  const lines = [
    count(newPosts, 'post is new here', 'posts are new here'),
    count(changedPosts, 'post was brought up to date', 'posts were brought up to date'),
    keptBeside.length === 0
      ? ''
      : `${count(keptBeside.length, 'post has', 'posts have')} other words here: what came is in the history of each, named “From a handover file”`,
    count(newComments, 'comment is new here', 'comments are new here'),
    count(begunReplies, 'begun answer came along', 'begun answers came along'),
    count(newReviews, 'review is new here', 'reviews are new here'),
    count(
      guidance,
      'saved reply, house rule, name or promise came along',
      'saved replies, house rules, names and promises came along',
    ),
    filesLeft > 0 ? leftLine(filesLeft) : '',
  ].filter((line) => line !== '')
  return lines.length === 0 ? ['Nothing in it is new: all of it was here already.'] : lines
}

const leftLine = (left: number): string =>
  `${count(left, 'picture or file', 'pictures and files')} could not be taken over`

const count = (number: number, one: string, many: string): string =>
  number === 0 ? '' : `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
