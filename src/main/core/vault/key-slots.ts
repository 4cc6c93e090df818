import { isBearable, isPossible, keyOfPassphrase, SALT_BYTES, type PassphraseCost } from '../sealing/passphrase-key.ts'
import { newReceivingPair, sharedSecret } from '../sealing/person-key.ts'
import { openBox, sealBox } from '../sealing/sealed-box.ts'
import type { Random } from '../ports.ts'
import { checkOf, keyFor } from './desk-keys.ts'
import type { KeyRing, KeySlot, KeySlotOf } from './key-ring.ts'

/** The system's key store, as a host lends it: what it sealed opens for this login of this computer only. */
export interface KeyStore {
  /**
   * `system`: the login of this computer protects what is sealed. `weak`: it has none that protects (Electron's `basic_text` on
   * Linux), so a desk needs a passphrase. `none`: the host knows of none, and a desk without a passphrase lies open.
   */
  readonly strength: 'system' | 'weak' | 'none'
  seal(bytes: Uint8Array): Promise<string>
  /** null when it cannot be opened here: another login, another computer, or the store was replaced. */
  open(sealed: string): Promise<Uint8Array | null>
}

const useOf = (deskId: string, kind: KeySlot['kind']): string => `attache-keys 1 ${deskId} ${kind}`

/** The desk's key if it is this ring's, else null. */
export const ifRight = (ring: Pick<KeyRing, 'check'>, deskKey: Uint8Array | null): Uint8Array | null =>
  deskKey?.byteLength === 32 && checkOf(deskKey) === ring.check ? deskKey : null

export const openSlotFor = (deskKey: Uint8Array): KeySlotOf<'open'> => ({
  kind: 'open',
  key: Buffer.from(deskKey).toString('base64url'),
  isLeaving: false,
})

export const keyOfOpenSlot = ({ key }: KeySlotOf<'open'>): Uint8Array => new Uint8Array(Buffer.from(key, 'base64url'))

export async function systemSlotFor(deskKey: Uint8Array, keyStore: KeyStore): Promise<KeySlotOf<'system'>> {
  return { kind: 'system', sealed: await keyStore.seal(deskKey), isLeaving: false }
}

export async function passphraseSlotFor(
  deskId: string,
  deskKey: Uint8Array,
  passphrase: string,
  cost: PassphraseCost,
  random: Random,
): Promise<KeySlotOf<'passphrase'>> {
  const salt = random.bytes(SALT_BYTES)
  const key = await keyOfPassphrase(passphrase, salt, cost)
  return {
    kind: 'passphrase',
    salt: Buffer.from(salt).toString('base64url'),
    cost,
    sealed: sealBox(key, useOf(deskId, 'passphrase'), deskKey, random),
    isProven: false,
    isLeaving: false,
  }
}

/** null for a wrong passphrase, and for a cost that no desk of ours would choose: it is not computed. */
export async function keyOfPassphraseSlot(
  deskId: string,
  { salt, cost, sealed }: KeySlotOf<'passphrase'>,
  passphrase: string,
): Promise<Uint8Array | null> {
  if (!isPossible(cost) || !isBearable(cost)) return null
  const key = await keyOfPassphrase(passphrase, Buffer.from(salt, 'base64url'), cost)
  return openBox(key, useOf(deskId, 'passphrase'), sealed)
}

/** The code has 115 bits of its own: nothing is gained by making it slow to try. */
export function recoverySlotFor(
  deskId: string,
  deskKey: Uint8Array,
  code: string,
  random: Random,
): KeySlotOf<'recovery'> {
  const salt = random.bytes(SALT_BYTES)
  return {
    kind: 'recovery',
    salt: Buffer.from(salt).toString('base64url'),
    sealed: sealBox(keyFor(Buffer.from(code), 'recovery', salt), useOf(deskId, 'recovery'), deskKey, random),
  }
}

export const keyOfRecoverySlot = (
  deskId: string,
  { salt, sealed }: KeySlotOf<'recovery'>,
  code: string,
): Uint8Array | null =>
  openBox(keyFor(Buffer.from(code), 'recovery', Buffer.from(salt, 'base64url')), useOf(deskId, 'recovery'), sealed)

/** For whoever holds the secret half of the IT department's key (X25519). Throws for a key that is none. */
export function escrowSlotFor(
  deskId: string,
  deskKey: Uint8Array,
  escrowKey: string,
  random: Random,
): KeySlotOf<'escrow'> {
  const own = newReceivingPair(random)
  const key = keyFor(sharedSecret(own.secretKey, escrowKey), `escrow ${escrowKey} ${own.publicKey}`)
  return {
    kind: 'escrow',
    escrowKey,
    publicKey: own.publicKey,
    sealed: sealBox(key, useOf(deskId, 'escrow'), deskKey, random),
  }
}

/** null for another secret, and for a slot whose own half was tampered with. */
export function keyOfEscrowSlot(
  deskId: string,
  { escrowKey, publicKey, sealed }: KeySlotOf<'escrow'>,
  escrowSecretKey: string,
): Uint8Array | null {
  try {
    const key = keyFor(sharedSecret(escrowSecretKey, publicKey), `escrow ${escrowKey} ${publicKey}`)
    return openBox(key, useOf(deskId, 'escrow'), sealed)
  } catch {
    return null
  }
}
