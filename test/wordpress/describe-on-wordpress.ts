import { describe, it } from 'vitest'
import { ensureWordpress, type WordpressVersion } from './ensure-wordpress.ts'

/**
 * A suite that needs a real WordPress of this version. Where none can be had, the reason is printed and the suite is
 * skipped; with ATTACHE_REQUIRE_ALL=1 that is a failure. Await it at the top of the test file.
 */
export async function describeOnWordpress(version: WordpressVersion, name: string, define: () => void): Promise<void> {
  const files = await ensureWordpress(version)
  if ('missing' in files) {
    console.warn(`skipped: ${name}: ${files.missing}`)
    describe(name, () => it.skip(files.missing))
  } else {
    describe(name, define)
  }
}
