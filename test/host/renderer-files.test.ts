import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerWindow, CONTENT_SECURITY_POLICY, listRendererFiles } from '../../src/main/host/renderer-files.ts'
import { createMemoryCore } from '../fakes/memory-core.ts'

const folder = mkdtempSync(join(tmpdir(), 'attache-window-'))
mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>')
writeFileSync(join(folder, 'renderer/assets/main.js'), 'start()')
writeFileSync(join(folder, 'renderer/assets/main.js.map'), '{}')
writeFileSync(join(folder, 'secret.html'), 'outside')
afterAll(() => rmSync(folder, { recursive: true }))

const core = createMemoryCore()
const files = listRendererFiles(join(folder, 'renderer'))
const get = (pathname: string, method = 'GET') => answerWindow({ method, pathname }, { files, core })

test('the built files are served with their type, and nothing else of the folder', async () => {
  const answers = await Promise.all(
    ['/', '/index.html', '/assets/main.js', '/assets/main.js.map'].map((path) => get(path)),
  )
  expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
    [200, 'text/html; charset=utf-8'],
    [200, 'text/html; charset=utf-8'],
    [200, 'text/javascript; charset=utf-8'],
    [404, 'text/plain'],
  ])
})

test('what was built is kept by the browser, and nothing else is', async () => {
  const kept = async (path: string) => (await get(path)).headers.get('cache-control')
  expect(await kept('/assets/main.js')).toBe('private, max-age=31536000, immutable')
  for (const path of ['/', '/index.html', '/assets/none.js', `/media/${'0'.repeat(64)}`, `/file/${'0'.repeat(36)}`])
    expect(await kept(path)).toBe('no-store')
})

test.each([
  '/../secret.html',
  '/assets/../../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/secret.html',
  '//secret.html',
  '/assets',
  '',
  '/media/../index.html',
])('the path %s is unknown', async (path) => expect((await get(path)).status).toBe(404))

test('a file made after the start is not served', async () => {
  writeFileSync(join(folder, 'renderer/assets/late.js'), 'late()')
  expect((await get('/assets/late.js')).status).toBe(404)
})

test('only GET is answered', async () => expect((await get('/', 'POST')).status).toBe(405))

test('every answer carries the policy, the refused ones too', async () => {
  const answers = await Promise.all([get('/'), get('/nothing'), get('/', 'PUT'), get(`/media/${'0'.repeat(64)}`)])
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

test('the policy starts from nothing and allows nothing unsafe, foreign or inlined', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|data:|blob:|https?:/)
})

test('a picture comes from the core; an unknown one and a type that is no picture do not', async () => {
  const add = async (fileName: string) => {
    const added = await core.call({
      path: 'media.add',
      type: 'mutation',
      input: { fileName, bytes: Buffer.from(fileName) },
    })
    return (added as { data: { id: string } }).data.id
  }
  const picture = await get(`/media/${await add('flag.png')}`)
  expect([picture.status, picture.headers.get('content-type'), await picture.text()]).toEqual([
    200,
    'image/png',
    'flag.png',
  ])
  expect((await get(`/media/${await add('script.svg')}`)).status).toBe(404)
  expect((await get(`/media/${'f'.repeat(64)}`)).status).toBe(404)
})

test('a folder without a built window is refused at the start', () => {
  expect(() => listRendererFiles(join(folder, 'renderer/assets'))).toThrow('no index.html')
})
