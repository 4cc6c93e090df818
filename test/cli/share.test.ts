import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { laptop } from '../support/run-attache.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { share, shareLine } from '../core/share/sharing.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'

const folder = temporaryFolder()
const ann = laptop(join(folder, 'ann'), '')
let postId = ''
beforeAll(async () => {
  writeFileSync(join(folder, 'ferry.md'), '# The ferry\n\nIt leaves at six.')
  await ann.json('connect', '--practice')
  postId = (await ann.json<{ id: string }>('post', 'new', '--file', join(folder, 'ferry.md'))).id
  const desk = openDesk(join(folder, 'ann'))
  await share(desk, postId as PostId, [
    shareLine('1', 'Nobody has seen it wait. {link}', { language: 'en' }),
    shareLine('2', 'x'.repeat(281), { platform: 'x' }),
    shareLine('3', ''),
  ])
  await desk.close()
})

test('share lines are printed with their length, and with the address once the post is public', async () => {
  const before = await ann.run(['share', postId])
  expect(before.stdout).toContain('Mastodon (en), 48 of 500\nNobody has seen it wait. {link}\n')
  expect(before.stdout).toContain('X, 281 of 280, too long\n')
  await ann.run(['post', 'publish', postId])
  await ann.run(['sync'])
  const after = await ann.json<{ address: string; lines: { text: string }[] }>('share', postId)
  expect(after.address).toMatch(/the-ferry/)
  expect(after.lines.map(({ text }) => text)).toEqual([`Nobody has seen it wait. ${after.address}`, 'x'.repeat(281)])
})
