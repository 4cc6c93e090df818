import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('doctor writes the report as a page to print or as text, by the name it is given', async () => {
  const folder = temporaryFolder()
  const ann = laptop(join(folder, 'ann'), '')
  await ann.json('connect', '--practice')
  const [page, text] = [join(folder, 'report.html'), join(folder, 'report.txt')]
  expect(await ann.run(['doctor', '--out', page])).toMatchObject({ code: 0 })
  expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>.*<h1 dir="auto">Site report: https:\/\//s)
  expect((await ann.run(['doctor', '--out', text])).stdout).toContain(`Saved: ${text}`)
  expect(readFileSync(text, 'utf8')).toMatch(/^SITE REPORT: https:\/\//)
})
