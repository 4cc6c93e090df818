import { fingerprint } from '../../../../../shared/content/checks/fingerprint.ts'
import type { BlockNode, PostDocument } from '../../../../../shared/content/document.ts'

/** Blocks never change (see read-document.ts), so neither do their prints. */
const known = new WeakMap<BlockNode, string>()

/** Tells one state of a text from any other, for the cost of the blocks that changed. */
export function documentPrint({ content }: PostDocument): string {
  return fingerprint(
    content
      .map((block) => {
        const print = known.get(block) ?? fingerprint(JSON.stringify(block))
        known.set(block, print)
        return print
      })
      .join(),
  )
}
