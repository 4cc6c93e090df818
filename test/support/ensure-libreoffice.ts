import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDebianPackages } from '../wordpress/debian-packages.ts'

/** Writer without windows: of a word processor's files the tests want what it makes of them. */
const PACKAGE = 'libreoffice-writer-nogui'

/** LibreOffice, found or fetched with apt. `missing` says why there is none; with ATTACHE_REQUIRE_ALL=1 that throws. */
export async function ensureLibreOffice(): Promise<{ program: string } | { missing: string }> {
  try {
    if (hasProgram()) return { program: 'soffice' }
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      throw new Error(`needs LibreOffice: install ${PACKAGE}, or run as root on a machine with apt`)
    await installDebianPackages(mkdtempSync(join(tmpdir(), 'attache-apt-')), [PACKAGE])
    if (!hasProgram()) throw new Error('is not there after its installation')
    return { program: 'soffice' }
  } catch (error) {
    if (process.env['ATTACHE_REQUIRE_ALL'] === '1') throw error
    return { missing: `LibreOffice ${error instanceof Error ? error.message : String(error)}` }
  }
}

const hasProgram = (): boolean => spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0
