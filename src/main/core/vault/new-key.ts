import type { Random } from '../ports.ts'
import { openBox, sealBox } from '../sealing/sealed-box.ts'
import { checkOf, keyFor } from './desk-keys.ts'
import type { KeyRing, KeySlot } from './key-ring.ts'

/** What became of the things under a key that the desk had before: see `Vault.noteSwept`. */
export type Sweep = 'done' | 'left' | 'again'

/** What the files' key is sealed for, in the ring. */
export const filesKeyUse = (deskId: string): string => `attache-keys 1 ${deskId} files`
const earlierKeyUse = (deskId: string): string => `attache-keys 1 ${deskId} earlier`

export const sealedFilesKey = (deskId: string, deskKey: Uint8Array, filesKey: Uint8Array, random: Random): string =>
  sealBox(keyFor(deskKey, 'files key'), filesKeyUse(deskId), filesKey, random)

/** The ring of a desk that changes its key. The keys before stand in it, under the new one: without them a cut in between would cost the desk. */
export function ringUnderNewKey({
  ring,
  before,
  key,
  filesKey,
  slots,
  random,
}: {
  ring: KeyRing
  before: Uint8Array
  key: Uint8Array
  filesKey: Uint8Array
  slots: KeySlot[]
  random: Random
}): KeyRing {
  const { deskId } = ring
  const sealed = (earlier: Uint8Array): string =>
    sealBox(keyFor(key, 'earlier key'), earlierKeyUse(deskId), earlier, random)
  const older = (ring.earlier ?? []).flatMap(({ sealed: box }) => openEarlier(deskId, before, box) ?? [])
  return {
    ...ring,
    check: checkOf(key),
    files: sealedFilesKey(deskId, key, filesKey, random),
    slots,
    earlier: [before, ...older].map((each) => ({ sealed: sealed(each), isSwept: false })),
  }
}

const openEarlier = (deskId: string, key: Uint8Array, sealed: string): Uint8Array | null =>
  openBox(keyFor(key, 'earlier key'), earlierKeyUse(deskId), sealed)

/** In the order of the ring. */
export const unsweptKeys = ({ deskId, earlier = [] }: KeyRing, key: Uint8Array): Uint8Array[] =>
  earlier.filter(({ isSwept }) => !isSwept).flatMap(({ sealed }) => openEarlier(deskId, key, sealed) ?? [])

/** `outcomes`: one for each of `unsweptKeys`. */
export function sweptRing({ earlier = [], ...ring }: KeyRing, outcomes: readonly Sweep[]): KeyRing {
  let at = -1
  const kept = earlier.flatMap((each) => {
    if (each.isSwept) return [each]
    at += 1
    const outcome = outcomes[at] ?? 'again'
    return outcome === 'done' ? [] : [{ ...each, isSwept: outcome === 'left' }]
  })
  return kept.length > 0 ? { ...ring, earlier: kept } : ring
}
