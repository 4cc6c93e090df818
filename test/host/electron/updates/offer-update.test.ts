import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { offerUpdate, type UpdateDesk } from '../../../../src/main/host/electron/updates/offer-update.ts'
import type { Policy } from '../../../../src/shared/domain/policy.ts'
import {
  feedOf,
  feedUnder,
  updateOnDisk,
  updateOnFeed,
} from '../../../../src/main/host/electron/updates/update-source.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { anInstaller, newMaker, running, signedUpdate } from './signed-update.ts'

const maker = newMaker()
const BYTES = Buffer.from('the installer of 1.5.0')

/** A stick with a signed update, and a desk that answers `answer` to the question. */
function aStick(answer: number, change: { files?: object[]; version?: string } = {}) {
  const stick = temporaryFolder()
  const sha256 = createHash('sha256').update(BYTES).digest('hex')
  writeFileSync(join(stick, anInstaller.fileName), BYTES)
  const files = [{ ...anInstaller, sha256, sizeBytes: BYTES.length }]
  writeFileSync(join(stick, 'update.json'), signedUpdate(maker, { files, ...change }))
  const asked: string[] = []
  const told: string[] = []
  const opened: string[] = []
  const desk: UpdateDesk = {
    running: running(maker),
    folder: join(temporaryFolder(), 'update'),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ask({ message }) {
      asked.push(message)
      return Promise.resolve(answer)
    },
    tell({ message }) {
      told.push(message)
      return Promise.resolve()
    },
    openInstaller(path) {
      opened.push(path)
      return Promise.resolve('')
    },
  }
  return { stick, desk, asked, told, opened, source: updateOnDisk(join(stick, 'update.json')) }
}

test('an update from a stick is asked about, copied, checked, and opened from the desk’s own folder', async () => {
  const { desk, source, asked, told, opened } = aStick(0)
  await offerUpdate(desk, source, false)
  const path = join(desk.folder, anInstaller.fileName)
  expect({ asked, told, opened }).toEqual({
    asked: ['Version 1.5.0 of Attaché can be installed. You have 1.4.2.'],
    told: [],
    opened: [path],
  })
  expect(readFileSync(path)).toEqual(BYTES)
})

test('“Not now” copies and opens nothing', async () => {
  const { desk, source, opened } = aStick(1)
  await offerUpdate(desk, source, false)
  expect(opened).toEqual([])
  expect(existsSync(desk.folder)).toBe(false)
})

test.each([
  ['one byte other', Buffer.from('the installer of 1.5.1')],
  ['one byte more', Buffer.concat([BYTES, Buffer.from('!')])],
  ['one byte less', BYTES.subarray(1)],
])('an installer with %s is not opened, and nothing of it stays', async (_what, bytes) => {
  const { stick, desk, source, told, opened } = aStick(0)
  writeFileSync(join(stick, anInstaller.fileName), bytes)
  await offerUpdate(desk, source, false)
  expect({ told, opened }).toEqual({ told: ['The installer is not the one that was signed.'], opened: [] })
  expect(existsSync(desk.folder)).toBe(false)
})

test('a stick without the installer is told, and nothing of an earlier update stays', async () => {
  const { desk, told, opened } = aStick(0)
  const { stick, source } = aStick(0, { files: [{ ...anInstaller, fileName: 'attache-gone.deb' }] })
  mkdirSync(desk.folder)
  writeFileSync(join(desk.folder, 'attache-1.4.2-linux-amd64.deb'), 'earlier')
  await offerUpdate(desk, source, false)
  expect(readdirSync(stick)).toContain('update.json')
  expect({ told, opened }).toEqual({ told: ['The update could not be read to its end.'], opened: [] })
  expect(existsSync(desk.folder)).toBe(false)
})

test('an older version is refused before anything is asked, and a check that nobody asked for says nothing of it', async () => {
  const { desk, source, asked, told } = aStick(0, { version: '1.4.1' })
  await offerUpdate(desk, source, true)
  expect({ asked, told }).toEqual({ asked: [], told: [] })
  await offerUpdate(desk, source, false)
  expect({ asked, told }).toEqual({
    asked: [],
    told: ['Version 1.4.1 is older than version 1.4.2, which you have.'],
  })
})

test('an installer that the system does not open is told with its place', async () => {
  const { desk, source, told } = aStick(0)
  await offerUpdate({ ...desk, openInstaller: () => Promise.resolve('no program for it') }, source, false)
  expect(told).toEqual(['The installer could not be opened.'])
})

test('a feed is asked for the description and the installer by name, and is told nothing of this desk', async () => {
  const { stick, desk, opened } = aStick(0)
  const seen: string[] = []
  const feed = await serve((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? 'no cookie'}`)
    response.end(readFileSync(join(stick, request.url ?? '')))
  })
  await offerUpdate(desk, updateOnFeed(feed, fetch), true)
  expect(seen).toEqual(['GET /update.json no cookie', `GET /${anInstaller.fileName} no cookie`])
  expect(opened).toEqual([join(desk.folder, anInstaller.fileName)])
})

test.each([
  ['a page of a hotel', 200, '<html>sign in</html>', 'This is not the description of an update of Attaché.'],
  ['a redirect', 302, '', 'The update could not be read to its end.'],
  ['a description without end', 200, 'x'.repeat(1_000_000), 'This update is larger than any of Attaché can be.'],
])('a feed that answers with %s installs nothing', async (_what, status, body, sentence) => {
  const { desk, told, asked } = aStick(0)
  const feed = await serve((_request, response) => response.writeHead(status).end(body))
  await offerUpdate(desk, updateOnFeed(feed, fetch), false)
  expect({ told, asked }).toEqual({ told: [sentence], asked: [] })
})

test.each([
  [undefined, null],
  ['', null],
  ['http://updates.example.org/', null],
  ['https://updates.example.org/attache', null],
  ['https://who@updates.example.org/', null],
  ['https://updates.example.org/attache/', 'https://updates.example.org/attache/'],
])('the feed named %j is %j', (named, feed) => {
  expect(feedOf(named)?.href ?? null).toBe(feed)
})

test('a feed in the environment counts only where the policy says nothing of updates', () => {
  const named = 'https://updates.example.org/'
  const feed = 'https://updates.mfa.example/attache/'
  const policies: Policy[] = [
    {},
    { updates: { from: 'nowhere' } },
    { updates: { from: 'file' } },
    { updates: { from: 'feed', feed } },
  ]
  expect(policies.map((policy) => feedUnder(policy, named)?.href ?? null)).toEqual([named, null, null, feed])
})

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}
