import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HandOut, HandOutAnswer } from '../../../src/shared/contract/wire.ts'
import type { AttacheUnderFake } from '../../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

const handOut = (attache: AttacheUnderFake, request: HandOut): Promise<HandOutAnswer> =>
  attache.control('evaluate', `window.attache.handOut(${JSON.stringify(request)})`) as Promise<HandOutAnswer>

async function ready(): Promise<{ attache: AttacheUnderFake; folder: string; fileId: string }> {
  const attache = await openDeskUnderFake()
  const ask = async (path: string, input: unknown): Promise<never> => {
    const answer = await callFromPage(attache, { path, type: 'mutation', input })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.data as never
  }
  const { id: blogId } = await ask('blogs.connectPractice', undefined)
  const { id: postId } = await ask('posts.create', { blogId })
  const { fileId } = await ask('interchange.exportPost', { postId, to: 'html' })
  return { attache, folder: newProfileFolder(), fileId }
}

test('a file is proposed by its name and day, and saved where the person says, whole', async () => {
  const { attache, folder, fileId } = await ready()
  const path = join(folder, 'Mine.html')
  await attache.control('saveNextTo', path)
  const answer = await handOut(attache, { what: 'file', fileId })
  const saved = readFileSync(path)
  expect(answer).toEqual({ outcome: 'done', fileName: 'Mine.html', sizeBytes: saved.byteLength })
  expect(saved.toString()).toContain('<html')
  expect(readdirSync(folder)).toEqual(['Mine.html'])
  const { saveDialogs } = await attache.control('handedOut')
  expect(saveDialogs).toMatchObject([
    {
      defaultPath: expect.stringMatching(/^Untitled-\d{4}-\d\d-\d\d\.html$/) as string,
      filters: [{ name: 'Web page', extensions: ['html'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    },
  ])
})

test('whoever leaves the window without a choice has written nothing', async () => {
  const { attache, folder, fileId } = await ready()
  expect(await handOut(attache, { what: 'file', fileId })).toEqual({ outcome: 'cancelled' })
  expect(await handOut(attache, { what: 'pdf', fileName: 'Post.pdf' })).toEqual({ outcome: 'cancelled' })
  expect(readdirSync(folder)).toEqual([])
  expect((await attache.control('handedOut')).printed).toEqual([])
})

test('a name without its ending gets it, but never that of a file nobody was asked about', async () => {
  const { attache, folder } = await ready()
  const save = async (): Promise<HandOutAnswer> => {
    await attache.control('saveNextTo', join(folder, 'Report'))
    return handOut(attache, { what: 'pdf', fileName: '../../Post.pdf' })
  }
  expect(await save()).toMatchObject({ outcome: 'done', fileName: 'Report.pdf' })
  writeFileSync(join(folder, 'Report.pdf'), 'of somebody else')
  expect(await save()).toMatchObject({ outcome: 'done', fileName: 'Report' })
  expect(readFileSync(join(folder, 'Report.pdf'), 'utf8')).toBe('of somebody else')
  const { saveDialogs, printed } = await attache.control('handedOut')
  expect(saveDialogs[0]?.defaultPath).toBe('Post.pdf')
  expect(printed[0]).toMatchObject({ generateTaggedPDF: true, preferCSSPageSize: true })
})

test('where saving fails the person is told why, and the older file is as it was', async () => {
  const { attache, folder, fileId } = await ready()
  await attache.control('saveNextTo', join(folder, 'stick', 'Mine.html'))
  expect(await handOut(attache, { what: 'file', fileId })).toEqual({ outcome: 'failed', why: 'no-folder' })
  mkdirSync(join(folder, 'Older.html'))
  writeFileSync(join(folder, 'Older.html', 'words'), 'kept')
  await attache.control('saveNextTo', join(folder, 'Older.html'))
  expect(await handOut(attache, { what: 'file', fileId })).toMatchObject({ outcome: 'failed' })
  expect(readdirSync(folder)).toEqual(['Older.html'])
  expect(readFileSync(join(folder, 'Older.html', 'words'), 'utf8')).toBe('kept')
  expect(await handOut(attache, { what: 'file', fileId: crypto.randomUUID() })).toEqual({
    outcome: 'failed',
    why: 'gone',
  })
})

test.each<[string, HandOutAnswer]>([
  ['', { outcome: 'done', fileName: '', sizeBytes: 0 }],
  ['Print job canceled', { outcome: 'cancelled' }],
  ['Invalid printer settings', { outcome: 'failed', why: 'printer' }],
])('a printer that says %j', async (says, answer) => {
  const attache = await openDeskUnderFake()
  await attache.control('printerSays', says)
  expect(await handOut(attache, { what: 'paper' })).toEqual(answer)
  expect((await attache.control('handedOut')).printed).toEqual([{ silent: false, printBackground: true }])
})

test.each([
  [{ url: 'https://evil.example/', isTop: true }, { what: 'paper' }],
  [{ url: 'app://attache/', isTop: false }, { what: 'paper' }],
  [
    { url: 'app://attache/', isTop: true },
    { what: 'file', fileId: '../x', path: '/etc/passwd' },
  ],
  [{ url: 'app://attache/', isTop: true }, null],
])('from %j, %j moves nothing', async (frame, request) => {
  const attache = await openDeskUnderFake()
  expect(await attache.control('invokeAs', frame, 'attache:hand-out', [request])).toEqual({
    outcome: 'failed',
    why: 'other',
  })
  expect(await attache.control('handedOut')).toEqual({ saveDialogs: [], printed: [] })
})
