import { createPrivateKey, createPublicKey, diffieHellman, sign, verify, type KeyObject } from 'node:crypto'
import type { Random } from '../ports.ts'

/** Both halves of a key as 32 bytes in base64url. */
export interface KeyPair {
  publicKey: string
  secretKey: string
}

/** What a person signs with (Ed25519), and what is locked for them (X25519). Two, because one key is for one use. */
export interface PersonKeys {
  signing: KeyPair
  receiving: KeyPair
}

type Curve = 'ed25519' | 'x25519'
const KEY_BYTES = 32

/** What stands before the 32 bytes in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const SECRET_HEAD: Record<Curve, string> = {
  ed25519: '302e020100300506032b657004220420',
  x25519: '302e020100300506032b656e04220420',
}
const PUBLIC_HEAD: Record<Curve, string> = {
  ed25519: '302a300506032b6570032100',
  x25519: '302a300506032b656e032100',
}

export function newPersonKeys(random: Random): PersonKeys {
  return { signing: newKeyPair('ed25519', random), receiving: newKeyPair('x25519', random) }
}

function newKeyPair(curve: Curve, random: Random): KeyPair {
  const secretKey = Buffer.from(random.bytes(KEY_BYTES)).toString('base64url')
  const spki = createPublicKey(secretKeyOf(curve, secretKey)).export({ type: 'spki', format: 'der' })
  return { publicKey: spki.subarray(-KEY_BYTES).toString('base64url'), secretKey }
}

/** A pair for one file only, whose secret half is forgotten. */
export const newReceivingPair = (random: Random): KeyPair => newKeyPair('x25519', random)

const secretKeyOf = (curve: Curve, secretKey: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from(SECRET_HEAD[curve], 'hex'), Buffer.from(secretKey, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })

const publicKeyOf = (curve: Curve, publicKey: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from(PUBLIC_HEAD[curve], 'hex'), Buffer.from(publicKey, 'base64url')]),
    format: 'der',
    type: 'spki',
  })

export const signWith = ({ secretKey }: KeyPair, bytes: Uint8Array): Uint8Array =>
  sign(null, bytes, secretKeyOf('ed25519', secretKey))

export const isSignedBy = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, publicKeyOf('ed25519', publicKey), signature)

/** What only the two of them can compute. Throws for a point that would make it known to everybody. */
export const sharedSecret = (secretKey: string, publicKey: string): Uint8Array =>
  diffieHellman({ privateKey: secretKeyOf('x25519', secretKey), publicKey: publicKeyOf('x25519', publicKey) })
