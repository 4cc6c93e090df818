/** What makes one text out of another: `removed` blocks go from `from` on, and `blocks` come in their place. */
export interface BlockChange<Block> {
  from: number
  removed: number
  blocks: Block[]
}

/**
 * The shortest single change between two texts whose untouched blocks are the very same objects, as those of an editor are. Compares nothing
 * else, so it costs no more for long blocks; blocks that only look the same are taken for changed ones.
 */
export function changeBetween<Block>(before: readonly Block[], after: readonly Block[]): BlockChange<Block> {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let behind = 0
  while (behind < shorter - from && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1
  return { from, removed: before.length - behind - from, blocks: after.slice(from, after.length - behind) }
}

/** null where the change is not one of this text. */
export function withChange<Block>(
  before: readonly Block[],
  { from, removed, blocks }: BlockChange<Block>,
): Block[] | null {
  // Spread out as arguments, a hundred thousand blocks are more than a call can have.
  return from + removed > before.length ? null : [...before.slice(0, from), ...blocks, ...before.slice(from + removed)]
}
