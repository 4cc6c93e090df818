import { inOneForm } from './in-one-form.ts'
import { mergeContent } from './merge-content.ts'
import { mergeFootnotes, resolveFootnotes } from './merge-footnotes.ts'
import { itemIds } from './merge-item-id.ts'
import { mergeKnownBlock } from './merge-known-block.ts'
import { mergeTerms } from './merge-terms.ts'
import { mergeValue } from './merge-value.ts'
import type { Choice, FieldItem, ItemState, MergeItem, PostMerge, PostVersion, PostVersions } from './post-merge.ts'
import { resolveContent } from './resolve-merge.ts'

const EITHER: readonly Choice[] = ['mine', 'theirs']
const EITHER_OR_BOTH: readonly Choice[] = ['mine', 'theirs', 'both']

/**
 * Merges two versions of a post that grew from one base. What does not touch merges by itself: block by block, then words
 * inside a block; terms as sets; every other field as one value. What touches is a conflict item and stands in `merged`
 * as the base had it. Pure, takes any text, near-linear. Which side is mine decides only whose text comes first.
 */
export function mergePosts({ base, mine, theirs }: PostVersions): PostMerge {
  const nextId = itemIds()

  const mergeField = <Kind extends string, Value>(
    kind: Kind,
    read: (version: PostVersion) => Value,
    choices: readonly Choice[],
  ): { value: Value; items: (FieldItem<Kind, Value> & ItemState)[] } => {
    const versions = { base: read(base), mine: read(mine), theirs: read(theirs) }
    const merged = mergeValue(versions, isSameJson)
    const isConflict = 'conflict' in merged
    const value = isConflict ? versions.base : merged.value
    if (merged.by === null) return { value, items: [] }
    const state: ItemState = isConflict ? { state: 'conflict', choices: [...choices] } : { state: 'merged' }
    const sides = [versions.mine, versions.theirs].map((side) => JSON.stringify(side)).toSorted()
    const id = nextId(kind, JSON.stringify(versions.base), ...sides)
    return { value, items: [{ kind, id, by: merged.by, ...versions, ...state }] }
  }

  const title = mergeField('title', (version) => version.title, EITHER_OR_BOTH)
  const excerpt = mergeField('excerpt', (version) => version.excerpt, EITHER_OR_BOTH)
  const slug = mergeField('slug', (version) => version.slug, EITHER)
  const picture = mergeField('featured-media', (version) => version.featuredMediaId, EITHER)
  const publication = mergeField('publication', ({ status, publishAt }) => ({ status, publishAt }), EITHER)
  const categories = mergeTerms({ base: base.categoryIds, mine: mine.categoryIds, theirs: theirs.categoryIds })
  const tags = mergeTerms({ base: base.tags, mine: mine.tags, theirs: theirs.tags })
  const blocks = mergeContent(
    inOneForm({ base: base.content, mine: mine.content, theirs: theirs.content }),
    mergeKnownBlock,
  )
  const footnotes = mergeFootnotes({ base: base.footnotes, mine: mine.footnotes, theirs: theirs.footnotes }, nextId)
  const content = resolveContent(blocks.content, {})

  const items: MergeItem[] = [
    ...title.items,
    ...blocks.items,
    ...(footnotes?.items ?? []),
    ...excerpt.items,
    ...slug.items,
    ...picture.items,
    ...publication.items,
    ...categories.changes.map(({ change, by, term }): MergeItem => {
      const id = nextId('category', change, term)
      return { kind: 'category', id, by, state: 'merged', change, categoryId: term }
    }),
    ...tags.changes.map(({ change, by, term }): MergeItem => {
      const id = nextId('tag', change, term)
      return { kind: 'tag', id, by, state: 'merged', change, tag: term }
    }),
  ]
  return {
    isClean: items.every(({ state }) => state === 'merged'),
    items,
    content: blocks.content,
    footnotes: footnotes?.merged ?? null,
    merged: {
      title: title.value,
      excerpt: excerpt.value,
      slug: slug.value,
      content,
      footnotes: footnotes ? resolveFootnotes(footnotes.merged, {}, content) : (theirs.footnotes ?? base.footnotes),
      categoryIds: categories.terms,
      tags: tags.terms,
      featuredMediaId: picture.value,
      ...publication.value,
    },
  }
}

const isSameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
