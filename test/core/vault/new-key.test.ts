import type * as fileSystem from 'node:fs'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { newReceivingPair } from '../../../src/main/core/sealing/person-key.ts'
import { assertWhole } from '../../../src/main/core/backups/copy-desk.ts'
import type * as changeKey from '../../../src/main/core/store/change-key.ts'
import { bringUnderKey } from '../../../src/main/core/vault/bring-under-key.ts'
import type { DeskKeys } from '../../../src/main/core/vault/desk-keys.ts'
import { openKeyRingFile, type KeyRing } from '../../../src/main/core/vault/key-ring.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { sealedPasswords } from '../../../src/main/core/vault/sealed-passwords.ts'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { AppError, type LockFault } from '../../../src/shared/errors.ts'
import { ferry } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { keyStoreOf, openLocked, type LockedDesk } from './locked-desk.ts'

const power = vi.hoisted(() => ({ left: Infinity }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof fileSystem>()
  return {
    ...fs,
    renameSync(from: string, to: string) {
      if (power.left === 0) throw new Error('the power is gone')
      power.left -= 1
      fs.renameSync(from, to)
    },
  }
})
const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('../../../src/main/core/store/change-key.ts', async (original) => {
  const store = await original<typeof changeKey>()
  return {
    ...store,
    sealCopyOf(...given: Parameters<typeof changeKey.sealCopyOf>) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      store.sealCopyOf(...given)
    },
  }
})
afterEach(() => {
  disk.isFull = false
  power.left = Infinity
})

const PASSPHRASE = 'four herons over the delta'
const refusal = (why: LockFault) => expect.objectContaining({ data: { kind: 'locked', why } }) as Error
const blogId = 'blog' as BlogId

type Options = NonNullable<Parameters<typeof openLocked>[1]>

function openWithKeys(folder: string, options: Options = {}): { desk: LockedDesk; keys: () => DeskKeys } {
  let given: DeskKeys | null = null
  const desk = openLocked(folder, { ...options, onKeys: (keys) => (given = structuredClone(keys)) })
  return {
    desk,
    keys() {
      if (!given) throw new Error('the desk has no key yet')
      return given
    },
  }
}

/** A desk in use: a setting, a picture, a backup, a password of a blog, a passphrase that has opened it and a recovery code. */
async function usedDesk(options: Options = {}) {
  const folder = join(temporaryFolder(), 'profile')
  const { desk, keys } = openWithKeys(folder, options)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  const { id: mediaId } = await desk.mutate('media', 'add', ferry)
  const backup = await desk.mutate('backups', 'makeNow')
  const { code } = await desk.mutate('lock', 'makeRecoveryCode', { current: PASSPHRASE })
  await desk.mutate('lock', 'confirmRecoveryCode', { code })
  await sealedPasswords(join(folder, 'passwords.sealed'), keys().passwords, systemRandom).put(blogId, 'abcd efgh')
  return { folder, desk, keys, mediaId, backup, code }
}

const ringOf = (folder: string): KeyRing => {
  const ring = openKeyRingFile(folder).read()
  if (!ring || ring === 'damaged') throw new Error('no ring')
  return ring
}

const passwordUnder = (folder: string, keys: DeskKeys): Promise<string | null> =>
  sealedPasswords(join(folder, 'passwords.sealed'), keys.passwords, systemRandom).find(blogId)

test('with a new key everything is there, under it: the desk, its pictures, its passwords and its backups', async () => {
  const { folder, desk, keys, mediaId, backup } = await usedDesk()
  const before = keys()
  const changed = await desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })
  expect(changed).toMatchObject({ state: 'open', protection: 'passphrase', openers: { recovery: false } })
  const after = keys()
  expect(Buffer.from(after.database).equals(before.database)).toBe(false)
  expect((await desk.query('settings', 'get')).theme).toBe('dark')
  expect((await desk.query('media', 'get', { mediaId }))?.id).toBe(mediaId)
  expect(await passwordUnder(folder, after)).toBe('abcd efgh')
  expect(await passwordUnder(folder, before)).toBeNull()

  expect(await desk.mutate('lock', 'restoreBackup', { id: backup.id })).toMatchObject({ state: 'open' })
  expect((await desk.query('settings', 'get')).theme).toBe('dark')
  await desk.close()

  expect(ringOf(folder).earlier).toBeUndefined()
  expect(() => assertWhole(join(folder, 'desk.sqlite'), after.database)).not.toThrow()
  expect(() => assertWhole(join(folder, 'desk.sqlite'), before.database)).toThrow()
  expect(() => assertWhole(join(folder, 'backups', backup.id), after.database)).not.toThrow()
  expect(() => assertWhole(join(folder, 'backups', backup.id), before.database)).toThrow()
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('new-key'))).toEqual([])
})

test('what opened the desk before its key was changed opens nothing now, the passphrase excepted', async () => {
  const house = newReceivingPair(systemRandom)
  const options = { escrowKey: house.publicKey }
  const { folder, desk, keys, code } = await usedDesk(options)
  const [oldKeys, oldRing] = [keys(), readFileSync(join(folder, 'keys.json'))]
  await expect(desk.mutate('lock', 'changeKey', { passphrase: 'the ferry leaves at noon' })).rejects.toEqual(
    refusal('wrong-passphrase'),
  )
  await expect(desk.mutate('lock', 'changeKey', { passphrase: null })).rejects.toEqual(refusal('wrong-passphrase'))
  expect(Buffer.from(keys().database).equals(oldKeys.database)).toBe(true)
  await desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  await expect(desk.mutate('lock', 'unlock', { recoveryCode: code })).rejects.toEqual(refusal('wrong-code'))
  expect(await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ state: 'open' })
  await desk.mutate('lock', 'shut')
  expect(await desk.mutate('lock', 'unlock', { escrowSecret: house.secretKey })).toMatchObject({ state: 'open' })
  await desk.close()

  // Somebody who copied the ring before, and knew everything that opened it, puts it beside the desk of now.
  for (const path of openKeyRingFile(folder).paths) writeFileSync(path, oldRing)
  const thief = openLocked(folder, options)
  await thief.mutate('lock', 'unlock', { recoveryCode: code }).catch(() => undefined)
  await expect(thief.query('settings', 'get')).rejects.toThrow()
  await thief.close()
})

test('a code that was shown before the key was changed is not confirmed after', async () => {
  const { desk } = await usedDesk()
  const { code } = await desk.mutate('lock', 'makeRecoveryCode', { current: PASSPHRASE })
  await desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })
  await expect(desk.mutate('lock', 'confirmRecoveryCode', { code })).rejects.toEqual(refusal('wrong-code'))
  await desk.close()
})

test.each(['login', 'none'] as const)(
  'a desk that a passphrase does not protect gets a new key too: %s',
  async (protection) => {
    const folder = join(temporaryFolder(), 'profile')
    const options = protection === 'login' ? { keyStore: keyStoreOf('mine') } : {}
    const desk = openLocked(folder, options)
    await desk.mutate('settings', 'set', { theme: 'dark' })
    const { check } = ringOf(folder)
    expect(await desk.mutate('lock', 'changeKey', { passphrase: null })).toMatchObject({ state: 'open', protection })
    await desk.close()
    expect(ringOf(folder).check).not.toBe(check)
    const again = openLocked(folder, options)
    expect((await again.query('settings', 'get')).theme).toBe('dark')
    await again.close()
  },
)

test('a change that is cut off anywhere opens with the passphrase, whole, and under one key in the end', async () => {
  const { folder, desk, backup } = await usedDesk()
  await desk.close()
  const before = ringOf(folder).check
  const outcomes = new Set<string>()
  for (let steps = 0; steps < 8; steps += 1) {
    const trial = join(temporaryFolder(), 'trial')
    cpSync(folder, trial, { recursive: true })
    const cut = openLocked(trial)
    await cut.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
    power.left = steps
    await cut.mutate('lock', 'changeKey', { passphrase: PASSPHRASE }).catch(() => undefined)
    await cut.close().catch(() => undefined)
    power.left = Infinity

    const { desk: next, keys } = openWithKeys(trial)
    expect(await next.mutate('lock', 'unlock', { passphrase: PASSPHRASE }), `${steps} steps`).toMatchObject({
      state: 'open',
      fault: null,
    })
    expect((await next.query('settings', 'get')).theme).toBe('dark')
    await next.close()
    expect(await passwordUnder(trial, keys())).toBe('abcd efgh')
    expect(() => assertWhole(join(trial, 'backups', backup.id), keys().database)).not.toThrow()
    expect(ringOf(trial).earlier).toBeUndefined()
    expect(existsSync(join(trial, 'damaged'))).toBe(false)
    expect(existsSync(join(trial, 'desk.sqlite.new-key'))).toBe(false)
    outcomes.add(ringOf(trial).check === before ? 'the key before' : 'the new key')
  }
  expect(outcomes).toEqual(new Set(['the key before', 'the new key']))
})

test('a disk that is full before the ring is written leaves the desk under the key it had', async () => {
  const { desk, keys } = await usedDesk()
  const before = keys()
  disk.isFull = true
  await expect(desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })).rejects.toMatchObject({
    data: { kind: 'database', reason: 'full' },
  })
  disk.isFull = false
  expect((await desk.query('settings', 'get')).theme).toBe('dark')
  expect(Buffer.from(keys().database).equals(before.database)).toBe(true)
  await desk.close()
})

test('a desk that was cut off keeps its log while a key before is still looked for', async () => {
  const { folder, desk, keys } = await usedDesk()
  const earlier = { ...keys(), database: new Uint8Array(32).fill(7) }
  const killed = join(temporaryFolder(), 'profile')
  cpSync(folder, killed, { recursive: true })
  await desk.close()
  const log = readFileSync(join(killed, 'desk.sqlite-wal'))
  expect(log.byteLength).toBeGreaterThan(0)
  bringUnderKey(profileIn(killed), keys(), [earlier], systemRandom)
  expect(readFileSync(join(killed, 'desk.sqlite-wal')).equals(log)).toBe(true)
})

test('a copy that cannot be read stays as it was found, and the key it lies under stays with the desk', async () => {
  const { folder, desk, keys, backup } = await usedDesk()
  const before = keys()
  const path = join(folder, 'backups', backup.id)
  const bytes = readFileSync(path)
  // Not an index only: those are made anew in the copy, and nothing is missing from it.
  bytes.fill(7, 4096 * 4)
  writeFileSync(path, bytes)
  const aside = join(folder, 'damaged', 'of a crash')
  mkdirSync(aside, { recursive: true })
  copyFileSync(path, join(aside, 'desk.sqlite'))
  writeFileSync(join(aside, 'desk.sqlite-wal'), 'a log')
  await desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })
  await desk.mutate('lock', 'changeKey', { passphrase: PASSPHRASE })
  await desk.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readFileSync(join(aside, 'desk.sqlite')).equals(bytes)).toBe(true)
  expect(readFileSync(join(aside, 'desk.sqlite-wal'), 'utf8')).toBe('a log')
  expect(ringOf(folder).earlier?.map(({ isSwept }) => isSwept)).toEqual([true, true])
  expect(Buffer.from(keys().database).equals(before.database)).toBe(false)
})
