import { createCheckpointer } from '../../src/main/core/store/checkpointer.ts'
import { openStore } from '../../src/main/core/store/open-store.ts'

/**
 * A program that does nothing but write, as a pull does while somebody types, until it is killed: large rows that need not wait for the disk, and between them
 * saves that do. Each save is told when it is on the disk.
 */
const [databasePath = '', keyHex = ''] = process.argv.slice(2)
const key = Buffer.from(keyHex, 'hex')
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
const log = { info: tell, warn: tell, error: tell }
const checkpointer = createCheckpointer({ databasePath, key, log })
const store = openStore({ databasePath, key, checkpointer })
const put = store.database.prepare<[string, string]>(
  'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
)
/** A page that holds the same as before is not written. */
const large = (by: number): string => JSON.stringify(String(by % 10).repeat(400_000))
const last = store.database.prepare<[], string>("SELECT value FROM settings WHERE key = 'saved'").pluck()

let saved = Number(last.get() ?? '0')
function writeOn(): void {
  // The same rows over and over: the file stays small, the log does not.
  for (let row = 0; row < 20; row += 1) store.repeatableTransaction(() => put.run(`row ${row}`, large(saved)))
  saved += 1
  store.transaction(() => put.run('saved', String(saved)))
  tell(`saved ${saved} ${checkpointer.isRunning() ? 'beside' : 'alone'}`)
  setImmediate(writeOn)
}
writeOn()
