import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileLog } from '../../src/main/host/file-log.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'attache-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('a line is one JSON object with its time, level, event and fields', () => {
  createFileLog(folder).warn('core.ended', { exitCode: 9 })
  const line: unknown = JSON.parse(readFileSync(join(folder, 'attache.log'), 'utf8'))
  expect(line).toEqual({ at: expect.any(String) as string, level: 'warn', event: 'core.ended', exitCode: 9 })
})

test('the log never grows beyond three files of one megabyte', () => {
  const log = createFileLog(folder)
  for (let index = 0; index < 5000; index += 1) log.info('e', { filler: 'x'.repeat(1000), index })
  expect(readdirSync(folder).toSorted()).toEqual(['attache.log', 'attache.log.1', 'attache.log.2'])
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000_000)
  expect(readFileSync(join(folder, 'attache.log'), 'utf8')).toContain('"index":4999')
})
