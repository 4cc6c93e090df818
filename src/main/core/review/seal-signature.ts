import type { ReviewId } from '../../../shared/domain/ids.ts'
import type { Seal } from '../../../shared/domain/seal.ts'
import { hashJson } from '../content-hash.ts'
import { isSignedBy, signWith, type KeyPair } from '../sealing/person-key.ts'

type Unsigned = Omit<Seal, 'hash' | 'signedBy' | 'signature'>

/** Who approved, when, and what: none of it can be exchanged under the signature, and the seal of one review is none of another's. */
export function signSeal(reviewId: ReviewId, approved: Unsigned, key: KeyPair): Seal {
  const hash = hashOf(approved)
  const signature = Buffer.from(signWith(key, signedBytes(reviewId, approved, hash))).toString('base64url')
  return { ...approved, hash, signedBy: key.publicKey, signature }
}

/** Whether it is as it was signed. Whose the key is, this does not tell. */
export function isSealGenuine(reviewId: ReviewId, seal: Seal): boolean {
  try {
    const signature = Buffer.from(seal.signature, 'base64url')
    return hashOf(seal) === seal.hash && isSignedBy(seal.signedBy, signedBytes(reviewId, seal, seal.hash), signature)
  } catch {
    // What is no key and no signature at all.
    return false
  }
}

const hashOf = ({ pieces, files, publishAt }: Unsigned): string => hashJson({ pieces, files, publishAt })

const signedBytes = (reviewId: ReviewId, { approvedBy, approvedAt }: Unsigned, hash: string): Uint8Array =>
  Buffer.from(`attache-seal 1\n${JSON.stringify([reviewId, hash, approvedBy, approvedAt])}\n`)
