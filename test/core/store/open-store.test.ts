import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const place = (): string => join(temporaryFolder(), 'desk.sqlite')
const open = (databasePath: string, key: Uint8Array | null = null) => openStore({ databasePath, key })
const refusal = (reason: string) => expect.objectContaining({ data: { kind: 'database', reason } })

describe('opening the store', () => {
  test('writes go to the disk in full: what is said to be saved survives a power cut', () => {
    const store = open(place())
    const pragma = (name: string): unknown => store.database.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      trustedSchema: pragma('trusted_schema'),
      cellSizeCheck: pragma('cell_size_check'),
      tempStore: pragma('temp_store'),
      owner: pragma('application_id'),
      version: pragma('user_version'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      tempStore: 2,
      owner: APPLICATION_ID,
      version: migrations.length,
    })
    store.close()
  })

  test('only a transaction that can be repeated does not wait for the disk, and whatever becomes of it the next one does', () => {
    const store = open(place())
    const waits = (): boolean => store.database.pragma('synchronous', { simple: true }) === 2
    expect(store.repeatableTransaction(waits)).toBe(false)
    expect(waits()).toBe(true)
    expect(store.transaction(() => store.repeatableTransaction(waits))).toBe(true)
    expect(() =>
      store.repeatableTransaction(() => {
        store.database.exec("INSERT INTO settings (key, value) VALUES ('half', '1')")
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(waits()).toBe(true)
    expect(store.database.prepare("SELECT value FROM settings WHERE key = 'half'").get()).toBe(undefined)
    store.close()
  })

  test('the file can be read by its owner only', () => {
    const path = place()
    open(path).close()
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('a second program on the same desk is refused, and welcome once the first has closed', () => {
    const path = place()
    const first = open(path)
    expect(() => open(path)).toThrow(refusal('in-use'))
    first.close()
    open(path).close()
  })

  test('a file that is no database is refused and stays as it was', () => {
    const path = place()
    writeFileSync(path, 'Dear diary, this is not a database but it matters to me.'.repeat(50))
    const before = readFileSync(path)
    expect(() => open(path)).toThrow(refusal('not-a-database'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('the database of another program is refused and stays as it was', () => {
    const path = place()
    const other = new Database(path)
    other.exec("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('bún chả')")
    other.close()
    const before = readFileSync(path)
    expect(() => open(path)).toThrow(refusal('not-a-database'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a desk written by a newer Attaché is refused and stays as it was', () => {
    const path = place()
    const store = open(path)
    store.database.pragma(`user_version = ${migrations.length + 1}`)
    store.close()
    const before = readFileSync(path)
    expect(() => open(path)).toThrow(refusal('newer-version'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('with a key the text is not readable in any file, and the wrong key opens nothing', () => {
    const path = place()
    const key = new Uint8Array(32).fill(7)
    const store = open(path, key)
    store.transaction(() =>
      store.database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('canary', '"swordfish-canary"'),
    )
    for (const file of [path, `${path}-wal`]) {
      if (existsSync(file)) expect(readFileSync(file).includes('swordfish-canary')).toBe(false)
    }
    store.close()
    expect(() => open(path, new Uint8Array(32).fill(8))).toThrow(refusal('corrupt'))
    const again = open(path, key)
    expect(again.database.prepare("SELECT value FROM settings WHERE key = 'canary'").pluck().get()).toBe(
      '"swordfish-canary"',
    )
    again.close()
  })

  test('a transaction that fails leaves nothing behind', () => {
    const store = open(place())
    expect(() =>
      store.transaction(() => {
        store.database.prepare("INSERT INTO settings (key, value) VALUES ('half', '1')").run()
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(store.database.prepare("SELECT count(*) FROM settings WHERE key = 'half'").pluck().get()).toBe(0)
    store.close()
  })

  test('a folder that cannot be written is a sentence, not a crash', () => {
    expect(() => open(join(temporaryFolder(), 'missing', 'desk.sqlite'))).toThrow(refusal('read-only'))
  })
})
