import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startAttache } from '../../fakes/electron/start-attache.ts'
import { servePracticeBlog } from '../../support/serve-practice-blog.ts'
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

test('a blog connected over Chromium’s network stack stays signed in after a restart, its password sealed', async () => {
  const userDataFolder = newProfileFolder()
  const blog = await servePracticeBlog()
  onTestFinished(() => blog.stop())
  const { userName, applicationPassword } = blog.accounts.you
  const first = await openDeskUnderFake({ userDataFolder })
  const input = { address: blog.url, userName, applicationPassword }
  const connected = await callFromPage(first, { path: 'blogs.connect', type: 'mutation', input })
  const isSignedIn = { ok: true, data: { userName, isSignedIn: true } }
  expect(connected).toMatchObject(isSignedIn)
  await first.stop()

  const sealed = readFileSync(join(userDataFolder, 'passwords.sealed'), 'utf8')
  expect(sealed).not.toContain(applicationPassword)
  const second = await openDeskUnderFake({ userDataFolder })
  const { id: blogId } = (connected as { data: { id: string } }).data
  const line = await callFromPage(second, { path: 'line.syncNow', type: 'mutation', input: { blogId } })
  expect(line).toMatchObject({ ok: true, data: { state: 'open', reason: null } })
})

test('an approval begun here is completed by the return address, and the window’s blogs are told to change', async () => {
  const blog = await servePracticeBlog()
  onTestFinished(() => blog.stop())
  const { userName, applicationPassword } = blog.accounts.you
  const attache = await openDeskUnderFake()
  const input = { address: blog.url, returnUrl: 'attache://approved' }
  const begun = await callFromPage(attache, { path: 'blogs.startApproval', type: 'mutation', input })
  const { approvalUrl } = (begun as { data: { approvalUrl: string } }).data
  // WordPress sends the browser to the success address with these three added.
  const back = new URL(new URL(approvalUrl).searchParams.get('success_url') ?? '')
  back.searchParams.set('site_url', blog.url)
  back.searchParams.set('user_login', userName)
  back.searchParams.set('password', applicationPassword)
  const told = `(window.told = new Promise((resolve) => window.attache.onChange((event) => event.topic === 'blogs' && resolve(event))), 0)`
  await attache.control('evaluate', told)
  await attache.control('openUrl', back.href)
  expect(await attache.control('evaluate', 'window.told')).toEqual({ topic: 'blogs' })
  const blogs = await callFromPage(attache, { path: 'blogs.list', type: 'query', input: undefined })
  expect(blogs).toMatchObject({ ok: true, data: [{ userName, isSignedIn: true }] })
  expect((await attache.control('seen')).dialogs).toEqual([])
})
