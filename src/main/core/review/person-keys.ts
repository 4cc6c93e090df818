import type { Random } from '../ports.ts'
import { newPersonKeys, type PersonKeys } from '../sealing/person-key.ts'
import type { Desk } from '../store/desk.ts'

/** In the desk's own store, which is encrypted where the system has a place for its key. */
const KEPT_AS = 'personKeys'

/** What is signed with at this desk; made when it is first needed. */
export function personKeysOf(desk: Desk, random: Random): PersonKeys {
  const kept = desk.settings.find(KEPT_AS) as PersonKeys | null
  if (kept) return kept
  const keys = newPersonKeys(random)
  desk.settings.put(KEPT_AS, keys)
  return keys
}
