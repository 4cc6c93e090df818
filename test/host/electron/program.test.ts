import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startAttache } from '../../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

const RETURN =
  'attache://approved?state=0123456789abcdefghijklmnop&site_url=https%3A%2F%2Fembassy.example&user_login=linh&password=CANARY%20abcd%20efgh'

test('a second start brings the first window to the front and ends', async () => {
  const userDataFolder = newProfileFolder()
  const first = await openDeskUnderFake({ userDataFolder })
  await first.control('arrangeWindow', { to: 'minimized' })
  const second = await startAttache({ userDataFolder })
  expect(await second.ended).toBe(0)
  await expect.poll(() => first.control('windows')).toMatchObject([{ isMinimized: false, isFront: true }])
})

test('after a power cut the lock of the dead program does not keep the next one out', async () => {
  const userDataFolder = newProfileFolder()
  const first = await openDeskUnderFake({ userDataFolder })
  await first.kill9()
  const second = await openDeskUnderFake({ userDataFolder })
  expect(await second.control('windows')).toHaveLength(1)
})

test('the program registers for the approval page’s return address', async () => {
  const attache = await openDeskUnderFake()
  expect((await attache.control('seen')).protocolClients).toEqual(['attache'])
})

test.each(['a second start', 'the system’s open-url'])(
  'an approval that was not begun here, brought by %s, is refused in a sentence',
  async (way) => {
    const userDataFolder = newProfileFolder()
    const attache = await openDeskUnderFake({ userDataFolder })
    await attache.control('arrangeWindow', { to: 'behind' })
    if (way === 'a second start') await (await startAttache({ userDataFolder }, [RETURN])).ended
    else await attache.control('openUrl', RETURN)
    await expect.poll(async () => (await attache.control('seen')).dialogs.length).toBe(1)
    expect(await attache.control('windows')).toMatchObject([{ isFront: true }])
    expect(JSON.stringify(await attache.control('seen'))).not.toContain('CANARY')
  },
)

test.each(['attache://approved?state=x&success=false', 'attache://other?state=1', 'attache:', 'attache://approved'])(
  'the return address %s only brings the window to the front',
  async (address) => {
    const attache = await openDeskUnderFake()
    await attache.control('arrangeWindow', { to: 'behind' })
    await attache.control('openUrl', address)
    expect(await attache.control('windows')).toMatchObject([{ isFront: true }])
    expect((await attache.control('seen')).dialogs).toEqual([])
  },
)

test('the password of an approval is in no log and no file', async () => {
  const userDataFolder = newProfileFolder()
  const attache = await openDeskUnderFake({ userDataFolder })
  await attache.control('openUrl', RETURN)
  await expect.poll(async () => (await attache.control('seen')).dialogs.length).toBe(1)
  await attache.stop()
  const files = readdirSync(userDataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toContain('attache.log')
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes('CANARY'), name).toBe(false)
})

test('closing the window quits, and the core’s database is closed with it', async () => {
  const userDataFolder = newProfileFolder()
  const attache = await openDeskUnderFake({ userDataFolder })
  await callFromPage(attache, { path: 'settings.get', type: 'query', input: undefined })
  await attache.control('closeWindow').catch(() => undefined)
  expect(await attache.ended).toBe(0)
  expect(existsSync(join(userDataFolder, 'desk.sqlite-wal'))).toBe(false)
})

test('a database file that is not one opens the window and says so', async () => {
  const userDataFolder = newProfileFolder()
  writeFileSync(join(userDataFolder, 'desk.sqlite'), 'this is a shopping list, not a database. '.repeat(200))
  const attache = await openDeskUnderFake({ userDataFolder })
  expect(await callFromPage(attache, { path: 'blogs.list', type: 'query', input: undefined })).toEqual({
    ok: false,
    error: { kind: 'database', reason: 'not-a-database' },
  })
  expect(readFileSync(join(userDataFolder, 'desk.sqlite'), 'utf8')).toContain('shopping list')
})
