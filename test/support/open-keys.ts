import { deskKeysOf, keyFor, type DeskKeys } from '../../src/main/core/vault/desk-keys.ts'
import { openKeyRingFile } from '../../src/main/core/vault/key-ring.ts'
import { keyOfOpenSlot } from '../../src/main/core/vault/key-slots.ts'
import { filesKeyUse } from '../../src/main/core/vault/new-key.ts'
import { openBox } from '../../src/main/core/sealing/sealed-box.ts'

/** The keys of a desk that lies open on the browser host or under the command line; null where no host has been yet. */
export function openKeysIn(profileFolder: string): DeskKeys | null {
  const ring = openKeyRingFile(profileFolder).read()
  if (ring === null) return null
  const slot = ring === 'damaged' ? undefined : ring.slots.find((each) => each.kind === 'open')
  if (ring === 'damaged' || slot === undefined) throw new Error('this desk does not lie open')
  const key = keyOfOpenSlot(slot)
  const filesKey = openBox(keyFor(key, 'files key'), filesKeyUse(ring.deskId), ring.files)
  if (!filesKey) throw new Error('the ring does not hold together')
  return deskKeysOf(key, filesKey)
}
