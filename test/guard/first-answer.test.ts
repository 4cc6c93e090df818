import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { askFirst } from '../support/ask-first.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Of scripts, as they lie in `out/` and in node_modules. Less is better: what is asked for later could be loaded later. */
const MOST_KILOBYTES = 360

/** Each takes as long to load as a tenth of the list, and no list needs it. */
const HEAVY = ['node:child_process', 'node:dns', 'node:http', 'node:https', 'node:net', 'node:zlib']

/** Stands before all else in the program: what is loaded from then on, and how long it is. */
const NOTE_WHAT_IS_LOADED = `
    const loaded = []
    require('node:module').registerHooks({
      load(url, context, next) {
        const found = next(url, context)
        const source = url.startsWith('node:') ? '' : String(found.source ?? '')
        const built = [...source.matchAll(/^\\/\\/ node_modules\\/((?:@[^/]+\\/)?[^/]+)/gm)].map(([, name]) => name)
        loaded.push({ url, bytes: Buffer.byteLength(source), built })
        return found
      },
    })`

test('for its first answer the core loads the database and little of itself', () => {
  const said = execFileSync(
    process.execPath,
    [
      '-e',
      askFirst({
        profile: temporaryFolder(),
        blogId: randomUUID() as BlogId,
        where: 'process',
        before: NOTE_WHAT_IS_LOADED,
        atFirst: "process.stdout.write(JSON.stringify(loaded) + '\\n')",
      }),
    ],
    { encoding: 'utf8' },
  )
  const [listed = '', first, all] = said.split('\n')
  const loaded = JSON.parse(listed) as { url: string; bytes: number; built: string[] }[]
  const packages = loaded.flatMap(({ url }) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.slice(1) ?? [])
  expect([first, all]).toEqual(['0', '0'])
  expect([...new Set(packages)]).toEqual(['better-sqlite3'])
  // The library of schemas and what the calls go through take longer to load than all the rest.
  expect([...new Set(loaded.flatMap(({ built }) => built))]).toEqual([])
  expect(loaded.map(({ url }) => url).filter((url) => HEAVY.includes(url))).toEqual([])
  const kilobytes = loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  expect(kilobytes).toBeGreaterThan(100)
  expect(kilobytes).toBeLessThanOrEqual(MOST_KILOBYTES)
})
