import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('check says what the window says of a post, its spelling too', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'tea.md'), '---\ntitle: Tea\nlanguage: en\n---\n\nWe recieved tea.\n')
  const desk = laptop(join(folder, 'profile'), '')
  await desk.json('connect', '--practice')
  const { id } = await desk.json<{ id: string }>('post', 'new', '--file', join(folder, 'tea.md'))
  expect(await desk.run(['check', id])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('look   “recieved” is in no dictionary and no list of names.') as string,
    stderr: '',
  })
})
