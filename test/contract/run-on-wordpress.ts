import { describe, it } from 'vitest'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { ensureWordpress, type WordpressVersion } from '../wordpress/ensure-wordpress.ts'
import { startWordpress } from '../wordpress/start-wordpress.ts'
import { describeBlogApiContract } from './blog-api.contract.ts'

type Setup = Omit<Parameters<typeof startWordpress>[0], 'version'>

/** Runs the contract on real WordPress; where it cannot be had, the reason is printed and ATTACHE_REQUIRE_ALL=1 fails. */
export async function runContractOnWordpress(version: WordpressVersion, setup: Setup = {}): Promise<void> {
  const name = [`WordPress ${version}`, ...Object.values(setup)].join(', ')
  const files = await ensureWordpress(version)
  if ('missing' in files) {
    console.warn(`skipped: ${name}: ${files.missing}`)
    describe(name, () => it.skip(files.missing))
    return
  }
  describeBlogApiContract(name, async () => {
    const { url, users, stop } = await startWordpress({ version, ...setup })
    return { url, users, stop, visitorComment: (comment) => commentAsVisitor(url, comment) }
  })
}
