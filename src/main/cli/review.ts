import { basename } from 'node:path'
import { keyFingerprint, pastedKey } from '../../shared/key-fingerprint.ts'
import { fromWordSentences, picturesLeftSentence, takenReviewSentence } from '../../shared/review-file-sentences.ts'
import { CliError } from './cli-error.ts'
import type { Command, Invocation } from './command.ts'
import type { CommandDesk } from './command-desk.ts'
import { readFileAt } from './files.ts'
import { savePrepared } from './save-prepared.ts'
import { typedPassphrase } from './typed-passphrase.ts'

const PASSPHRASE = 'ATTACHE_REVIEW_PASSPHRASE'

const VERBS: Record<string, Command> = {
  async list({ desk, print }) {
    const queue = await desk.query('reviews', 'queue')
    print(
      queue,
      queue.map(({ id, state, title, askedBy }) => `${id}  ${state}  ${title || 'Untitled'}, asked by ${askedBy}`),
    )
    return true
  },

  async ask({ desk, options, words, print }) {
    const postId = only(words, 'review ask POST --as NAME [--of NAME] [--text WHAT TO LOOK AT]')
    const review = await desk.mutate('reviews', 'ask', {
      postId,
      of: options.of ?? '',
      by: null,
      lookAt: options.text ?? '',
      name: await nameOf(desk, options),
    })
    print({ id: review.id, round: review.round }, [`In review: ${review.title} (${review.id}), round ${review.round}`])
    return true
  },

  async write({ desk, options, words, print }) {
    if (words.length === 0) throw new CliError('review write REVIEW… [--key KEY] [--as NAME] [--out FILE]')
    const name = await nameOf(desk, options)
    const lock =
      options.key === undefined
        ? { passphrase: await typedPassphrase(PASSPHRASE) }
        : { receivingKey: keyIn(options.key) }
    const file = await desk.mutate('reviews', 'writeFile', { reviewIds: words, lock, name })
    return savePrepared(desk, file, options.out, print)
  },

  async read({ desk, words, print }) {
    const bytes = readFileAt(only(words, 'review read FILE'))
    const taken = await desk
      .mutate('reviews', 'readFile', { bytes, passphrase: null })
      .catch(async (error: unknown) => {
        const data = error instanceof CliError ? error.data : null
        if (data?.kind !== 'review-file' || data.why !== 'passphrase-needed') throw error
        return desk.mutate('reviews', 'readFile', { bytes, passphrase: await typedPassphrase(PASSPHRASE) })
      })
    print(taken, [
      `From ${taken.sentBy}, signed with the key ${keyFingerprint(taken.signedBy)}.`,
      ...taken.reviews.map((review) => `${review.id}  ${review.title || 'Untitled'}: ${takenReviewSentence(review)}`),
      ...(taken.picturesLeft > 0 ? [picturesLeftSentence(taken.picturesLeft)] : []),
    ])
    return true
  },

  async trail({ desk, options, words, print }) {
    const reviewId = only(words, 'review trail REVIEW [--out FILE.html]')
    if (options.out !== undefined)
      return savePrepared(desk, await desk.mutate('reviews', 'writeTrail', { reviewId }), options.out, print)
    const sheet = await desk.query('reviews', 'trailSheet', { reviewId })
    print(sheet, [sheet.text.trimEnd()])
    return true
  },

  async 'word-out'({ desk, options, words, print }) {
    const reviewId = only(words, 'review word-out REVIEW [--as NAME] [--out FILE.docx]')
    const file = await desk.mutate('reviews', 'writeWord', { reviewId, name: await nameOf(desk, options) })
    return savePrepared(desk, file, options.out, print)
  },

  async 'word-in'({ desk, options, words, print }) {
    const [reviewId, path, ...others] = words
    if (reviewId === undefined || path === undefined || others.length > 0 || options.as === undefined)
      throw new CliError('review word-in REVIEW FILE.docx --as NAME')
    const { review, ...came } = await desk.mutate('reviews', 'readWord', {
      reviewId,
      fileName: basename(path),
      bytes: readFileAt(path),
      name: options.as,
    })
    print({ id: review.id, ...came }, fromWordSentences(came))
    return true
  },

  async key({ desk, print }) {
    const keys = await desk.query('reviews', 'keys')
    print(keys, [
      keys.receivingKey,
      `To read out: ${keyFingerprint(keys.receivingKey)}. What comes from here is signed with ${keyFingerprint(keys.signingKey)}.`,
    ])
    return true
  },
}

/** Reviews out of the desk and into it, as files: `review <verb> …`. */
export const review: Command = (invocation) => {
  const [verb = 'list', ...words] = invocation.words
  const act = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!act) throw new CliError(`review ${Object.keys(VERBS).join('|')}`)
  return act({ ...invocation, words })
}

function only(words: readonly string[], usage: string): string {
  const [word, ...others] = words
  if (word === undefined || others.length > 0) throw new CliError(usage)
  return word
}

/** Who acts; whoever last did, where nobody is named. */
async function nameOf(desk: CommandDesk, { as }: Invocation['options']): Promise<string> {
  const name = as ?? (await desk.query('reviews', 'lastName'))
  if (name.trim() === '') throw new CliError('Say who you are with --as NAME.')
  return name
}

function keyIn(text: string): string {
  const key = pastedKey(text)
  if (key === null) throw new CliError('--key: this is no key. A colleague prints theirs with: attache review key')
  return key
}
