import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import type { AttacheUnderFake } from '../../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

const PASSPHRASE = 'four herons over the delta'
const ask = (attache: AttacheUnderFake, path: string, input?: unknown): Promise<CallResponse> =>
  callFromPage(attache, { path, type: path.endsWith('state') || path.endsWith('get') ? 'query' : 'mutation', input })

test('a desk is sealed by the key store, opens again for the same login, and its ring holds no key in the clear', async () => {
  const userDataFolder = newProfileFolder()
  const first = await openDeskUnderFake({ userDataFolder })
  expect(await ask(first, 'settings.set', { theme: 'dark' })).toMatchObject({ ok: true })
  expect(await ask(first, 'lock.state')).toMatchObject({ data: { state: 'open', protection: 'login' } })
  await first.stop()

  const { slots } = JSON.parse(readFileSync(join(userDataFolder, 'keys.json'), 'utf8')) as { slots: object[] }
  expect(slots).toEqual([{ kind: 'system', sealed: expect.any(String) as string, isLeaving: false }])
  expect(readFileSync(join(userDataFolder, 'desk.sqlite')).subarray(0, 15).toString('latin1')).not.toBe(
    'SQLite format 3',
  )

  const second = await openDeskUnderFake({ userDataFolder })
  expect(await ask(second, 'settings.get')).toMatchObject({ data: { theme: 'dark' } })
  await second.stop()
})

test.each([
  ['no key store', { hasKeyStore: false }],
  ['a fixed password for a key', { keyStoreBackend: 'basic_text' as const }],
])('with %s there is no desk before a passphrase, and sleep and the locked screen lock it', async (_what, weak) => {
  const userDataFolder = newProfileFolder()
  const attache = await openDeskUnderFake({ userDataFolder, ...weak })
  expect(await ask(attache, 'lock.state')).toMatchObject({ data: { state: 'new' } })
  expect(readdirSync(userDataFolder)).not.toContain('desk.sqlite')
  expect(await ask(attache, 'lock.setPassphrase', { current: null, passphrase: PASSPHRASE })).toMatchObject({
    ok: true,
  })
  for (const event of ['suspend', 'lock-screen'] as const) {
    await attache.control('power', event)
    await expect.poll(() => ask(attache, 'lock.state')).toMatchObject({ data: { state: 'locked' } })
    expect(await ask(attache, 'settings.get')).toEqual({ ok: false, error: { kind: 'locked', why: 'locked' } })
    expect(await ask(attache, 'lock.unlock', { passphrase: PASSPHRASE })).toMatchObject({ data: { state: 'open' } })
  }
  await attache.stop()
})

test('the way to the network is set for the core and for the window before either asks for anything', async () => {
  const attache = await openDeskUnderFake()
  expect(await attache.control('proxies')).toEqual([
    { of: 'app', config: { mode: 'system' } },
    { of: 'session', config: { mode: 'system' } },
  ])
})
