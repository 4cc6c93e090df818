import type { SealedPiece } from '../content/seal/sealed-pieces.ts'
import type { UtcIso } from './ids.ts'

/** What an approval fixed (content/seal), by its hashes. */
export interface Seal {
  approvedBy: string
  approvedAt: UtcIso
  /** SHA-256 of each piece. */
  pieces: Record<SealedPiece, string>
  /** Of each picture and file, in order, by what it can be known again. */
  files: string[][]
  /** null: whenever the author likes. */
  publishAt: UtcIso | null
  /** Of all of it; what is signed. */
  hash: string
  /** Public key of the desk at which it was approved (Ed25519), and its signature. */
  signedBy: string
  signature: string
}

/** `whole`: the post is exactly what was approved. */
export type SealStatus =
  | { state: 'none' }
  | { state: 'whole'; approvedBy: string; approvedAt: UtcIso; hash: string }
  | { state: 'broken'; approvedBy: string; approvedAt: UtcIso; hash: string; pieces: SealedPiece[] }
