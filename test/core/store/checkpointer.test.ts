import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createCheckpointSignal } from '../../../src/main/core/store/checkpoint-signal.ts'
import { createCheckpointer, type Checkpointer } from '../../../src/main/core/store/checkpointer.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { keepLog } from '../../../src/main/core/store/write-ahead-log.ts'
import { filesOpenIn } from '../../support/files-open-in.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const KEY = new Uint8Array(32).fill(7)
/** More than is left to the writer before another thread is asked, less than it folds in by itself while that is there. */
const ROWS = 8
const ROW_BYTES = 2_000_000

interface Folded {
  store: Store
  checkpointer: Checkpointer
  databasePath: string
  warnings: string[]
}

function openFolded(key: Uint8Array | null = KEY, keyOfThread = key): Folded {
  const databasePath = join(temporaryFolder(), 'desk.sqlite')
  const warnings: string[] = []
  const note = (event: string): void => void warnings.push(event)
  const log = { info: () => undefined, warn: note, error: note }
  const checkpointer = createCheckpointer({ databasePath, key: keyOfThread, log })
  const store = openStore({ databasePath, key, checkpointer })
  onTestFinished(() => checkpointer.end())
  return { store, checkpointer, databasePath, warnings }
}

const write = (store: Store, from: number, to: number): void => {
  for (let row = from; row < to; row += 1)
    store.repeatableTransaction(() =>
      store.database
        .prepare('INSERT INTO settings (key, value) VALUES (?, json_quote(hex(zeroblob(?))))')
        .run(`row ${row}`, ROW_BYTES / 2),
    )
}
const rowsIn = (store: Store): unknown =>
  store.database.prepare("SELECT count(*) FROM settings WHERE key LIKE 'row %'").pluck().get()
const logOf = (store: Store): { log: number; checkpointed: number } =>
  store.database.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)').get() ?? {
    log: 0,
    checkpointed: 0,
  }
const limitOf = (store: Store): unknown => store.database.pragma('wal_autocheckpoint', { simple: true })

describe('the log beside the writer', () => {
  test.for([null, KEY])('is folded into the file by another thread, and the writer folds nothing (%#)', async (key) => {
    const { store, checkpointer, warnings } = openFolded(key)
    write(store, 0, ROWS)
    expect(checkpointer.isRunning()).toBe(true)
    expect(limitOf(store)).toBe(16_000)
    await expect.poll(() => logOf(store).checkpointed, { timeout: 20_000 }).toBeGreaterThan(0)
    await expect.poll(() => logOf(store).log - logOf(store).checkpointed, { timeout: 20_000 }).toBeLessThan(3_000)
    store.close()
    expect(warnings).toEqual([])
  })

  test('a desk that little is written to has no such thread', () => {
    const { store, checkpointer } = openFolded()
    for (let save = 0; save < 60; save += 1)
      store.transaction(() =>
        store.database.prepare("INSERT INTO settings (key, value) VALUES (?, '1')").run(`save ${save}`),
      )
    expect(checkpointer.isRunning()).toBe(false)
    expect(limitOf(store)).toBe(4_000)
    store.close()
  })

  test('no save folds anything, however many there are, while somebody else is asked to in time', () => {
    const asked: number[] = []
    const store = openStore({
      databasePath: join(temporaryFolder(), 'desk.sqlite'),
      key: null,
      checkpointer: { fold: () => asked.push(logOf(store).log) > 0, isRunning: () => true, end: () => undefined },
    })
    const save = store.database.prepare(
      'INSERT INTO settings (key, value) VALUES (?, json_quote(hex(zeroblob(200000))))',
    )
    for (let row = 0; row < 60; row += 1) store.transaction(() => save.run(`row ${row}`))
    expect(asked[0]).toBeLessThan(4_000)
    expect(logOf(store).log).toBeGreaterThan(5_000)
    expect(logOf(store).checkpointed).toBe(0)
    store.close()
  })

  test.for([0, 5, 60, 300])(
    'whoever closes the store %d ms after a folding was asked for has the files to himself, and all is in them',
    async (delayMs) => {
      const { store, databasePath, checkpointer } = openFolded()
      write(store, 0, ROWS)
      if (delayMs > 0) await new Promise((resolve) => void setTimeout(resolve, delayMs))
      expect(checkpointer.isRunning()).toBe(true)
      store.close()
      expect(filesOpenIn(databasePath)).toEqual([])
      expect(existsSync(`${databasePath}-wal`)).toBe(false)
      // As where a desk is sealed anew: nobody may still fold into the file that takes this name.
      renameSync(databasePath, `${databasePath}.moved`)
      writeFileSync(databasePath, 'another file')
      await new Promise((resolve) => void setTimeout(resolve, 100))
      expect(filesOpenIn(databasePath)).toEqual([])
      const again = openStore({ databasePath: `${databasePath}.moved`, key: KEY })
      expect(rowsIn(again)).toBe(ROWS)
      expect(again.database.pragma('integrity_check(1)', { simple: true })).toBe('ok')
      again.close()
    },
  )

  test('where the thread cannot read the file it says so once, and the writer folds as before', async () => {
    const { store, checkpointer, warnings } = openFolded(KEY, new Uint8Array(32).fill(8))
    write(store, 0, ROWS)
    await expect.poll(() => warnings).toEqual(['checkpoints-failed'])
    await expect.poll(() => checkpointer.isRunning()).toBe(false)
    expect(checkpointer.fold()).toBe(false)
    write(store, ROWS, ROWS + 1)
    expect(limitOf(store)).toBe(4_000)
    write(store, ROWS + 1, ROWS + 2)
    expect(logOf(store).checkpointed).toBe(logOf(store).log)
    expect(rowsIn(store)).toBe(ROWS + 2)
    store.close()
    expect(warnings).toEqual(['checkpoints-failed'])
  })

  test('what looking after the log comes to is no failure of what was committed', () => {
    const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
    const fails = (): never => {
      throw new Error('no thread today')
    }
    const log = keepLog(store.database, { fold: fails, isRunning: fails, end: () => undefined })
    write(store, 0, ROWS - 1)
    expect(() => log.noteCommit({ isLarge: true })).not.toThrow()
    store.close()
  })
})

describe('what the two threads say to each other', () => {
  test('what ended before it began opens nothing', () => {
    const signal = createCheckpointSignal()
    expect(signal.end(0)).toBe(true)
    expect(signal.begin()).toBe(false)
    expect(signal.ask()).toBe(false)
  })

  test('an end outweighs a folding that was asked for before it', () => {
    const signal = createCheckpointSignal()
    expect(signal.begin()).toBe(true)
    expect(signal.ask()).toBe(true)
    expect(signal.end(0)).toBe(false)
    expect(signal.next(0)).toBe('end')
    signal.markEnded()
    expect(signal.end(0)).toBe(true)
  })

  test('who waited long enough ends, and takes no question any more', () => {
    const signal = createCheckpointSignal()
    signal.begin()
    signal.ask()
    expect(signal.next(0)).toBe('fold')
    expect(signal.next(0)).toBe('end')
    expect(signal.ask()).toBe(false)
  })
})
