import type { HandoverContents, TakenHandover, WaitingThing } from './domain/handover.ts'
import { byteWords } from './sentences.ts'
import { t } from './words/t.ts'

/** What is in the file, a line each, in the order in which a person would ask. */
export function handoverLines(contents: HandoverContents): string[] {
  const { unanswered, begunReplies, reviews, notes, savedReplies, rulePacks, names } = contents
  const { files, filesBytes, filesLeft } = contents
  const [drafts, waiting] = [contents.drafts.length, contents.waiting.length]
  return [
    drafts > 0 && t('{drafts, plural, one {# draft or changed post} other {# drafts and changed posts}}', { drafts }),
    waiting > 0 &&
      t('{waiting, plural, one {# thing that waits to be sent} other {# things that wait to be sent}}', { waiting }),
    unanswered > 0 &&
      t('{unanswered, plural, one {# comment without an answer} other {# comments without an answer}}', { unanswered }),
    begunReplies > 0 &&
      t('{begunReplies, plural, one {# answer that was begun} other {# answers that were begun}}', { begunReplies }),
    reviews > 0 &&
      t(
        '{reviews, plural, one {# review} other {# reviews}}, with {notes, plural, =0 {no notes} one {# note} other {# notes}}',
        { reviews, notes },
      ),
    savedReplies > 0 && t('{savedReplies, plural, one {# saved reply} other {# saved replies}}', { savedReplies }),
    rulePacks > 0 &&
      t('{rulePacks, plural, one {# file of house rules} other {# files of house rules}}', { rulePacks }),
    names > 0 && t('{names, plural, one {# name that is spelt right} other {# names that are spelt right}}', { names }),
    files > 0 &&
      t('{files, plural, one {# picture or file} other {# pictures and files}} ({size})', {
        files,
        size: byteWords(filesBytes),
      }),
    filesLeft > 0 &&
      t(
        'Not in it: {filesLeft, plural, one {# picture or file that is} other {# pictures and files that are}} too large for it or no longer on the disk',
        { filesLeft },
      ),
  ].filter((line) => line !== false)
}

export function waitingLine({ kind, what, blogName }: WaitingThing): string {
  const values = { what: what.trim() === '' ? t('Untitled') : what, blog: blogName }
  switch (kind) {
    case 'publish-post':
      return t('Publish “{what}” on {blog}', values)
    case 'update-post':
      return t('Update “{what}” on {blog}', values)
    case 'reschedule-post':
      return t('Change the time of “{what}” on {blog}', values)
    case 'upload-picture':
      return t('Send the file “{what}” on {blog}', values)
    case 'send-reply':
      return t('Answer “{what}” on {blog}', values)
    case 'moderate-comment':
      return t('Decide on “{what}” on {blog}', values)
    case 'send-review':
      return t('Send the review of “{what}” on {blog}', values)
  }
}

/** What became of a file here; no full stop at the end of a line. */
export function takenLines(taken: TakenHandover): string[] {
  const { did, newPosts, changedPosts, newComments, begunReplies, newReviews, guidance, filesLeft } = taken
  const keptBeside = taken.keptBeside.length
  const left =
    filesLeft > 0 &&
    t('{filesLeft, plural, one {# picture or file} other {# pictures and files}} could not be taken over', {
      filesLeft,
    })
  const lines =
    did === 'replaces'
      ? [t('This desk is now the one that you moved, with its history, receipts and reviews'), left]
      : [
          newPosts > 0 && t('{newPosts, plural, one {# post is new here} other {# posts are new here}}', { newPosts }),
          changedPosts > 0 &&
            t('{changedPosts, plural, one {# post was brought up to date} other {# posts were brought up to date}}', {
              changedPosts,
            }),
          keptBeside > 0 &&
            t(
              '{keptBeside, plural, one {# post has} other {# posts have}} other words here: what came is in the history of each, named “From a handover file”',
              { keptBeside },
            ),
          newComments > 0 &&
            t('{newComments, plural, one {# comment is new here} other {# comments are new here}}', { newComments }),
          begunReplies > 0 &&
            t('{begunReplies, plural, one {# begun answer came along} other {# begun answers came along}}', {
              begunReplies,
            }),
          newReviews > 0 &&
            t('{newReviews, plural, one {# review is new here} other {# reviews are new here}}', { newReviews }),
          guidance > 0 &&
            t(
              '{guidance, plural, one {# saved reply, house rule, name or promise came along} other {# saved replies, house rules, names and promises came along}}',
              { guidance },
            ),
          left,
        ]
  const told = lines.filter((line) => line !== false)
  return told.length === 0 ? [t('Nothing in it is new: all of it was here already')] : told
}
