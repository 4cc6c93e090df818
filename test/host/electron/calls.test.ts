import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

test('a call goes from the page through preload, channel and port to the core, and back', async () => {
  const attache = await openDeskUnderFake()
  expect(
    await callFromPage(attache, { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } }),
  ).toMatchObject({
    ok: true,
    data: { theme: 'dark' },
  })
  expect(await callFromPage(attache, { path: 'settings.get', type: 'query', input: undefined })).toMatchObject({
    ok: true,
    data: { theme: 'dark' },
  })
})

test('a change in the core is told to the page, until it stops listening', async () => {
  const attache = await openDeskUnderFake()
  const listen = '(window.told = [], window.stop = window.attache.onChange((event) => window.told.push(event)), 0)'
  await attache.control('evaluate', listen)
  await callFromPage(attache, { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  expect(await attache.control('evaluate', 'window.told')).toEqual([{ topic: 'settings' }])
  await attache.control('evaluate', 'window.stop()')
  await callFromPage(attache, { path: 'settings.set', type: 'mutation', input: { theme: 'light' } })
  expect(await attache.control('evaluate', 'window.told.length')).toBe(1)
})

test('the page sees named functions and a few words, nothing of Node or Electron', async () => {
  const attache = await openDeskUnderFake()
  expect(await attache.control('evaluate', 'Object.keys(window.attache).sort()')).toEqual([
    'approvalReturnUrl',
    'call',
    'handOut',
    'languages',
    'onChange',
    'onMenu',
    'platform',
  ])
  expect(await attache.control('evaluate', 'window.attache.approvalReturnUrl')).toBe('attache://approved')
  expect(await attache.control('evaluate', 'window.attache.languages')).toEqual(['en-GB'])
  expect(
    await attache.control('evaluate', '[typeof require, typeof process, typeof module, typeof ipcRenderer]'),
  ).toEqual(Array.from({ length: 4 }, () => 'undefined'))
  const listener = `new Promise((resolve) => {
    window.attache.onChange((...args) => resolve(args))
    window.attache.call({ path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  })`
  expect(await attache.control('evaluate', listener)).toEqual([{ topic: 'settings' }])
})

test('an error arrives with its fields', async () => {
  const attache = await openDeskUnderFake()
  expect(
    await callFromPage(attache, { path: 'settings.set', type: 'mutation', input: { theme: 'pink' } }),
  ).toMatchObject({
    ok: false,
    error: { kind: 'invalid-input', field: 'theme' },
  })
})

test.each([
  { url: 'https://evil.example/', isTop: true },
  { url: 'app://other/', isTop: true },
  { url: 'app://attache.evil.example/', isTop: true },
  { url: 'file:///app://attache/', isTop: true },
  { url: 'about:blank', isTop: true },
  { url: 'app://attache/', isTop: false },
])('a call from $url (top frame: $isTop) is refused with an answer', async (frame) => {
  const attache = await openDeskUnderFake()
  const request = { path: 'settings.get', type: 'query', input: undefined }
  expect(await attache.control('invokeAs', frame, 'attache:call', [request])).toEqual({
    ok: false,
    error: { kind: 'forbidden', code: 'sender' },
  })
})

test('calls that only the serving process makes are refused from the page', async () => {
  const attache = await openDeskUnderFake()
  for (const path of ['media.read', 'blogs.completeApproval']) {
    expect(await callFromPage(attache, { path, type: 'query', input: {} })).toMatchObject({ ok: false })
  }
})

test('ten thousand random payloads are each answered, and the program still works', async () => {
  const attache = await openDeskUnderFake()
  const paths = [
    'blogs.connect',
    'posts.edit',
    'posts.get',
    'comments.reply',
    'media.add',
    'outbox.cancel',
    'settings.set',
    '__proto__.polluted',
    'constructor.name',
    'posts.toString',
  ]
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: false,
  })
  const payload = fc.oneof(
    anything,
    fc.record({
      path: fc.oneof(fc.constantFrom(...paths), fc.string()),
      type: fc.constantFrom('query', 'mutation', 'x'),
      input: anything,
    }),
  )
  const payloads = fc.sample(payload, { numRuns: 10_000, seed: 20_261_121 })
  const strange: unknown[] = []
  for (let start = 0; start < payloads.length; start += 500) {
    const answers = await Promise.all(
      payloads.slice(start, start + 500).map((value) => attache.control('invoke', 'attache:call', [value])),
    )
    strange.push(...answers.filter((answer) => !isCallResponse(answer)))
  }
  expect(strange).toEqual([])
  expect(await callFromPage(attache, { path: 'settings.get', type: 'query', input: undefined })).toMatchObject({
    ok: true,
  })
})

test('a picture added by the page is served under its id', async () => {
  const attache = await openDeskUnderFake()
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const bytes = [...Buffer.from(png, 'base64')].join(',')
  const add = `window.attache.call({ path: 'media.add', type: 'mutation', input: { fileName: 'dot.png', bytes: Uint8Array.of(${bytes}) } })`
  const added = (await attache.control('evaluate', add)) as { ok: boolean; data: { id: string } }
  expect(added.ok).toBe(true)
  const served = await attache.control('fetch', `app://attache/media/${added.data.id}`)
  expect(served).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
  expect(Buffer.from(served.body).toString('base64')).toBe(png)
})

test('settings survive a power cut, and quitting leaves no core behind', async () => {
  const userDataFolder = newProfileFolder()
  const first = await openDeskUnderFake({ userDataFolder })
  await callFromPage(first, { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  await first.kill9()
  const second = await openDeskUnderFake({ userDataFolder })
  expect(await callFromPage(second, { path: 'settings.get', type: 'query', input: undefined })).toMatchObject({
    data: { theme: 'dark' },
  })
  const [corePid = 0] = await second.control('utilityPids')
  await second.stop()
  expect(await second.ended).toBe(0)
  expect(() => process.kill(corePid, 0)).toThrow('ESRCH')
})

test('a core that was killed is started again, and the page is told', async () => {
  const attache = await openDeskUnderFake()
  await attache.control(
    'evaluate',
    '(window.told = new Promise((resolve) => window.attache.onChange((event) => resolve(event))), 0)',
  )
  const [corePid = 0] = await attache.control('utilityPids')
  process.kill(corePid, 'SIGKILL')
  expect(await attache.control('evaluate', 'window.told')).toEqual({ topic: 'core-restarted' })
  expect(await callFromPage(attache, { path: 'settings.get', type: 'query', input: undefined })).toMatchObject({
    ok: true,
  })
})

function isCallResponse(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  if (answer.ok === true) return true
  return (
    answer.ok === false && 'error' in answer && typeof (answer.error as { kind?: unknown } | null)?.kind === 'string'
  )
}
