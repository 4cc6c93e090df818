import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { describeOnWordpress } from '../wordpress/describe-on-wordpress.ts'
import type { WordpressVersion } from '../wordpress/ensure-wordpress.ts'
import { startWordpress } from '../wordpress/start-wordpress.ts'
import { describeBlogApiContract } from './blog-api.contract.ts'

type Setup = Omit<Parameters<typeof startWordpress>[0], 'version'>

/** Runs the contract on a real WordPress, or says why it cannot. */
export function runContractOnWordpress(version: WordpressVersion, setup: Setup = {}): Promise<void> {
  const name = [`WordPress ${version}`, ...Object.values(setup)].join(', ')
  return describeOnWordpress(version, name, () => {
    describeBlogApiContract(name, { hasNotes: version === '7.1' }, async () => {
      const { url, users, stop } = await startWordpress({ version, ...setup })
      return {
        url,
        users,
        stop,
        visitorComment: (comment) => commentAsVisitor(url, comment),
      }
    })
  })
}
