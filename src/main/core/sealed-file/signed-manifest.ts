import { sha256 } from '../content-hash.ts'
import type { SealedFormatName } from './sealed-file-format.ts'

/**
 * What the sealed part begins with: who signed it, the signature, how long the packed manifest is, and the manifest, which
 * names everything behind it by its SHA-256. So the reader knows who sent a file before it takes anything else of it, and a part
 * that nobody signed is refused when it comes.
 */
export const SIGNER_BYTES = 32
export const SIGNATURE_BYTES = 64
export const LENGTH_BYTES = 4

/**
 * Signed, then sealed: from outside nobody sees who sent it, and nobody can take the name off and put theirs on. The header
 * is part of what is signed, so whoever received a file cannot seal it again for a third and have it come from its author.
 */
export const signedBytes = ({ format }: SealedFormatName, header: Uint8Array, manifest: Uint8Array): Uint8Array =>
  Buffer.from(`${format} signed\n${sha256(header)}\n${sha256(manifest)}\n`, 'latin1')
