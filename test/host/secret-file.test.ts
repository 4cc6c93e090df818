import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecretFile } from '../../src/main/host/secret-file.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'

const one = 'blog-one' as BlogId
const two = 'blog-two' as BlogId
let path = ''
beforeEach(() => void (path = join(mkdtempSync(join(tmpdir(), 'attache-secret-')), 'passwords.json')))
afterEach(() => rmSync(join(path, '..'), { recursive: true }))

test('what was put is there after a restart, what was removed is gone from the file', async () => {
  const file = openSecretFile(path)
  await Promise.all([file.put(one, 'first'), file.put(two, 'second')])
  await file.remove(one)
  const reopened = openSecretFile(path)
  expect([reopened.find(one), reopened.find(two)]).toEqual([null, 'second'])
  expect(readFileSync(path, 'utf8')).not.toContain('first')
})

test.runIf(process.platform !== 'win32')('only its owner may read the file', async () => {
  await openSecretFile(path).put(one, 'first')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a damaged file counts as empty', () => {
  writeFileSync(path, '{"blog-one":')
  expect(openSecretFile(path).find(one)).toBeNull()
})

test('a put that could not be written is rejected, and the next one still works', async () => {
  const file = openSecretFile(path)
  rmSync(join(path, '..'), { recursive: true })
  await expect(file.put(one, 'first')).rejects.toThrow('ENOENT')
  path = join(mkdtempSync(join(tmpdir(), 'attache-secret-')), 'passwords.json')
  await openSecretFile(path).put(two, 'second')
  expect(openSecretFile(path).find(two)).toBe('second')
})
