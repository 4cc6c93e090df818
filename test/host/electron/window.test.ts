import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../src/main/host/renderer-files.ts'
import { newProfileFolder, openDeskUnderFake } from './running-desk.ts'

test('the window is sandboxed, isolated, without Node, and fetches no dictionaries', async () => {
  const attache = await openDeskUnderFake()
  const [window] = await attache.control('windows')
  expect(window?.options['webPreferences']).toMatchObject({
    preload: expect.stringMatching(/preload[\\/]index\.cjs$/) as string,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: true,
  })
  expect(window).toMatchObject({ url: 'app://attache/', isShown: true })
  expect(await attache.control('appState')).toEqual({
    isSandboxed: true,
    appScheme: { standard: true, secure: true, supportFetchAPI: true },
  })
})

test('in the packaged program the developer tools are off, and not in the menu', async () => {
  const attache = await openDeskUnderFake({ isPackaged: true })
  const [window] = await attache.control('windows')
  expect(window?.options['webPreferences']).toMatchObject({ devTools: false })
  expect(await attache.control('menuLabels')).not.toContain('toggleDevTools')
})

test('the built window is served with the policy, each file with its type', async () => {
  const attache = await openDeskUnderFake()
  const page = await attache.control('fetch', 'app://attache/')
  expect(page).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    },
  })
  const html = new TextDecoder().decode(page.body)
  const assets = [...html.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  expect(assets.length).toBeGreaterThanOrEqual(2)
  for (const path of assets) {
    const asset = await attache.control('fetch', `app://attache${path}`)
    expect(asset.status).toBe(200)
    expect(asset.headers['content-type']).toMatch(/^(text\/(javascript|css)|image\/svg)/)
  }
})

test.each([
  'app://attache/../main/index.js',
  'app://attache/%2e%2e/main/index.js',
  'app://attache/..%2fmain%2findex.js',
  'app://attache/assets/..%5c..%5cmain%5cindex.js',
  'app://attache//etc/passwd',
  'app://attache/media/..%2f..%2fdesk.sqlite',
  'app://other/index.html',
])('%s is not found', async (address) => {
  const attache = await openDeskUnderFake()
  expect((await attache.control('fetch', address)).status).toBe(404)
})

test('the window never leaves the desk: navigation, redirects and webviews are stopped', async () => {
  const attache = await openDeskUnderFake()
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'app://attache/other', 'javascript:alert(1)']) {
    expect(await attache.control('navigate', url)).toBe(true)
    expect(await attache.control('redirect', url)).toBe(true)
  }
  expect(await attache.control('attachWebview')).toBe(true)
})

test('a link opens in the browser after the person saw its host and agreed', async () => {
  const attache = await openDeskUnderFake()
  await attache.control('answerNextDialog', 0)
  expect(await attache.control('openFromPage', 'https://embassy.example/approve?app=1')).toBe('deny')
  await expect
    .poll(() => attache.control('seen'))
    .toMatchObject({
      dialogs: [{ message: 'Open embassy.example in your browser?', buttons: ['Open', 'Cancel'] }],
      openedLinks: ['https://embassy.example/approve?app=1'],
    })
})

test('a link the person declined, or of another kind, is not opened', async () => {
  const attache = await openDeskUnderFake()
  const refused = [
    'http://plain.example/',
    'file:///etc/passwd',
    'attache://approved',
    'https://a@evil.example/',
    'nonsense',
  ]
  for (const url of refused) expect(await attache.control('openFromPage', url)).toBe('deny')
  await attache.control('answerNextDialog', 1)
  expect(await attache.control('openFromPage', 'https://declined.example/')).toBe('deny')
  const seen = await attache.control('seen')
  expect({ asked: seen.dialogs.length, opened: seen.openedLinks }).toEqual({ asked: 1, opened: [] })
  expect(await attache.control('windows')).toHaveLength(1)
})

test('no permission is granted but writing text to the clipboard', async () => {
  const attache = await openDeskUnderFake()
  const ask = (permission: string, url: string) => attache.control('askPermission', permission, url)
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'usb',
  ]) {
    expect(await ask(permission, 'app://attache/'), permission).toEqual({ isChecked: false, isGranted: false })
  }
  expect(await ask('clipboard-sanitized-write', 'app://attache/')).toEqual({ isChecked: true, isGranted: true })
  expect(await ask('clipboard-sanitized-write', 'https://evil.example/')).toEqual({
    isChecked: false,
    isGranted: false,
  })
})

test('the window opens where it was left', async () => {
  const userDataFolder = newProfileFolder()
  const bounds = { x: 100, y: 80, width: 1000, height: 700 }
  const first = await openDeskUnderFake({ userDataFolder })
  await first.control('arrangeWindow', { bounds, to: 'maximized' })
  await first.stop()
  const second = await openDeskUnderFake({ userDataFolder })
  expect(await second.control('windows')).toMatchObject([{ bounds, isMaximized: true }])
})

test.each([
  ['on a display that is gone', '{"bounds":{"x":4000,"y":80,"width":1000,"height":700},"isMaximized":false}'],
  ['with its title bar above the display', '{"bounds":{"x":0,"y":-600,"width":1000,"height":700},"isMaximized":false}'],
  ['in a damaged file', '{"bounds":'],
  ['with impossible sizes', '{"bounds":{"x":0,"y":0,"width":-1,"height":1e9},"isMaximized":false}'],
])('a window left %s opens at its default size', async (_where, text) => {
  const userDataFolder = newProfileFolder()
  writeFileSync(join(userDataFolder, 'window-state.json'), text)
  const attache = await openDeskUnderFake({ userDataFolder })
  expect(await attache.control('windows')).toMatchObject([{ bounds: { width: 1280, height: 840 }, isMaximized: false }])
})

test('a page that crashed is loaded again, and one that crashes at once is not, for ever', async () => {
  const userDataFolder = newProfileFolder()
  const attache = await openDeskUnderFake({ userDataFolder })
  await attache.control('evaluate', 'window.mark = 1')
  await attache.control('crashPage')
  await expect.poll(() => attache.control('evaluate', 'typeof window.mark')).toBe('undefined')
  await attache.control('evaluate', 'window.mark = 2')
  await attache.control('crashPage')
  expect(await attache.control('evaluate', 'window.mark')).toBe(2)
  expect(readFileSync(join(userDataFolder, 'log/attache.log'), 'utf8')).toContain('"event":"window.gone"')
})

test('the menu sends its commands to the window', async () => {
  const attache = await openDeskUnderFake()
  await attache.control(
    'evaluate',
    '(window.commands = [], window.stopMenu = window.attache.onMenu((c) => window.commands.push(c)), 0)',
  )
  await attache.control('clickMenu', 'new-post')
  await attache.control('clickMenu', 'sync-now')
  await attache.control('clickMenu', 'boarding-check')
  expect(await attache.control('evaluate', 'window.commands')).toEqual(['new-post', 'sync-now', 'boarding-check'])
  await attache.control('evaluate', 'window.stopMenu()')
  await attache.control('clickMenu', 'new-post')
  expect(await attache.control('evaluate', 'window.commands.length')).toBe(3)
})
