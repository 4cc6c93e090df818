import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createDeskCopier } from '../../src/main/core/backups/desk-copier.ts'
import { openScratchFile } from '../../src/main/core/media/scratch-file.ts'
import { openBallast } from '../../src/main/core/store/ballast.ts'
import { createCheckpointer } from '../../src/main/core/store/checkpointer.ts'
import { openStore } from '../../src/main/core/store/open-store.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { errorSentence } from '../../src/shared/sentences.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { openLocked } from '../core/vault/locked-desk.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

const FULL = { kind: 'database', reason: 'full' } as const
const probe = mountSmallDisk(1024 * 1024)
if ('missing' in probe) {
  console.warn(`skipped: a full disk: ${probe.missing}`)
  describe('a full disk', () => it.skip(probe.missing))
} else {
  probe.unmount()
  describe('a full disk', defineTests)
}

function defineTests(): void {
  let disk: SmallDisk
  const clock = createManualClock()
  beforeEach(() => {
    const mounted = mountSmallDisk(2 * 1024 * 1024)
    if ('missing' in mounted) throw new Error(mounted.missing)
    disk = mounted
  })
  afterEach(() => disk.unmount())

  const edit = async (desk: TestDesk, postId: PostId, sequence: number, text: string): Promise<void> => {
    const post = await desk.query('posts', 'get', { postId })
    const content = [
      { type: 'paragraph' as const, attrs: { dir: null, source: null }, content: [{ type: 'text' as const, text }] },
    ]
    await desk.mutate('posts', 'edit', {
      ...post,
      postId,
      sequence,
      title: `Title ${sequence}`,
      document: { type: 'doc', content },
      caret: null,
    })
  }
  /** A desk with a practice blog and one post, on the small disk. */
  const deskWithPost = async () => {
    const desk = openDesk(join(disk.folder, 'profile'), { clock })
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    return { desk, postId }
  }

  test('a desk whose words cannot be saved does not lock itself, and has them when it does', async () => {
    const locked = openLocked(join(disk.folder, 'profile'))
    const desk = locked as unknown as TestDesk
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    await locked.mutate('lock', 'setPassphrase', { current: null, passphrase: 'four herons over the delta' })
    await edit(desk, postId, 1, 'Long words. '.repeat(20_000))
    disk.fill()
    await expect(locked.mutate('lock', 'shut')).rejects.toMatchObject({ data: FULL })
    expect(await locked.query('lock', 'state')).toMatchObject({ state: 'open' })
    disk.makeRoom()
    await locked.mutate('lock', 'shut')
    await locked.mutate('lock', 'unlock', 'before')
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Title 1' })
    await locked.close()
  })

  test('a backup that the disk has no room to put back leaves the desk open, and takes no room', async () => {
    const locked = openLocked(join(disk.folder, 'profile'))
    const desk = locked as unknown as TestDesk
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    const { id } = await desk.mutate('backups', 'makeNow')
    disk.fill()
    await expect(locked.mutate('lock', 'restoreBackup', { id })).rejects.toMatchObject({ data: FULL })
    expect(await locked.query('lock', 'state')).toMatchObject({ state: 'open' })
    expect(readdirSync(join(disk.folder, 'profile')).filter((name) => name.includes('restored'))).toEqual([])
    disk.makeRoom()
    await edit(desk, postId, 1, 'Written afterwards.')
    await desk.mutate('posts', 'flush', { postId })
    await locked.close()
  })

  test('a film of which the disk takes only a part is refused, not taken for whole', async () => {
    const scratch = await openScratchFile(join(disk.folder, 'film'), systemRandom)
    const piece = Buffer.alloc(700_000, 'film')
    const takeAll = async (): Promise<void> => {
      for (let count = 0; count < 5; count += 1) await scratch.append(piece)
    }
    await expect(takeAll()).rejects.toMatchObject({ data: FULL })
    expect(scratch.sizeBytes).toBe(2 * piece.byteLength)
    await scratch.remove()
  })

  test('the text stays while nothing can be saved, and is saved once there is room', async () => {
    const { desk, postId } = await deskWithPost()
    const words = 'Long words. '.repeat(20_000)
    await edit(desk, postId, 1, words)
    disk.fill()
    await expect(desk.mutate('posts', 'flush', { postId })).rejects.toMatchObject({ data: FULL })
    clock.advance(6_000)
    expect(desk.events).toContainEqual(expect.objectContaining({ topic: 'save-failed', postId, error: FULL }))
    expect(desk.events.some(({ topic }) => topic === 'saved')).toBe(false)
    expect(errorSentence(FULL)).toMatchObject({ what: expect.stringContaining('full') as string })

    disk.makeRoom()
    clock.advance(6_000)
    expect(desk.events).toContainEqual(expect.objectContaining({ topic: 'saved', postId, sequence: 1 }))
    await desk.close()
    const again = openDesk(join(disk.folder, 'profile'), { clock })
    expect(JSON.stringify(await again.query('posts', 'get', { postId }))).toContain(words)
    await again.close()
  })

  test('a post whose words are on the disk and cannot be settled is opened with them, and says why', async () => {
    const { desk, postId } = await deskWithPost()
    const words = 'Long words. '.repeat(20_000)
    await edit(desk, postId, 1, words)
    clock.advance(250)
    disk.fill()
    const shown = await desk.query('posts', 'get', { postId })
    expect(JSON.stringify(shown.document)).toContain(words)
    expect(shown.saveProblem).toEqual(FULL)
    disk.makeRoom()
    expect((await desk.query('posts', 'get', { postId })).saveProblem).toBeUndefined()
    await desk.close()
  })

  test('a picture that does not fit is a sentence, and leaves no half file and no row', async () => {
    const { desk } = await deskWithPost()
    disk.fill()
    const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
    const bytes = new Uint8Array(Buffer.concat([gif, Buffer.alloc(300_000, 'x')]))
    await expect(desk.mutate('media', 'add', { fileName: 'ferry.gif', bytes })).rejects.toMatchObject({ data: FULL })
    expect(readdirSync(profileIn(join(disk.folder, 'profile')).mediaFolder)).toEqual([])
    disk.makeRoom()
    const picture = await desk.mutate('media', 'add', { fileName: 'ferry.gif', bytes })
    expect(await desk.query('media', 'read', { mediaId: picture.id })).toMatchObject({ mimeType: 'image/gif' })
    await desk.close()
  })

  test('a desk that does not fit any more opens as soon as there is room', async () => {
    const { desk } = await deskWithPost()
    await desk.close()
    disk.fill()
    const profile = join(disk.folder, 'profile')
    let opened: TestDesk | null = null
    try {
      opened = openDesk(profile, { clock })
    } catch (error) {
      expect(error).toMatchObject({ data: FULL })
    }
    await opened?.close()
    disk.makeRoom()
    const again = openDesk(profile, { clock })
    expect(await again.query('blogs', 'list')).toHaveLength(1)
    await again.close()
  })

  test('the ballast gives its room for what is under way', () => {
    disk.unmount()
    const larger = mountSmallDisk(8 * 1024 * 1024)
    if ('missing' in larger) throw new Error(larger.missing)
    disk = larger
    const databasePath = join(disk.folder, 'desk.sqlite')
    const store = openStore({ databasePath, key: null })
    const put = (key: string): void =>
      store.transaction(
        () =>
          void store.database
            .prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
            .run(key, JSON.stringify('x'.repeat(400_000))),
      )
    disk.fill()
    expect(existsSync(`${databasePath}.ballast`)).toBe(true)
    put('last words')
    expect(existsSync(`${databasePath}.ballast`)).toBe(false)
    expect(() => {
      for (let more = 0; more < 20; more += 1) put(`more ${more}`)
    }).toThrow(expect.objectContaining({ data: FULL }))
    disk.makeRoom()
    store.close()
    openStore({ databasePath, key: null }).close()
    expect(existsSync(`${databasePath}.ballast`)).toBe(true)
  })

  test('the thread that folds the log waits until there is room, and the log keeps everything', async () => {
    disk.unmount()
    const larger = mountSmallDisk(48 * 1024 * 1024)
    if ('missing' in larger) throw new Error(larger.missing)
    disk = larger
    const databasePath = join(disk.folder, 'desk.sqlite')
    const said: string[] = []
    const log = {
      info: () => undefined,
      warn: (event: string) => said.push(event),
      error: (event: string) => said.push(event),
    }
    const asked: boolean[] = []
    const thread = createCheckpointer({ databasePath, key: null, log })
    // Asked when the disk is full, not before.
    const held = { ...thread, fold: () => asked.push(true) > 0, isRunning: () => true }
    const store = openStore({ databasePath, key: null, checkpointer: held })
    const put = store.database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
    for (let row = 0; row < 40; row += 1)
      store.repeatableTransaction(() => put.run(`row ${row}`, JSON.stringify('x'.repeat(400_000))))
    expect(asked.length).toBeGreaterThan(0)
    disk.fill()
    const pages = store.database.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
    expect(thread.fold()).toBe(true)
    // The disk is tried, and tried again, and not given up.
    await new Promise((resolve) => void setTimeout(resolve, 500))
    expect(thread.fold()).toBe(true)
    expect(thread.isRunning()).toBe(true)
    expect(pages.get()?.checkpointed).toBe(0)
    disk.makeRoom()
    thread.fold()
    await expect.poll(() => pages.get()?.checkpointed, { timeout: 10_000 }).toBe(pages.get()?.log)
    store.close()
    expect(said).toEqual([])
    const again = openStore({ databasePath, key: null })
    expect(again.database.prepare("SELECT count(*) FROM settings WHERE key LIKE 'row %'").pluck().get()).toBe(40)
    again.close()
  })

  test('a backup in a thread of its own that finds no room is told as such, and leaves no half one and the desk as it was', async () => {
    const folder = join(disk.folder, 'profile')
    const desk = openDesk(folder, { clock, createDeskCopier })
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    disk.fill()
    await expect(desk.mutate('backups', 'makeNow')).rejects.toMatchObject({ data: FULL })
    expect(await desk.query('backups', 'list')).toMatchObject({ backups: [], fault: FULL })
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
    expect(desk.logLines.join()).not.toContain('copies-in-a-thread-failed')
    disk.makeRoom()
    await edit(desk, postId, 1, 'Written afterwards.')
    await desk.mutate('posts', 'flush', { postId })
    expect(await desk.mutate('backups', 'makeNow')).toMatchObject({ sizeBytes: expect.any(Number) as number })
    await desk.close()
  })

  test('no ballast is put where there is little room', () => {
    disk.fill()
    const path = join(disk.folder, 'ballast')
    expect(openBallast(path).release()).toBe(false)
    disk.makeRoom()
    expect(openBallast(path, 1_000).release()).toBe(true)
    expect(existsSync(path)).toBe(false)
  })
}
