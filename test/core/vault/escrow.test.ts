import { expect, test } from 'vitest'
import { newReceivingPair } from '../../../src/main/core/sealing/person-key.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { keyStoreOf, openLocked } from './locked-desk.ts'

const OWNER = 'four herons over the delta'
const NEXT = 'nine bells over the river'
const house = newReceivingPair(systemRandom)
const stranger = newReceivingPair(systemRandom)
const refused = { data: { kind: 'locked', why: 'wrong-escrow-key' } }

test('the secret of the escrow key opens a desk whose owner is gone; it gets a new passphrase, and says so until it was read', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder, { escrowKey: house.publicKey })
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: OWNER })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: OWNER })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  expect(await desk.query('lock', 'state')).toMatchObject({ hasEscrow: true, escrowUsedAt: null })
  await desk.close()

  // Under the command line: without the login, and without a policy.
  const it = openLocked(folder)
  await expect(it.mutate('lock', 'unlock', { escrowSecret: stranger.secretKey })).rejects.toMatchObject(refused)
  expect(await it.query('lock', 'state')).toMatchObject({ state: 'locked', escrowUsedAt: null })
  const at = it.clock.now().toISOString()
  const opened = { state: 'open', isOpenedByCode: true, escrowUsedAt: at }
  expect(await it.mutate('lock', 'unlock', { escrowSecret: house.secretKey })).toMatchObject(opened)
  await it.mutate('lock', 'setPassphrase', { current: null, passphrase: NEXT })
  await it.close()

  const successor = openLocked(folder)
  await expect(successor.mutate('lock', 'unlock', { passphrase: OWNER })).rejects.toMatchObject({
    data: { why: 'wrong-passphrase' },
  })
  expect(await successor.mutate('lock', 'unlock', { passphrase: NEXT })).toMatchObject({
    state: 'open',
    hasEscrow: true,
    isOpenedByCode: false,
    escrowUsedAt: at,
  })
  expect((await successor.query('settings', 'get')).theme).toBe('dark')
  expect(await successor.mutate('lock', 'noteEscrowRead')).toMatchObject({ escrowUsedAt: null })
  await successor.close()
  const again = openLocked(folder)
  expect(await again.query('lock', 'state')).toMatchObject({ escrowUsedAt: null })
  await again.close()
})

test('a desk that its login opens is opened by the escrow key elsewhere, and one without an escrow key is not', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder, { keyStore: keyStoreOf('amir'), escrowKey: house.publicKey })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  await desk.close()
  const elsewhere = openLocked(folder, { keyStore: keyStoreOf('the workshop') })
  expect(await elsewhere.mutate('lock', 'unlock', { escrowSecret: house.secretKey })).toMatchObject({ state: 'open' })
  expect((await elsewhere.query('settings', 'get')).theme).toBe('dark')
  await elsewhere.close()

  const without = temporaryFolder()
  await openLocked(without, { keyStore: keyStoreOf('amir') }).close()
  const shut = openLocked(without, { keyStore: keyStoreOf('the workshop') })
  await expect(shut.mutate('lock', 'unlock', { escrowSecret: house.secretKey })).rejects.toMatchObject(refused)
  await shut.close()
})
