import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src/main/core/store/open-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { seededRandom } from './seeded-random.ts'

const KILLS = 8
/** From when another thread has begun to fold, which it does most of the time from there on. */
const LONGEST_LIFE_MS = 400

test(`a program that is killed ${KILLS} times while another thread folds its log loses no save and no page`, async () => {
  const databasePath = join(temporaryFolder(), 'desk.sqlite')
  const key = Buffer.alloc(32, 5)
  const random = seededRandom('folding')
  for (let life = 1; life <= KILLS; life += 1) {
    const saved = await writeUntilKilled(databasePath, key, random.integer(0, LONGEST_LIFE_MS))
    // Looks at every page, because there was a log.
    const store = openStore({ databasePath, key })
    const kept = Number(store.database.prepare("SELECT value FROM settings WHERE key = 'saved'").pluck().get())
    expect(kept, `life ${life}`).toBeGreaterThanOrEqual(saved)
    expect(kept, `life ${life}`).toBeLessThanOrEqual(saved + 1)
    expect(store.database.pragma('integrity_check(1)', { simple: true })).toBe('ok')
    store.close()
  }
}, 120_000)

/** The last save that was told of. Only a folding writes into the file itself, and the writer leaves that to the thread. */
async function writeUntilKilled(databasePath: string, key: Buffer, delayMs: number): Promise<number> {
  const program = fileURLToPath(new URL('./folding-writer.ts', import.meta.url))
  const child = spawn(process.execPath, [program, databasePath, key.toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let saved = 0
  let before: number | null = null
  let isFolding = false
  for await (const line of createInterface({ input: child.stdout })) {
    const [, count = '', how = ''] = /^saved (\d+) (beside|alone)$/.exec(line) ?? []
    if (count === '') throw new Error(line)
    saved = Number(count)
    const { mtimeMs } = statSync(databasePath)
    before ??= mtimeMs
    if (isFolding || how === 'alone' || mtimeMs === before) continue
    isFolding = true
    setTimeout(() => child.kill('SIGKILL'), delayMs)
  }
  await ended
  return saved
}
