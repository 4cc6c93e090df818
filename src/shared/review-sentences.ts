import { inSentence } from './content/text-direction.ts'
import type { SealedPiece } from './content/seal/sealed-pieces.ts'
import type { TrailLine } from './domain/review-file.ts'
import type { SealStatus } from './domain/seal.ts'
import type { AppErrorData } from './errors.ts'
import { t } from './words/t.ts'

function pieceInWords(piece: SealedPiece): string {
  switch (piece) {
    case 'title':
      return t('the title', {}, 'a part of a sealed post')
    case 'text':
      return t('the text', {}, 'a part of a sealed post')
    case 'pictures':
      return t('the pictures', {}, 'a part of a sealed post')
    case 'excerpt':
      return t('the excerpt', {}, 'a part of a sealed post')
    case 'language':
      return t('the language', {}, 'a part of a sealed post')
    case 'terms':
      return t('the categories and tags', {}, 'a part of a sealed post')
    case 'schedule':
      return t('the time', {}, 'a part of a sealed post')
    case 'share':
      return t('the share lines', {}, 'a part of a sealed post')
  }
}

/** “the title, the text and the time” */
export function piecesInWords(pieces: readonly SealedPiece[]): string {
  const named = pieces.map(pieceInWords)
  const last = named.at(-1) ?? ''
  if (named.length < 2) return last
  const before = named
    .slice(0, -1)
    .reduce((one, other) => t('{before}, {last}', { before: one, last: other }, 'a list'))
  return t('{before} and {last}', { before, last })
}

/** Whether what is there is what was approved. */
export function sealSentence(seal: SealStatus): string {
  switch (seal.state) {
    case 'none':
      return t('Nobody has approved this text yet.')
    case 'whole':
      return t('Exactly as {name} approved it.', { name: inSentence(seal.approvedBy) })
    case 'broken':
      return t('No longer as {name} approved it: {pieces} changed since.', {
        name: inSentence(seal.approvedBy),
        pieces: piecesInWords(seal.pieces),
      })
  }
}

/** Why a post does not go out on a blog that asks for an approval. */
export function unsealedSentences({ approvedBy, pieces, mayBeUrgent }: AppErrorData & { kind: 'unsealed' }): {
  what: string
  next: string
} {
  const urgently = mayBeUrgent ? ` ${t('If it cannot wait, publish it as urgent: it is reviewed afterwards.')}` : ''
  if (approvedBy === null)
    return {
      what: t('On this blog a post goes out only once it is approved, and nobody has approved this one yet.'),
      next: t('Ask for a review.') + urgently,
    }
  return {
    what: t('The post is no longer what {name} approved: {pieces} changed since.', {
      name: inSentence(approvedBy),
      pieces: piecesInWords(pieces),
    }),
    next: t('Bring back what was approved, or ask for another review.') + urgently,
  }
}

/** What somebody did, without what they said. */
export function trailSentence({ act, by, words }: TrailLine): string {
  const name = inSentence(by)
  switch (act) {
    case 'asked':
      return t('{name} asked for a review', { name })
    case 'suggested':
      return t('{name} suggested {count, plural, one {one change} other {# changes}}', {
        name,
        // From a file of a colleague, which may say anything.
        count: /^\d+$/.test(words) ? Number(words) : 0,
      })
    case 'noted':
      return t('{name} noted', { name })
    case 'took':
      return t('{name} took', { name }, 'a suggestion')
    case 'left':
      return t('{name} did not take', { name }, 'a suggestion')
    case 'undecided':
      return t('{name} took a decision back', { name })
    case 'approved':
      return t('{name} approved the text', { name })
    case 'approved-with-changes':
      return t('{name} approved the text with the suggested changes', { name })
    case 'sent-back':
      return t('{name} sent it back', { name })
    case 'withdrawn':
      return t('{name} withdrew the request', { name })
    case 'published':
      return t('{name} published it', { name })
    case 'published-urgently':
      return t('{name} published it before anybody approved it', { name })
  }
}
