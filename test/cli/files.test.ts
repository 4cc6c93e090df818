import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportedPost } from '../../src/shared/domain/interchange.ts'
import { openZip } from '../../src/main/core/interchange/read-zip.ts'
import { ferry } from '../support/pictures.ts'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a text with the picture beside it goes in by one command and out by another', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'ferry.gif'), ferry.bytes)
  writeFileSync(
    join(folder, 'trip.md'),
    '# Across the river\n\nA bell.\n\n![A ferry](ferry.gif)\n\n![x](../outside.gif)',
  )
  const desk = laptop(join(folder, 'profile'), '')
  await desk.json('connect', '--practice')
  const { postId, report } = await desk.json<ImportedPost>('import', join(folder, 'trip.md'))
  expect(report).toEqual({
    taken: [{ what: 'pictures', count: 1 }],
    left: [{ what: 'pictures-missing', count: 1 }],
    comments: [],
  })

  const out = join(folder, 'out.zip')
  await desk.json('export', postId, '--to', 'md', '--out', out)
  const limits = { parts: 10, partBytes: 1e6, wholeBytes: 1e6, ratio: 100 }
  const zip = openZip(new Uint8Array(readFileSync(out)), limits)
  expect(Buffer.from(zip.read('Across-the-river.md') ?? []).toString()).toContain('![A ferry](pictures/')

  const refused = await desk.run(['import', join(folder, 'ferry.gif')])
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be read here') as string })
})
