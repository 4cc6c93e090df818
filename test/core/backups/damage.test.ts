import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { assertWhole } from '../../../src/main/core/backups/copy-desk.ts'
import { recoverDesk } from '../../../src/main/core/backups/recover-desk.ts'
import { useKey } from '../../../src/main/core/store/use-key.ts'
import { createChance } from '../../simulation/seeded-random.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const keys = {
  database: new Uint8Array(32).fill(1),
  files: new Uint8Array(32).fill(2),
  passwords: new Uint8Array(32).fill(3),
}
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const FLIPS = 1000

const fileIn = (folder: string) => ({
  databasePath: join(folder, 'desk.sqlite'),
  backupsFolder: join(folder, 'backups'),
  key: keys.database,
})

/** A desk with posts in a backup and posts since. */
async function deskWithBackup(folder: string): Promise<{ desk: TestDesk; titles: string[] }> {
  const desk = openDesk(folder, { keys })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const titles: string[] = []
  const write = async (title: string): Promise<void> => {
    await newPost(desk, blogId, title)
    titles.push(title)
  }
  for (let count = 0; count < 20; count += 1) await write(`Before the backup ${count}`)
  await desk.mutate('backups', 'makeNow')
  for (let count = 0; count < 20; count += 1) await write(`Since the backup ${count}`)
  return { desk, titles }
}

interface TableContent {
  rows: Set<string>
  keys: Set<string>
}

function contentOf(path: string): Map<string, TableContent> {
  const database = new Database(path, { readonly: true })
  useKey(database, keys.database)
  const names = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
  const content = new Map(
    names.map((name): [string, TableContent] => {
      const key = (database.pragma(`table_info("${name}")`) as { name: string; pk: number }[]).filter(
        ({ pk }) => pk > 0,
      )
      const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()
      return [
        name,
        {
          rows: new Set(rows.map((row) => JSON.stringify(row))),
          keys: new Set(
            rows.map((row) => JSON.stringify(key.length > 0 ? key.map((column) => row[column.name]) : row)),
          ),
        },
      ]
    }),
  )
  database.close()
  return content
}

const missingOf = (expected: ReadonlySet<string>, there: ReadonlySet<string> | undefined): string[] =>
  [...expected].filter((one) => there?.has(one) !== true)

test(`${FLIPS} flipped bits, each in a copy of its own: every one is noticed, and what a backup or a whole table holds is there afterwards`, async () => {
  const folder = temporaryFolder()
  const { desk } = await deskWithBackup(folder)
  await desk.close()
  const whole = readFileSync(join(folder, 'desk.sqlite'))
  const [backupName = ''] = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.sqlite'))
  const inBackup = contentOf(join(folder, 'backups', backupName))
  const inDesk = contentOf(join(folder, 'desk.sqlite'))
  const chance = createChance('flips')
  const trial = join(temporaryFolder(), 'desk')
  let [noticed, mended, salvagedRows] = [0, 0, 0]
  for (let count = 0; count < FLIPS; count += 1) {
    const at = Math.floor(chance.fraction() * whole.byteLength)
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance.fraction() * 8))
    rmSync(trial, { recursive: true, force: true })
    mkdirSync(trial)
    writeFileSync(join(trial, 'desk.sqlite'), bytes)
    try {
      assertWhole(join(trial, 'desk.sqlite'), keys.database)
    } catch {
      noticed += 1
    }
    // Mending takes a while; a part of the flips shows it.
    if (count % 20 !== 0) continue
    cpSync(join(folder, 'backups'), join(trial, 'backups'), { recursive: true })
    const { damagedParts, salvagedRows: rows } = recoverDesk(fileIn(trial), new Date(), log)
    mended += 1
    salvagedRows += rows
    const after = contentOf(join(trial, 'desk.sqlite'))
    for (const [table, before] of inDesk) {
      // Of a post that became a draft again it is not known what the blog has.
      if (table === 'settings' || (table === 'bases' && damagedParts.includes('posts'))) continue
      const there = after.get(table)
      // Of a broken table a newer form of a row may stand in place of the backup's.
      const missing = damagedParts.includes(table)
        ? missingOf(inBackup.get(table)?.keys ?? new Set(), there?.keys)
        : missingOf(before.rows, there?.rows)
      expect({ table, missing }).toEqual({ table, missing: [] })
    }
    expect(existsSync(join(trial, 'damaged'))).toBe(true)
  }
  expect({ noticed, mended, hasSalvaged: salvagedRows > 0 }).toEqual({
    noticed: FLIPS,
    mended: FLIPS / 20,
    hasSalvaged: true,
  })
})
