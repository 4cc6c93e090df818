import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createBackupsService } from '../../../src/main/core/backups/backups-service.ts'
import { assertWhole, copyDesk } from '../../../src/main/core/backups/copy-desk.ts'
import { createDeskCopier, type CopyDeskBeside } from '../../../src/main/core/backups/desk-copier.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import { filesOpenIn } from '../../support/files-open-in.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const keys = {
  database: new Uint8Array(32).fill(1),
  files: new Uint8Array(32).fill(2),
  passwords: new Uint8Array(32).fill(3),
}
const HOUR_MS = 3_600_000

/** A desk whose backups are copied in a thread, `wrapped` in what a test does beside it. */
async function deskCopiedBeside({
  wrapped = (copy) => copy,
}: { wrapped?: (copy: CopyDeskBeside) => CopyDeskBeside } = {}) {
  const folder = temporaryFolder()
  const clock = createManualClock()
  const damages: number[] = []
  const desk = openDesk(folder, {
    keys,
    clock,
    createDeskCopier: (ports) => wrapped(createDeskCopier(ports)),
    onDamage: () => damages.push(1),
  })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await newPost(desk, blogId, 'Before')
  return { folder, clock, desk, blogId, damages, path: join(folder, 'backups') }
}

const titlesIn = async (desk: TestDesk, id: string): Promise<string[]> => {
  const { posts } = await desk.query('backups', 'compare', { id })
  return posts.map(({ title }) => title)
}
const warnings = ({ logLines }: TestDesk): string[] => logLines.filter((line) => line.includes('"warn"'))

describe('a backup copied in a thread of its own', () => {
  test('keeps nobody waiting, is whole, and what was written since is in the next', async () => {
    const { desk, blogId, clock, path } = await deskCopiedBeside()
    const order: string[] = []
    const making = desk.mutate('backups', 'makeNow').finally(() => order.push('backup'))
    await newPost(desk, blogId, 'Meanwhile').finally(() => order.push('saved'))
    const { id } = await making
    expect(order).toEqual(['saved', 'backup'])
    assertWhole(join(path, id), keys.database)
    expect(readdirSync(path)).toEqual([id])

    desk.core.start()
    clock.advance(HOUR_MS)
    await expect.poll(() => readdirSync(path), { timeout: 20_000 }).toHaveLength(2)
    const newest = (await desk.query('backups', 'list')).backups[0]
    expect(await titlesIn(desk, newest?.id ?? '')).not.toContain('Meanwhile')
    expect(warnings(desk)).toEqual([])
    await desk.close()
  })

  test('leaves what is written meanwhile for the next, though nothing else is written', async () => {
    const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
    const [desk, clock, folder] = [createDesk(store), createManualClock(), join(temporaryFolder(), 'backups')]
    let copies = 0
    const backups = createBackupsService({
      store,
      desk,
      clock,
      folder,
      key: null,
      feed: createChangeFeed(),
      onDamage: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      async copyBeside(into) {
        copyDesk(store.database, into, null)
        copies += 1
        if (copies === 1) desk.settings.put('written', 'meanwhile')
        return true
      },
    })
    backups.start()
    await backups.makeNow()
    for (let looks = 0; looks < 24; looks += 1) {
      clock.advance(5 * 60_000)
      await setImmediate()
    }
    expect(copies).toBe(2)
    await backups.close()
    store.close()
  })

  test('asked for behind what was written meanwhile, holds that too', async () => {
    const [isCopied, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const { desk, blogId } = await deskCopiedBeside({
      wrapped: (copy) => async (into) => {
        const isDone = await copy(into)
        isCopied.resolve()
        await goOn.promise
        return isDone
      },
    })
    const first = desk.mutate('backups', 'makeNow')
    await isCopied.promise
    await newPost(desk, blogId, 'Just written')
    const second = desk.mutate('backups', 'makeNow')
    // Until it was asked for: the call goes through the router first.
    await setImmediate()
    goOn.resolve()
    const { id } = await second
    expect(await titlesIn(desk, id)).not.toContain('Just written')
    await first
    await desk.close()
  })

  test('asked for twice, it is one', async () => {
    const { desk, path } = await deskCopiedBeside()
    const [one, other] = await Promise.all([desk.mutate('backups', 'makeNow'), desk.mutate('backups', 'makeNow')])
    expect(one).toEqual(other)
    expect(readdirSync(path)).toHaveLength(1)
    await desk.close()
  })

  test('has let go of the desk’s file when the desk is closed', async () => {
    const order: string[] = []
    const hasBegun = Promise.withResolvers<void>()
    const { desk, path, folder } = await deskCopiedBeside({
      wrapped: (copy) => (into) => {
        hasBegun.resolve()
        return copy(into).finally(() => order.push('copied'))
      },
    })
    const making = desk.mutate('backups', 'makeNow')
    await hasBegun.promise
    await desk.close().finally(() => order.push('closed'))
    expect(order).toEqual(['copied', 'closed'])
    expect(filesOpenIn(folder)).toEqual([])
    const { id } = await making
    assertWhole(join(path, id), keys.database)
  })

  test('begins no more once the desk is being closed', async () => {
    const { desk, path, folder } = await deskCopiedBeside()
    const closing = desk.close()
    await expect(desk.mutate('backups', 'makeNow')).rejects.toMatchObject({ data: { kind: 'internal' } })
    await closing
    expect(filesOpenIn(folder)).toEqual([])
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([])
  })

  test('tells of a desk that cannot be read to its end, and leaves nothing half done', async () => {
    const { desk, path, folder, damages } = await deskCopiedBeside()
    await desk.close()
    const file = join(folder, 'desk.sqlite')
    const bytes = readFileSync(file)
    // The last page, which nothing of the opening reads.
    bytes.fill(0, bytes.length - 4096)
    writeFileSync(file, bytes)
    const again = openDesk(folder, { keys, createDeskCopier, onDamage: () => damages.push(1) })
    await expect(again.mutate('backups', 'makeNow')).rejects.toMatchObject({
      data: { kind: 'database', reason: 'corrupt' },
    })
    expect(damages).not.toEqual([])
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([])
    await again.close()
  })

  test('is made by the writer where no thread can be had, or one died half way', async () => {
    const { desk, path } = await deskCopiedBeside({
      wrapped: () => async (into) => {
        writeFileSync(into, 'a half')
        return false
      },
    })
    const { id } = await desk.mutate('backups', 'makeNow')
    assertWhole(join(path, id), keys.database)
    await desk.close()
  })
})

test('a thread that cannot open the desk leaves it to the writer, which still holds it open', async () => {
  const { desk, blogId, folder, path } = await deskCopiedBeside()
  rmSync(join(folder, 'desk.sqlite'))
  await newPost(desk, blogId, 'After somebody took the file away')
  const { id } = await desk.mutate('backups', 'makeNow')
  assertWhole(join(path, id), keys.database)
  expect(await titlesIn(desk, id)).toEqual([])
  expect(warnings(desk).join()).toContain('copies-in-a-thread-failed')
  await desk.close()
})
