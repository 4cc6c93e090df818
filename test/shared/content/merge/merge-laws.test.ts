import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFootnotesMeta } from '../../../../src/shared/content/footnotes-meta.ts'
import { chunkContent } from '../../../../src/shared/content/merge/content-chunks.ts'
import { describeMerge, mergeSentence } from '../../../../src/shared/content/merge/describe-merge.ts'
import { inOneForm } from '../../../../src/shared/content/merge/in-one-form.ts'
import { mergePosts } from '../../../../src/shared/content/merge/merge-posts.ts'
import type { MergeItem, PostVersion, PostVersions } from '../../../../src/shared/content/merge/post-merge.ts'
import { resolveMerge } from '../../../../src/shared/content/merge/resolve-merge.ts'
import { choose } from './read-merge.ts'
import { anyVersions, otherSide, swapSides } from './versions.ts'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const wordCounts = (...texts: string[]): Map<string, number> =>
  countEach(texts.flatMap((text) => text.match(WORD) ?? []))

function countEach(entries: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return counts
}

/** What is in the base's content more often than the two sides together took it away. */
function staying({ base, mine, theirs }: PostVersions, count: (content: string) => Map<string, number>): string[] {
  const [inMine, inTheirs] = [count(mine.content), count(theirs.content)]
  return [...count(base.content)].flatMap(([entry, times]) => {
    const taken = [inMine, inTheirs].map((side) => Math.max(0, times - (side.get(entry) ?? 0)))
    return times > (taken[0] ?? 0) + (taken[1] ?? 0) ? [entry] : []
  })
}

const wordsOf = ({ title, excerpt, slug, content, footnotes, tags }: PostVersion): Map<string, number> =>
  wordCounts(title, excerpt, slug, content, ...readFootnotesMeta(footnotes ?? '').map(({ html }) => html), ...tags)

function textsOfConflicts(items: readonly MergeItem[]): string[] {
  return items.flatMap((item) => {
    if (item.state === 'merged' || !('base' in item)) return []
    return [item.base, item.mine, item.theirs].map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    )
  })
}

/** Without the order of terms, the white space between blocks and the form of no notes, which a person does not change. */
const withoutLayout = (version: PostVersion): unknown => ({
  ...version,
  categoryIds: new Set(version.categoryIds),
  tags: new Set(version.tags),
  footnotes: readFootnotesMeta(version.footnotes ?? '').length === 0 ? '' : version.footnotes,
  content: chunkContent(version.content).chunks.map(({ text }) => text),
})

/** The item as it would be with the sides swapped; without the number that tells it from its like. */
function swapped(item: MergeItem): unknown {
  const by = item.by === 'both' ? 'both' : otherSide(item.by)
  return comparable('base' in item ? { ...item, by, mine: item.theirs, theirs: item.mine } : { ...item, by })
}
const comparable = <Item extends { id: string }>(item: Item): unknown => ({ ...item, id: item.id.replace(/-\d+$/, '') })
const sorted = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(sortKeys(item))).toSorted()
const sortKeys = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1)))

const laws: Record<string, (versions: PostVersions) => void> = {
  'what only they changed is theirs, byte for byte': ({ base, theirs }) => {
    const merge = mergePosts({ base, mine: base, theirs })
    expect(merge.isClean).toBe(true)
    expect(merge.merged).toEqual(theirs)
    expect(merge.items.filter(({ by }) => by !== 'theirs')).toEqual([])
  },
  'what only I changed is mine, byte for byte': ({ base, mine }) => {
    const merge = mergePosts({ base, mine, theirs: base })
    expect(merge.isClean).toBe(true)
    expect(merge.merged).toEqual(mine)
    expect(merge.items.filter(({ by }) => by !== 'mine')).toEqual([])
  },
  'what both made the same is that, byte for byte': ({ base, mine }) => {
    const merge = mergePosts({ base, mine, theirs: mine })
    expect(merge.isClean).toBe(true)
    expect(merge.merged).toEqual(mine)
    expect(merge.items.filter(({ by }) => by !== 'both')).toEqual([])
  },
  'swapping the sides swaps who did it and nothing else': (versions) => {
    const merge = mergePosts(versions)
    const other = mergePosts(swapSides(versions))
    expect(sorted(other.items.map(swapped))).toEqual(sorted(merge.items.map(comparable)))
  },
  'every word that a side wrote is in the merged post or in a conflict': (versions) => {
    const merge = mergePosts(versions)
    const kept = new Set([...wordsOf(merge.merged).keys(), ...wordCounts(...textsOfConflicts(merge.items)).keys()])
    const base = wordsOf(versions.base)
    for (const side of [versions.mine, versions.theirs])
      expect([...wordsOf(side).keys()].filter((word) => !base.has(word) && !kept.has(word))).toEqual([])
  },
  'every word of the base that neither side removed is in the merged post or in a conflict': (versions) => {
    const { merged, items } = mergePosts(versions)
    const kept = wordCounts(merged.content, ...textsOfConflicts(items))
    expect(staying(versions, wordCounts).filter((word) => !kept.has(word))).toEqual([])
  },
  'a block that each version has once stays, byte for byte': (versions) => {
    const blockCounts = (content: string): Map<string, number> =>
      countEach(chunkContent(content).chunks.map(({ text }) => text))
    const [inMine, inTheirs] = [blockCounts(versions.mine.content), blockCounts(versions.theirs.content)]
    const { content } = mergePosts(versions).merged
    const untouched = [...blockCounts(versions.base.content)].filter(
      ([text, times]) => times === 1 && inMine.get(text) === 1 && inTheirs.get(text) === 1,
    )
    for (const [text] of untouched) expect(content).toContain(text)
  },
  'one side taken throughout gives that side wherever there was a conflict': (versions) => {
    const merge = mergePosts(versions)
    const { base, mine, theirs } = versions
    const contents = inOneForm({ base: base.content, mine: mine.content, theirs: theirs.content })
    for (const side of ['mine', 'theirs'] as const) {
      const resolved = choose(merge, side)
      for (const item of merge.items) {
        if (item.state === 'conflict' && 'blockName' in item && item[side] !== null)
          expect(resolved.content).toContain(item[side])
      }
      if (merge.items.every(({ state, by }) => state === 'conflict' || by === side)) {
        expect(withoutLayout(resolved)).toEqual(withoutLayout({ ...versions[side], content: contents[side] }))
      }
    }
  },
  'both taken throughout loses no word that a side wrote in a block': (versions) => {
    const merge = mergePosts(versions)
    const kept = wordCounts(choose(merge, 'both').content)
    const base = wordCounts(versions.base.content)
    for (const side of [versions.mine, versions.theirs])
      expect([...wordCounts(side.content).keys()].filter((word) => !base.has(word) && !kept.has(word))).toEqual([])
  },
  'no choice at all leaves the merged post': (versions) => {
    const merge = mergePosts(versions)
    expect(resolveMerge(merge, {})).toEqual(merge.merged)
  },
  'the same versions give the same merge, ids included, and no id twice': (versions) => {
    const merge = mergePosts(versions)
    expect(mergePosts(structuredClone(versions))).toEqual(merge)
    expect(JSON.parse(JSON.stringify(merge))).toEqual(merge)
    expect(new Set(merge.items.map(({ id }) => id)).size).toBe(merge.items.length)
  },
  'every item is told in exactly one sentence': (versions) => {
    const merge = mergePosts(versions)
    const lines = describeMerge(merge)
    expect(lines.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(merge.items.map(({ id }) => id).toSorted())
    expect(new Set(lines.map(mergeSentence)).size).toBe(lines.length)
  },
}

const regressions = join(import.meta.dirname, 'regressions')
for (const file of readdirSync(regressions).filter((name) => name.endsWith('.json'))) {
  const versions = JSON.parse(readFileSync(join(regressions, file), 'utf8')) as PostVersions
  describe(`what once failed: ${file.slice(0, -'.json'.length)}`, () => {
    test.each(Object.entries(laws))('%s', (_law, holds) => holds(versions))
  })
}

/** A failure prints its seed and path; its versions, shrunk, belong into `regressions/`. */
describe('of any three versions', () => {
  const numRuns = Number(process.env['MERGE_RUNS'] ?? 400)
  test.each(Object.entries(laws))('%s', (_law, holds) => {
    fc.assert(fc.property(anyVersions, holds), { numRuns })
  })
})
