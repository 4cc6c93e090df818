import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeyRingFile } from '../../../src/main/core/vault/key-ring.ts'
import type { DeskKeys } from '../../../src/main/core/vault/desk-keys.ts'
import type { LockFault } from '../../../src/shared/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from './locked-desk.ts'

const PASSPHRASE = 'four herons over the delta'
const OTHER = 'the ferry leaves at noon'

const refusal = (why: LockFault) => expect.objectContaining({ data: { kind: 'locked', why } }) as Error

test('no other call is a way round the wait after wrong passphrases, at a locked desk or an open one', async () => {
  const desk = openLocked(temporaryFolder())
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  const tries = [
    () => desk.mutate('lock', 'removePassphrase', { current: OTHER }),
    () => desk.mutate('lock', 'setPassphrase', { current: OTHER, passphrase: OTHER }),
    () => desk.mutate('lock', 'makeRecoveryCode', { current: OTHER }),
  ]
  for (let count = 0; count < 5; count += 1)
    await expect(tries[count % 3]?.()).rejects.toEqual(refusal('wrong-passphrase'))
  for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusal('too-many-tries'))
  await expect(desk.mutate('lock', 'removePassphrase', { current: PASSPHRASE })).rejects.toEqual(
    refusal('too-many-tries'),
  )
  desk.clock.advance(30_000)
  await desk.mutate('lock', 'shut')
  // Locked, the right one is not told from a wrong one by any of them.
  for (const current of [OTHER, PASSPHRASE])
    await expect(desk.mutate('lock', 'removePassphrase', { current })).rejects.toEqual(refusal('locked'))
  await desk.close()
})

test('a locked desk has overwritten every key it had', async () => {
  const seen: DeskKeys[] = []
  const desk = openLocked(temporaryFolder(), { onKeys: (keys) => seen.push(keys) })
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  const left = seen.flatMap((keys) => Object.values(keys)).filter((key: Uint8Array) => key.some((byte) => byte !== 0))
  expect({ seen: seen.length, left }).toEqual({ seen: 1, left: [] })
  expect(await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ state: 'open' })
  expect((await desk.query('settings', 'get')).theme).toBe('system')
  await desk.close()
})

test('a copy of the ring that was left behind by an end in between opens the desk no longer than the ring does', async () => {
  const folder = temporaryFolder()
  const first = openLocked(folder)
  expect(await first.query('lock', 'state')).toMatchObject({ protection: 'none' })
  await first.close()
  const [path = '', copy = ''] = openKeyRingFile(folder).paths
  const openRing = readFileSync(copy)
  const desk = openLocked(folder)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await desk.close()
  // The power went after the first of the two was written.
  writeFileSync(copy, openRing)
  const again = openLocked(folder)
  await again.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await again.close()
  expect(readFileSync(copy, 'utf8')).toBe(readFileSync(path, 'utf8'))
  expect(readFileSync(copy, 'utf8')).not.toContain('"kind": "open"')
})

test('a ring that was damaged is whole again after the next opening', async () => {
  const folder = temporaryFolder()
  await openLocked(folder).close()
  const [path = '', copy = ''] = openKeyRingFile(folder).paths
  const whole = readFileSync(path, 'utf8')
  for (const broken of [path, copy]) {
    writeFileSync(broken, 'half')
    const desk = openLocked(folder)
    expect((await desk.query('lock', 'state')).state).toBe('open')
    await desk.close()
    expect([readFileSync(path, 'utf8'), readFileSync(copy, 'utf8')]).toEqual([whole, whole])
  }
})

test('whoever mistyped a new passphrase chooses another with what opened the desk before', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: 'four herosn over the delta' })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', 'before')
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  expect(await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })).toMatchObject({ isProven: true })
  await desk.mutate('lock', 'setPassphrase', { current: PASSPHRASE, passphrase: 'the ferry laeves at noon' })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await expect(desk.mutate('lock', 'setPassphrase', { current: null, passphrase: OTHER })).rejects.toEqual(
    refusal('wrong-passphrase'),
  )
  await desk.mutate('lock', 'setPassphrase', { current: PASSPHRASE, passphrase: OTHER })
  await desk.mutate('lock', 'shut')
  expect(await desk.mutate('lock', 'unlock', { passphrase: OTHER })).toMatchObject({ isProven: true })
  await desk.close()
})

test('two programs that meet at the first start make one desk with one key', async () => {
  const folder = temporaryFolder()
  const one = openLocked(folder)
  const other = openLocked(folder)
  const states = [(await one.query('lock', 'state')).state, (await other.query('lock', 'state')).state]
  expect(states.toSorted()).toEqual(['failed', 'open'])
  await one.close()
  await other.close()
  const copy = join(temporaryFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  const after = openLocked(copy)
  expect(await after.query('lock', 'state')).toMatchObject({ state: 'open', fault: null })
  await after.close()
})

test('a laptop that slept is locked when somebody comes back to it, though its own clock stood still', async () => {
  const desk = openLocked(temporaryFolder())
  await desk.mutate('settings', 'set', { lockAfterMinutes: 30 })
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  desk.clock.turn(8 * 3_600_000)
  // The pointer moves before anything has looked.
  await desk.mutate('lock', 'noteActivity')
  await expect(desk.mutate('lock', 'removePassphrase', { current: PASSPHRASE })).rejects.toEqual(refusal('locked'))
  await desk.close()
})
