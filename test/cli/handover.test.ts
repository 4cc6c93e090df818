import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
const inFolder = (name: string): string => join(folder, name)
const ann = laptop(inFolder('ann'), '')

beforeAll(async () => {
  writeFileSync(inFolder('ferry.md'), '# The ferry\n\nIt leaves at six.')
  await ann.json('connect', '--practice')
  await ann.json('post', 'new', '--file', inFolder('ferry.md'), '--publish')
})

function setPassphrase(passphrase: string): void {
  process.env['ATTACHE_HANDOVER_PASSPHRASE'] = passphrase
  onTestFinished(() => void delete process.env['ATTACHE_HANDOVER_PASSPHRASE'])
}

test('a desk moves to another laptop by the command line, and what waited does not go unasked', async () => {
  setPassphrase('the heron waits')
  const look = await ann.run(['handover', 'look', 'move'])
  expect(look.stdout).toContain('Waits: Publish “The ferry” on ')
  const file = inFolder('desk.attache-handover')
  expect(await ann.run(['handover', 'write', 'move', '--as', 'Ann', '--out', file])).toMatchObject({ code: 0 })
  const next = laptop(inFolder('next'), '')
  const read = await next.run(['handover', 'read', file])
  expect(read.stdout).toContain('This desk is now the one that you moved')
  expect(read.stdout).toContain('Waited when the file was made: Publish “The ferry”')
  expect(await next.json('posts')).toEqual(
    expect.arrayContaining([expect.objectContaining({ title: 'The ferry', state: 'needs-you' })]),
  )
})

test('a successor’s desk gets it as a draft', async () => {
  setPassphrase('the heron waits')
  const file = inFolder('next.attache-handover')
  await ann.json('handover', 'write', 'successor', '--as', 'Ann', '--out', file)
  const mai = laptop(inFolder('mai'), '')
  expect((await mai.run(['handover', 'read', file])).stdout).toContain('1 post is new here')
  expect(await mai.json('posts')).toMatchObject([{ title: 'The ferry', state: 'draft' }])
})
