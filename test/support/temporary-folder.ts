import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder of the running test file's own, removed after its last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-test-'))
  folders.add(folder)
  return folder
}

const folders = new Set<string>()
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
