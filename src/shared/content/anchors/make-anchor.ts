import { placeOf } from '../checks/place.ts'
import type { Where } from '../checks/finding.ts'
import type { ReadablePost, TextBlock } from '../checks/readable-post.ts'
import type { Anchor } from './anchor.ts'

export const CONTEXT = 48

/** The anchor of a place in a post; null for one that has no words and no block. */
export function makeAnchor(post: ReadablePost, where: Where): Anchor | null {
  if (where.in === 'block') {
    const block = post.blocks.find(({ path }) => isSamePath(path, where.path))
    return block ? { quote: '', before: '', after: wordsOfBlock(post, where.path), where, type: block.type } : null
  }
  const block = post.texts.find((text) => isIn(text, where))
  if (!block) return null
  const [from, to] = 'from' in where ? [where.from, where.to] : [0, block.text.length]
  return {
    quote: block.text.slice(from, to),
    before: block.text.slice(Math.max(0, from - CONTEXT), from),
    after: block.text.slice(to, to + CONTEXT),
    where: placeOf(block, from, to),
    type: block.type,
  }
}

/** By what a block without a passage is known again: the words in it and beside it, or its address. */
export function wordsOfBlock({ blocks, texts }: ReadablePost, path: readonly number[]): string {
  const words = texts.filter((text) => isWithin(text.path, path)).map(({ text }) => text)
  const url = blocks.find((block) => isSamePath(block.path, path))?.attrs['url']
  return [typeof url === 'string' ? url : '', ...words].join('\n').slice(0, 8 * CONTEXT)
}

const isIn = (block: TextBlock, where: Where): boolean =>
  where.in === 'text' ? block.holder === 'text' && isSamePath(block.path, where.path) : block.holder === where.in

export const isSamePath = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && isWithin(one, other)

const isWithin = (path: readonly number[], outer: readonly number[]): boolean =>
  outer.every((index, level) => path[level] === index)
