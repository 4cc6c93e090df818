import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import type { AttacheUnderFake } from '../../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

const ask = (attache: AttacheUnderFake, path: string, input?: unknown): Promise<CallResponse> =>
  callFromPage(attache, { path, type: path.endsWith('state') || path.endsWith('get') ? 'query' : 'mutation', input })

/** A desk that its login opens, with a recovery code that was typed back, closed again. */
async function closedDesk() {
  const userDataFolder = newProfileFolder()
  const desk = await openDeskUnderFake({ userDataFolder })
  expect(await ask(desk, 'settings.set', { theme: 'dark' })).toMatchObject({ ok: true })
  const made = await ask(desk, 'lock.makeRecoveryCode', { current: null })
  const { code } = (made.ok ? made.data : {}) as { code: string }
  expect(await ask(desk, 'lock.confirmRecoveryCode', { code })).toMatchObject({ ok: true })
  await desk.stop()
  return { userDataFolder, code }
}

const database = (folder: string): string => readFileSync(join(folder, 'desk.sqlite')).toString('base64')

test.each([
  ['the files of the key store are lost', { keyStoreLogin: 'amir, whose wallet is new' }],
  ['another key store does its work', { keyStoreBackend: 'kwallet5' as const }],
  ['only a fixed password seals any more', { keyStoreBackend: 'basic_text' as const }],
  ['there is no key store any more', { hasKeyStore: false }],
])(
  '%s: the desk is locked and says why; what was lost opens it again, and so does the recovery code',
  async (_what, now) => {
    const { userDataFolder, code } = await closedDesk()
    const before = database(userDataFolder)
    const shut = await openDeskUnderFake({ userDataFolder, ...now })
    expect(await ask(shut, 'lock.state')).toMatchObject({ data: { state: 'locked', fault: { why: 'key-store-lost' } } })
    expect(await ask(shut, 'settings.get')).toMatchObject({ ok: false, error: { kind: 'locked' } })
    await shut.stop()
    expect(database(userDataFolder)).toBe(before)

    const back = await openDeskUnderFake({ userDataFolder })
    expect(await ask(back, 'settings.get')).toMatchObject({ data: { theme: 'dark' } })
    await back.stop()

    const byCode = await openDeskUnderFake({ userDataFolder, ...now })
    expect(await ask(byCode, 'lock.unlock', { recoveryCode: code })).toMatchObject({ data: { state: 'open' } })
    expect(await ask(byCode, 'settings.get')).toMatchObject({ data: { theme: 'dark' } })
    await byCode.stop()
  },
)

test('the profile on another computer opens with the recovery code, and from then on by the login there', async () => {
  const { userDataFolder, code } = await closedDesk()
  const elsewhere = newProfileFolder()
  cpSync(userDataFolder, elsewhere, { recursive: true })
  const there = { userDataFolder: elsewhere, keyStoreLogin: 'amir on the new laptop' }
  const desk = await openDeskUnderFake(there)
  expect(await ask(desk, 'lock.unlock', { recoveryCode: code })).toMatchObject({ data: { state: 'open' } })
  await desk.stop()
  const again = await openDeskUnderFake(there)
  expect(await ask(again, 'settings.get')).toMatchObject({ data: { theme: 'dark' } })
  await again.stop()
})
