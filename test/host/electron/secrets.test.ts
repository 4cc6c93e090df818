import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { openSecrets } from '../../../src/main/host/electron/secrets.ts'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { app } from '../../fakes/electron/app.ts'
import { fakeOptions } from '../../fakes/electron/fake-options.ts'
import { newProfileFolder } from './running-desk.ts'

vi.mock('electron', () => import('../../fakes/electron/main-module.ts'))

const blogId = '7a0f6a0e-5ad0-4a52-9d5f-0d7c6f2f6d11' as BlogId
const PASSWORD = 'CANARY abcd efgh ijkl'
const lines: string[] = []
const write = (event: string) => void lines.push(event)
const log = { info: write, warn: write, error: write }

beforeEach(() => {
  app.becomeReady()
  lines.length = 0
  Object.assign(fakeOptions, { hasKeyStore: true, keyStoreBackend: 'gnome_libsecret' })
})

test('a password is sealed in the profile, and opens again after a restart', async () => {
  const folder = newProfileFolder()
  await openSecrets(folder, log).put(blogId, PASSWORD)
  expect(readFileSync(join(folder, 'passwords.sealed.json'), 'utf8')).not.toContain('CANARY')
  const reopened = openSecrets(folder, log)
  expect([reopened.lasts, await reopened.find(blogId)]).toEqual(['across-restarts', PASSWORD])
  await reopened.remove(blogId)
  expect(await openSecrets(folder, log).find(blogId)).toBeNull()
})

test.each([
  ['no key store', { hasKeyStore: false }],
  ['a fixed password for a key', { keyStoreBackend: 'basic_text' }],
  ['an unknown backend', { keyStoreBackend: 'unknown' }],
])('with %s on Linux a password lasts for the session and touches no file', async (_what, options) => {
  Object.assign(fakeOptions, options)
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  const folder = newProfileFolder()
  const secrets = openSecrets(folder, log)
  await secrets.put(blogId, PASSWORD)
  expect([secrets.lasts, await secrets.find(blogId), lines]).toEqual(['session', PASSWORD, ['secrets.no-key-store']])
  expect(await openSecrets(folder, log).find(blogId)).toBeNull()
  vi.restoreAllMocks()
})

test('a value the key store no longer opens counts as none, and is said in the log', async () => {
  const folder = newProfileFolder()
  const secrets = openSecrets(folder, log)
  await secrets.put(blogId, PASSWORD)
  fakeOptions.hasKeyStore = false
  expect(await secrets.find(blogId)).toBeNull()
  expect(lines).toEqual(['secrets.not-readable'])
})
