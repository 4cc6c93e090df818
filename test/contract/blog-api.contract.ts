import { afterAll, beforeAll, describe } from 'vitest'
import { commentsContract } from './comments.contract.ts'
import { openContractLine, type ContractBlog, type ContractLine } from './contract-blog.ts'
import { lineContract } from './line.contract.ts'
import { mediaContract } from './media.contract.ts'
import { pagesContract } from './pages.contract.ts'
import { postListsContract } from './post-lists.contract.ts'
import { postsContract } from './posts.contract.ts'
import { reviewContract } from './review.contract.ts'
import { termsContract } from './terms.contract.ts'

export type { ContractBlog } from './contract-blog.ts'

/** What every blog behind BlogApi must do, method by method and role by role. One blog is started for the whole suite. */
export function describeBlogApiContract(
  name: string,
  has: { hasNotes: boolean },
  start: () => Promise<ContractBlog>,
): void {
  describe(`${name} keeps the contract of BlogApi`, () => {
    let line: ContractLine | null = null
    beforeAll(async () => {
      line = await openContractLine(await start())
    })
    afterAll(() => line?.blog.stop())
    const open = (): ContractLine => {
      if (!line) throw new Error('the blog has not started')
      return line
    }
    lineContract(open)
    postsContract(open)
    postListsContract(open)
    pagesContract(open)
    termsContract(open)
    commentsContract(open)
    mediaContract(open)
    reviewContract(open, has)
  })
}
