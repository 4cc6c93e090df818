import { inSentence } from './content/text-direction.ts'
import type { SealedPiece } from './content/seal/sealed-pieces.ts'
import type { TrailLine } from './domain/review-file.ts'
import type { SealStatus } from './domain/seal.ts'
import type { AppErrorData } from './errors.ts'

const PIECES: Record<SealedPiece, string> = {
  title: 'title',
  text: 'text',
  pictures: 'pictures',
  excerpt: 'excerpt',
  language: 'language',
  terms: 'categories and tags',
  schedule: 'time',
  share: 'share lines',
}

/** “the title, the text and the time” */
export function piecesInWords(pieces: readonly SealedPiece[]): string {
  const named = pieces.map((piece) => `the ${PIECES[piece]}`)
  const last = named.at(-1) ?? ''
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`
}

/** Whether what is there is what was approved. */
export function sealSentence(seal: SealStatus): string {
  switch (seal.state) {
    case 'none':
      return 'Nobody has approved this text yet.'
    case 'whole':
      return `Exactly as ${inSentence(seal.approvedBy)} approved it.`
    case 'broken':
      return `No longer as ${inSentence(seal.approvedBy)} approved it: ${piecesInWords(seal.pieces)} changed since.`
  }
}

/** Why a post does not go out on a blog that asks for an approval. */
export function unsealedSentences({ approvedBy, pieces, mayBeUrgent }: AppErrorData & { kind: 'unsealed' }): {
  what: string
  next: string
} {
  const urgently = mayBeUrgent ? ' If it cannot wait, publish it as urgent: it is reviewed afterwards.' : ''
  if (approvedBy === null)
    return {
      what: 'On this blog a post goes out only once it is approved, and nobody has approved this one yet.',
      next: `Ask for a review.${urgently}`,
    }
  return {
    what: `The post is no longer what ${inSentence(approvedBy)} approved: ${piecesInWords(pieces)} changed since.`,
    next: `Bring back what was approved, or ask for another review.${urgently}`,
  }
}

/** What somebody did, without what they said. */
export function trailSentence({ act, by: name, words }: TrailLine): string {
  const by = inSentence(name)
  switch (act) {
    case 'asked':
      return `${by} asked for a review`
    case 'suggested':
      return `${by} suggested ${words === '1' ? 'one change' : `${words} changes`}`
    case 'noted':
      return `${by} noted`
    case 'took':
      return `${by} took`
    case 'left':
      return `${by} did not take`
    case 'undecided':
      return `${by} took a decision back`
    case 'approved':
      return `${by} approved the text`
    case 'approved-with-changes':
      return `${by} approved the text with the suggested changes`
    case 'sent-back':
      return `${by} sent it back`
    case 'withdrawn':
      return `${by} withdrew the request`
    case 'published':
      return `${by} published it`
    case 'published-urgently':
      return `${by} published it before anybody approved it`
  }
}
