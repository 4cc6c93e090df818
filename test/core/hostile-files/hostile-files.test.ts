import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { profileIn } from '../../../src/main/host/profile.ts'
import type { CallResponse } from '../../../src/shared/contract/wire.ts'
import type { BlogId, PostId, ReviewId } from '../../../src/shared/domain/ids.ts'
import { errorSentence } from '../../../src/shared/sentences.ts'
import { deskOnPracticeBlog, newPost, paragraph } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { pictureOf, ferry } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { askFor } from '../review/reviewing.ts'
import { PASSPHRASE } from '../review-file/made-files.ts'
import { DOORS, honestFiles, type Door } from './honest-files.ts'
import { spoiled, spoilings } from './spoil.ts'

const FILES = 5_000
/** What a laptop of 8 GB still has; the largest file here is below a megabyte. */
const MOST_MEMORY_BYTES = 1024 ** 3
/** Where what was taken in may lie, under names that are the desk's own. */
const PLACES =
  /^(desk\.sqlite(-wal|-shm|\.ballast|\.lock)?|media\/[0-9a-f]{64}|media-sizes\/[0-9a-f]{64}\.(sent|thumbnail|screen)|dictionaries\/sw\.(aff|dic))$/

const anyName = fc.constantFrom(
  'a.jpg',
  'a.docx',
  'a.zip',
  'a.md',
  'a.html',
  'a.xml',
  '../../a.md',
  '/etc/a.jpg',
  'C:\\a.docx',
  'a\u0000.jpg',
  '\ud800.md',
  '.',
  '..',
  'con',
  'a.md/',
  `${'n'.repeat(250)}.md`,
  '\u202egpj.exe',
  'a\r\nb: c.zip',
)

test(
  `${FILES} hostile files, by every way in: each is answered, none writes beside the desk, and the desk is whole`,
  { timeout: 600_000 },
  async () => {
    const around = temporaryFolder()
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = around
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    const { desk, blogId, clock, profileFolder } = await deskOnPracticeBlog()
    const safe = await newPost(desk, blogId, 'Written before the storm', paragraph('Every word of it.'))
    const { id } = await desk.mutate('media', 'add', ferry)
    const reviewed = await newPost(desk, blogId, 'The ferry', paragraph('It leaves at six.'), pictureOf(id))
    const { id: reviewId } = await askFor(desk, reviewed)
    const files = await honestFiles(desk, reviewed, reviewId)
    const beside = readdirSync(around)
    const ways = waysIn(desk, blogId, reviewed, reviewId)
    const answers = Object.fromEntries(DOORS.map((door) => [door, { taken: 0, refused: 0 }]))
    const internal: string[] = []
    let mostBytes = 0

    const anyFile = fc.record({
      which: fc.nat(files.length - 1),
      other: fc.nat(files.length - 1),
      door: fc.option(fc.constantFrom(...DOORS), { freq: 6 }),
      name: fc.option(anyName, { freq: 3 }),
      spoilings,
    })
    await fc.assert(
      fc.asyncProperty(anyFile, async ({ which, other, door, name, spoilings: all }) => {
        const file = files[which]
        if (!file) throw new Error('no such file')
        const bytes = spoiled(file.bytes, files[other]?.bytes ?? file.bytes, all)
        const way = door ?? file.door
        const response = await ways[way](name ?? file.fileName, bytes)
        const count = answers[way]
        if (count) count[isTaken(response) ? 'taken' : 'refused'] += 1
        if (!response.ok) {
          expect(errorSentence(response.error).what).not.toBe('')
          if (response.error.kind === 'internal') internal.push(`${way} ${desk.logLines.at(-1)}`)
        }
        mostBytes = Math.max(mostBytes, process.memoryUsage().rss)
        clock.advance(700)
      }),
      { numRuns: FILES, endOnFailure: true },
    )
    console.log(`${FILES} files, at most ${Math.round(mostBytes / 2 ** 20)} MB: ${JSON.stringify(answers)}`)
    expect([...new Set(internal)]).toEqual([])
    // Where nothing ever comes in, the way in was tried and not what lies behind it; where nothing is refused, nothing was spoiled.
    for (const [door, { taken, refused }] of Object.entries(answers))
      expect({ door, least: Math.min(taken, refused) > 0 }).toEqual({ door, least: true })
    expect(mostBytes).toBeLessThan(MOST_MEMORY_BYTES)
    expect(readdirSync(around)).toEqual(beside)
    const stray = readdirSync(profileFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(profileFolder.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !PLACES.test(path))
    expect(stray).toEqual([])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    expect(JSON.stringify(await desk.query('posts', 'get', { postId: safe }))).toContain('Every word of it.')
    await desk.close()

    const database = new Database(profileIn(profileFolder).databasePath, { readonly: true })
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()
  },
)

type WayIn = (fileName: string, bytes: Uint8Array<ArrayBuffer>) => Promise<CallResponse>

function waysIn(desk: TestDesk, blogId: BlogId, postId: PostId, reviewId: ReviewId): Record<Door, WayIn> {
  const call = (path: string, input: unknown): Promise<CallResponse> =>
    desk.core.call({ type: 'mutation', path, input })
  return {
    picture: (fileName, bytes) => call('media.add', { fileName, bytes }),
    async 'in-parts'(fileName, bytes) {
      const started = await call('media.startFile', { fileName })
      if (!started.ok) return started
      const { addId } = started.data as { addId: string }
      for (let at = 0; at < bytes.byteLength; at += 4096) {
        const response = await call('media.addPart', { addId, at, bytes: bytes.slice(at, at + 4096) })
        if (!response.ok) return response
      }
      return call('media.finishFile', { addId })
    },
    text: (fileName, bytes) => call('interchange.importFile', { blogId, fileName, bytes }),
    async archive(fileName, bytes) {
      const begun = await call('archives.begin', { fileName, sizeBytes: bytes.byteLength })
      if (!begun.ok) return begun
      const { archiveId } = begun.data as { archiveId: BlogId }
      for (let at = 0; at < bytes.byteLength; at += 1000) {
        const response = await call('archives.feed', { archiveId, bytes: bytes.slice(at, at + 1000) })
        if (!response.ok) return response
      }
      return call('archives.finish', { archiveId })
    },
    review: (_name, bytes) => call('reviews.readFile', { bytes, passphrase: PASSPHRASE }),
    'word-review': (fileName, bytes) => call('reviews.readWord', { reviewId, name: 'Ann', fileName, bytes }),
    async dictionary(_name, bytes) {
      // The words begin with their number.
      const affSizeBytes = Math.max(
        1,
        Buffer.from(bytes)
          .toString('latin1')
          .search(/(?<=\n)\d+\n/),
      )
      const response = await call('spelling.addDictionary', { language: 'sw', affSizeBytes, bytes })
      // It is read when the first word is looked up.
      await desk.query('spelling', 'check', { language: 'sw', words: ['ferry', 'bel'] })
      return response
    },
    async pack(fileName, bytes) {
      const response = await call('checks.addPack', { fileName, contents: Buffer.from(bytes).toString('utf8') })
      await desk.query('checks', 'run', { postId })
      return response
    },
  }
}

/** Some ways in answer a file that is none with its problem. */
const isTaken = (response: CallResponse): boolean =>
  response.ok && (response.data as { ok?: boolean } | undefined)?.ok !== false
