import { existsSync, readFileSync } from 'node:fs'
import type { BlogId } from '../../../shared/domain/ids.ts'
import { writeDurably } from '../durable-file.ts'
import type { Random, SecretStore } from '../ports.ts'
import { assertHeld } from './desk-keys.ts'
import { openBox, sealBox } from '../sealing/sealed-box.ts'
import { isRecord } from '../stored-value.ts'

const USE = 'attache passwords 1'

/**
 * Application passwords in a file of their own under the desk's key, replaced whole. One that cannot be opened counts as empty:
 * the person signs in again, nothing else is lost.
 */
export function sealedPasswords(path: string, key: Uint8Array, random: Random): SecretStore {
  const passwords = new Map(Object.entries(read(path, key)))

  function save(): void {
    assertHeld(key)
    const plain = Buffer.from(JSON.stringify(Object.fromEntries(passwords)))
    writeDurably(path, sealBox(key, USE, plain, random))
  }

  return {
    find: async (blogId: BlogId) => passwords.get(blogId) ?? null,
    async put(blogId, applicationPassword) {
      passwords.set(blogId, applicationPassword)
      save()
    },
    async remove(blogId) {
      passwords.delete(blogId)
      save()
    },
  }
}

/** A file that lies under one of the keys `before`, under `key`. Durable; one that none of them opens stays as it is. */
export function bringPasswordsUnder(
  path: string,
  key: Uint8Array,
  before: readonly Uint8Array[],
  random: Random,
): void {
  if (!existsSync(path)) return
  const sealed = readFileSync(path, 'utf8')
  if (openBox(key, USE, sealed)) return
  for (const earlier of before) {
    const plain = openBox(earlier, USE, sealed)
    if (plain) return writeDurably(path, sealBox(key, USE, plain, random))
  }
}

function read(path: string, key: Uint8Array): Record<string, string> {
  if (!existsSync(path)) return {}
  const plain = openBox(key, USE, readFileSync(path, 'utf8'))
  if (!plain) return {}
  const stored: unknown = JSON.parse(Buffer.from(plain).toString('utf8'))
  return isRecord(stored) && Object.values(stored).every((value) => typeof value === 'string')
    ? (stored as Record<string, string>)
    : {}
}
