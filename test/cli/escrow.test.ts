import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLocked } from '../core/vault/locked-desk.ts'
import { runAttache } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NEXT = 'nine bells over the river'

test('a house makes its escrow key and opens with it a desk whose owner is gone', async () => {
  const folder = temporaryFolder()
  const secret = join(folder, 'escrow-secret')
  const made = await runAttache(['escrow', 'make', '--out', secret, '--json'])
  const { publicKey } = JSON.parse(made.stdout) as { publicKey: string }
  expect(statSync(secret).mode & 0o077).toBe(0)
  expect(made.stdout).not.toContain(readFileSync(secret, 'utf8').trim())
  const twice = await runAttache(['escrow', 'make', '--out', secret])
  expect(twice).toMatchObject({ code: 2, stderr: `${secret} is there already, and was left as it is.\n` })

  const profile = join(folder, 'profile')
  const desk = openLocked(profile, { escrowKey: publicKey })
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: 'four herons over the delta' })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: 'four herons over the delta' })
  await desk.close()
  const open = ['escrow', 'open', '--file', secret, '--profile', profile]
  expect(await runAttache(open, { input: 'short' })).toMatchObject({ code: 1 })
  expect(await runAttache(open, { input: `${NEXT}\n` })).toMatchObject({ code: 0, stderr: '' })

  const next = openLocked(profile)
  expect(await next.mutate('lock', 'unlock', { passphrase: NEXT })).toMatchObject({ state: 'open' })
  expect((await next.query('lock', 'state')).escrowUsedAt).not.toBeNull()
  await next.close()
})
