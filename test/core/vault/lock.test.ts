import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeyRingFile } from '../../../src/main/core/vault/key-ring.ts'
import { keyOfEscrowSlot } from '../../../src/main/core/vault/key-slots.ts'
import { newReceivingPair } from '../../../src/main/core/sealing/person-key.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { LockFault } from '../../../src/shared/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { keyStoreOf, openLocked, weakKeyStore, type LockedDesk } from './locked-desk.ts'

const PASSPHRASE = 'four herons over the delta'
const OTHER = 'the ferry leaves at noon'

const refusal = (why: LockFault) => expect.objectContaining({ data: { kind: 'locked', why } }) as Error

const theme = async (desk: LockedDesk): Promise<string> => (await desk.query('settings', 'get')).theme

/** A desk on which something was written, with this passphrase, and closed. */
async function deskWithPassphrase(folder: string): Promise<void> {
  const desk = openLocked(folder)
  await desk.mutate('settings', 'set', { theme: 'dark' })
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.close()
}

test('with a login that protects, a desk opens by itself and only for that login', async () => {
  const folder = temporaryFolder()
  const mine = openLocked(folder, { keyStore: keyStoreOf('mine') })
  await mine.mutate('settings', 'set', { theme: 'dark' })
  expect(await mine.query('lock', 'state')).toMatchObject({ state: 'open', protection: 'login' })
  await mine.close()

  const again = openLocked(folder, { keyStore: keyStoreOf('mine') })
  expect(await theme(again)).toBe('dark')
  await again.close()

  const thief = openLocked(folder, { keyStore: keyStoreOf('another') })
  expect(await thief.query('lock', 'state')).toMatchObject({
    state: 'locked',
    fault: { kind: 'locked', why: 'key-store-lost' },
  })
  await expect(thief.query('settings', 'get')).rejects.toEqual(refusal('key-store-lost'))
  await thief.close()
})

test('where the key store is weak there is no desk before a passphrase is chosen, and none without one after', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder, { keyStore: weakKeyStore })
  expect(await desk.query('lock', 'state')).toMatchObject({ state: 'new', mayGoWithout: false })
  await expect(desk.query('settings', 'get')).rejects.toEqual(refusal('locked'))
  expect(existsSync(join(folder, 'desk.sqlite'))).toBe(false)
  await expect(desk.mutate('lock', 'setPassphrase', { current: null, passphrase: 'short' })).rejects.toEqual(
    refusal('too-short'),
  )
  expect(await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })).toMatchObject({
    state: 'open',
    protection: 'passphrase',
  })
  await expect(desk.mutate('lock', 'removePassphrase', { current: PASSPHRASE })).rejects.toEqual(
    refusal('passphrase-needed'),
  )
  expect(await theme(desk)).toBe('system')
  await desk.close()
})

test('a passphrase opens the desk, a wrong one does not, and after five wrong ones the desk waits', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const desk = openLocked(folder)
  expect(await desk.query('lock', 'state')).toMatchObject({ state: 'locked', fault: null })
  await expect(desk.query('settings', 'get')).rejects.toEqual(refusal('locked'))
  for (let count = 0; count < 5; count += 1)
    await expect(desk.mutate('lock', 'unlock', { passphrase: OTHER })).rejects.toEqual(refusal('wrong-passphrase'))
  await expect(desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).rejects.toEqual(refusal('too-many-tries'))
  desk.clock.advance(30_000)
  expect(await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ state: 'open' })
  expect(await theme(desk)).toBe('dark')
  await desk.close()
})

test('what opened the desk before a passphrase was chosen stays until the passphrase has opened it', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const forgetful = openLocked(folder)
  expect(await forgetful.query('lock', 'state')).toMatchObject({
    isProven: false,
    openers: { passphrase: true, before: true },
  })
  expect(await forgetful.mutate('lock', 'unlock', 'before')).toMatchObject({ state: 'open', isProven: false })
  await forgetful.close()

  const remembering = openLocked(folder)
  expect(await remembering.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({
    isProven: true,
    openers: { passphrase: true, before: false },
  })
  await remembering.close()
  const after = openLocked(folder)
  await expect(after.mutate('lock', 'unlock', 'before')).rejects.toEqual(refusal('key-store-lost'))
  await after.close()
})

test('a passphrase is changed only by who knows it; the old one opens until the new one has', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const desk = openLocked(folder)
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await expect(desk.mutate('lock', 'setPassphrase', { current: null, passphrase: OTHER })).rejects.toEqual(
    refusal('wrong-passphrase'),
  )
  await expect(desk.mutate('lock', 'makeRecoveryCode', { current: OTHER })).rejects.toEqual(refusal('wrong-passphrase'))
  await desk.mutate('lock', 'setPassphrase', { current: PASSPHRASE, passphrase: OTHER })
  await desk.close()

  const byOld = openLocked(folder)
  expect(await byOld.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({
    state: 'open',
    isProven: false,
  })
  await byOld.mutate('lock', 'shut')
  expect(await byOld.mutate('lock', 'unlock', { passphrase: OTHER })).toMatchObject({ state: 'open', isProven: true })
  await byOld.mutate('lock', 'shut')
  await expect(byOld.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).rejects.toEqual(refusal('wrong-passphrase'))
  await byOld.close()
})

test('a locked desk answers nothing, keeps every key typed before, and opens where it was', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  await expect(desk.mutate('lock', 'shut')).rejects.toEqual(refusal('no-passphrase'))
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  const blog = await desk.mutate('blogs', 'connectPractice')
  const post = await desk.mutate('posts', 'create', { blogId: blog.id })
  const { id: postId, document, excerpt, language, direction, categoryIds, tags } = post
  const edit = { postId, document, excerpt, language, direction, categoryIds, tags, caret: null, sequence: 1 }
  await desk.mutate('posts', 'edit', { ...edit, title: 'Typed a moment ago' })
  expect(await desk.mutate('lock', 'shut')).toMatchObject({ state: 'locked', fault: null })
  await expect(desk.query('posts', 'get', { postId })).rejects.toEqual(refusal('locked'))
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Typed a moment ago' })
  await desk.close()
})

test('a desk at which nobody is locks itself, later while somebody is there, and never without a passphrase', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const desk = openLocked(folder)
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await desk.mutate('settings', 'set', { lockAfterMinutes: 5 })
  const stateAfter = async (minutes: number): Promise<string> => {
    desk.clock.advance(minutes * 60_000)
    await desk.mutate('lock', 'noteActivity').catch(() => undefined)
    return (await desk.query('lock', 'state')).state
  }
  expect([await stateAfter(4), await stateAfter(4), await stateAfter(6)]).toEqual(['open', 'open', 'locked'])
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await desk.mutate('settings', 'set', { lockAfterMinutes: null })
  expect(await stateAfter(600)).toBe('open')
  await desk.close()

  const open = openLocked(temporaryFolder())
  await open.mutate('settings', 'set', { lockAfterMinutes: 1 })
  open.clock.advance(600_000)
  expect(await theme(open)).toBe('system')
  // It counts from the moment at which there is one.
  await open.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  open.clock.advance(180_000)
  expect(await open.query('lock', 'state')).toMatchObject({ state: 'locked' })
  await open.close()
})

test('a recovery code counts once it was typed back, opens on another computer, and takes the new login in', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder, { keyStore: keyStoreOf('old laptop') })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  const { code } = await desk.mutate('lock', 'makeRecoveryCode', { current: null })
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect((await desk.query('lock', 'state')).openers.recovery).toBe(false)
  const slip = `${code.startsWith('0') ? '1' : '0'}${code.slice(1)}`
  await expect(desk.mutate('lock', 'confirmRecoveryCode', { code: slip })).rejects.toEqual(refusal('not-a-code'))
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(await desk.mutate('lock', 'confirmRecoveryCode', { code: typed })).toMatchObject({
    openers: { recovery: true },
  })
  await desk.close()

  const elsewhere = join(temporaryFolder(), 'profile')
  cpSync(folder, elsewhere, { recursive: true })
  const other = openLocked(elsewhere, { keyStore: keyStoreOf('new laptop') })
  expect(await other.query('lock', 'state')).toMatchObject({ state: 'locked', openers: { recovery: true } })
  expect(await other.mutate('lock', 'unlock', { recoveryCode: typed })).toMatchObject({ state: 'open' })
  expect(await theme(other)).toBe('dark')
  await other.close()
  const again = openLocked(elsewhere, { keyStore: keyStoreOf('new laptop') })
  expect(await theme(again)).toBe('dark')
  await again.close()
})

test('whoever forgot the passphrase opens with the code and chooses a new one; an older code no longer counts', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  const first = await desk.mutate('lock', 'makeRecoveryCode', { current: PASSPHRASE })
  await desk.mutate('lock', 'confirmRecoveryCode', first)
  const second = await desk.mutate('lock', 'makeRecoveryCode', { current: PASSPHRASE })
  await desk.mutate('lock', 'confirmRecoveryCode', second)
  await desk.mutate('lock', 'shut')
  await expect(desk.mutate('lock', 'unlock', { recoveryCode: first.code })).rejects.toEqual(refusal('wrong-code'))
  expect(await desk.mutate('lock', 'unlock', { recoveryCode: second.code })).toMatchObject({
    state: 'open',
    isOpenedByCode: true,
  })
  await desk.mutate('lock', 'setPassphrase', { current: second.code, passphrase: OTHER })
  await desk.mutate('lock', 'shut')
  await expect(desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).rejects.toEqual(refusal('wrong-passphrase'))
  expect(await desk.mutate('lock', 'unlock', { passphrase: OTHER })).toMatchObject({ state: 'open' })
  await desk.close()
})

test('the other half of the escrow key opens a desk that was made with it, and one that was there before', async () => {
  const it = newReceivingPair(systemRandom)
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const desk = openLocked(folder, { escrowKey: it.publicKey })
  expect(await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ hasEscrow: true })
  const ring = openKeyRingFile(folder).read()
  if (ring === null || ring === 'damaged') throw new Error('there is no ring')
  const [slot] = ring.slots.filter((each) => each.kind === 'escrow')
  const other = newReceivingPair(systemRandom)
  expect(slot && keyOfEscrowSlot(ring.deskId, slot, it.secretKey)?.byteLength).toBe(32)
  expect(slot && keyOfEscrowSlot(ring.deskId, slot, other.secretKey)).toBeNull()
  await desk.close()
  // With a policy that cannot be read the house keeps its way in.
  const unread = openLocked(folder)
  expect(await unread.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ hasEscrow: true })
  await unread.close()
})

test('the ring is there twice: one that is damaged or gone is replaced by the other, and both gone opens and changes nothing', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const { paths } = openKeyRingFile(folder)
  const [first = '', second = ''] = paths
  const whole = readFileSync(first)
  const unlocks = async (): Promise<string> => {
    const desk = openLocked(folder)
    try {
      return (await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).state
    } finally {
      await desk.close()
    }
  }
  writeFileSync(first, whole.subarray(0, 40))
  expect(await unlocks()).toBe('open')
  rmSync(first)
  expect(await unlocks()).toBe('open')

  const before = readFileSync(join(folder, 'desk.sqlite'))
  writeFileSync(first, 'half')
  writeFileSync(second, 'half')
  const damaged = openLocked(folder)
  expect(await damaged.query('lock', 'state')).toMatchObject({
    state: 'failed',
    fault: { kind: 'locked', why: 'keys-damaged' },
  })
  await damaged.close()
  rmSync(first)
  rmSync(second)
  const missing = openLocked(folder)
  expect(await missing.query('lock', 'state')).toMatchObject({ fault: { kind: 'locked', why: 'keys-missing' } })
  // Whoever brings the file back need not start again.
  mkdirSync(join(folder, 'backups'), { recursive: true })
  writeFileSync(first, whole)
  await missing.mutate('lock', 'unlock', 'again').catch(() => undefined)
  expect(await missing.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ state: 'open' })
  await missing.close()
  expect(readFileSync(join(folder, 'desk.sqlite')).length).toBeGreaterThanOrEqual(before.length)
})

test('the right key and a damaged file is damage; a ring of another desk is a wrong passphrase, not damage', async () => {
  const folder = temporaryFolder()
  await deskWithPassphrase(folder)
  const other = temporaryFolder()
  const desk = openLocked(other)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: OTHER })
  await desk.close()
  const path = join(folder, 'desk.sqlite')
  const bytes = readFileSync(path)
  bytes[200] = (bytes[200] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const damaged = openLocked(folder)
  await expect(damaged.mutate('lock', 'unlock', { passphrase: OTHER })).rejects.toEqual(refusal('wrong-passphrase'))
  await expect(damaged.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).rejects.toMatchObject({
    data: { kind: 'database', reason: 'corrupt' },
  })
  expect(await damaged.query('lock', 'state')).toMatchObject({
    state: 'failed',
    fault: { kind: 'database', reason: 'corrupt' },
  })
  await damaged.close()
  copyFileSync(join(other, 'keys.json'), join(folder, 'keys.json'))
  const swapped = openLocked(folder)
  await expect(swapped.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).rejects.toEqual(
    refusal('wrong-passphrase'),
  )
  await swapped.close()
})
