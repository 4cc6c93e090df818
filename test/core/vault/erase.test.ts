import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeyRingFile } from '../../../src/main/core/vault/key-ring.ts'
import { ferry } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from './locked-desk.ts'

const PASSPHRASE = 'four herons over the delta'

async function usedDesk() {
  const folder = join(temporaryFolder(), 'profile')
  const desk = openLocked(folder)
  await desk.mutate('lock', 'setPassphrase', { current: null, passphrase: PASSPHRASE })
  await desk.mutate('lock', 'shut')
  await desk.mutate('lock', 'unlock', { passphrase: PASSPHRASE })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  await desk.mutate('media', 'add', ferry)
  await desk.mutate('backups', 'makeNow')
  return { folder, desk }
}

test('a desk is erased by who knows its passphrase: a new one begins, and nothing of the old one is left', async () => {
  const { folder, desk } = await usedDesk()
  writeFileSync(join(folder, 'of somebody else'), 'stays')
  await expect(desk.mutate('lock', 'erase', { current: null })).rejects.toMatchObject({
    data: { why: 'wrong-passphrase' },
  })
  expect((await desk.query('settings', 'get')).theme).toBe('dark')
  const ring = readFileSync(join(folder, 'keys.json'))

  expect(await desk.mutate('lock', 'erase', { current: PASSPHRASE })).toMatchObject({
    state: 'open',
    protection: 'none',
  })
  expect((await desk.query('settings', 'get')).theme).toBe('system')
  expect((await desk.query('backups', 'list')).backups).toEqual([])
  await desk.close()
  expect(existsSync(join(folder, 'of somebody else'))).toBe(true)
  expect(readdirSync(join(folder, 'media'))).toEqual([])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files)
    expect(readFileSync(join(file.parentPath, file.name)).includes(ring.subarray(0, 200)), file.name).toBe(false)
  expect(openKeyRingFile(folder).read()).not.toEqual(JSON.parse(ring.toString()))
})

test('an erasing that is cut off anywhere goes on at the next start, and never asks for the keys', async () => {
  const { folder, desk } = await usedDesk()
  await desk.close()
  const names = ['keys.json', 'backups', 'media', 'desk.sqlite']
  for (const [at] of names.entries()) {
    const cut = join(temporaryFolder(), 'profile')
    cpSync(folder, cut, { recursive: true })
    writeFileSync(join(cut, 'erasing'), '')
    for (const name of names.slice(0, at)) rmSync(join(cut, name), { recursive: true })
    const next = openLocked(cut)
    expect(await next.query('lock', 'state'), names[at]).toMatchObject({ state: 'open', fault: null })
    expect((await next.query('settings', 'get')).theme).toBe('system')
    expect(existsSync(join(cut, 'erasing'))).toBe(false)
    await next.close()
  }
})
