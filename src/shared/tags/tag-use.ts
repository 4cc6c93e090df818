import type { Term } from '../domain/blog.ts'
import type { PostSummary } from '../domain/post.ts'
import { foldText } from '../search/fold-letters.ts'
import { areNearTags, tagNameOf, tagShapeOf, type TagShape } from './near-tags.ts'

/** A tag and how much it is used. */
export interface TagUse {
  name: string
  /** Posts with it that are here, out of the trash, whatever their state. */
  hereCount: number
  /** What the blog counts, also of people whose posts this account cannot see; 0 where it does not say. */
  blogCount: number
  /** The larger of the two. */
  postCount: number
}

/** Every tag of a blog, those of the posts that are not sent yet among them; the most used first, then by name. */
export function listTagUse(posts: readonly Pick<PostSummary, 'state' | 'tags'>[], terms: readonly Term[]): TagUse[] {
  const here = new Map<string, number>()
  for (const { state, tags } of posts) {
    if (state === 'in-trash') continue
    for (const tag of new Set(tags)) here.set(tag, (here.get(tag) ?? 0) + 1)
  }
  const onBlog = new Map(terms.flatMap((term) => (term.taxonomy === 'tag' ? [[term.name, term.useCount ?? 0]] : [])))
  return [...new Set([...onBlog.keys(), ...here.keys()])]
    .map((name) => {
      const hereCount = here.get(name) ?? 0
      const blogCount = onBlog.get(name) ?? 0
      return { name, hereCount, blogCount, postCount: Math.max(hereCount, blogCount) }
    })
    .toSorted((one, other) => other.postCount - one.postCount || byTagName(one, other))
}

export const byTagName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name)

/** Finds, among the tags of a blog and in their order, those that are nearly the same as a name. Each is read once. */
export function nearTagFinder<Use extends Pick<TagUse, 'name'>>(uses: readonly Use[]): (name: string) => Use[] {
  let shapes: { use: Use; shape: TagShape }[] | null = null
  return (name) => {
    shapes ??= uses.map((use) => ({ use, shape: tagShapeOf(use.name) }))
    const shape = tagShapeOf(name)
    return shapes.filter((each) => areNearTags(each.shape, shape)).map(({ use }) => use)
  }
}

/** Those whose name, or a word of it, begins as what was typed; all of them before anything was. */
export function tagsBeginning<Use extends Pick<TagUse, 'name'>>(typed: string, uses: readonly Use[]): Use[] {
  const begun = folded(typed).trim()
  return uses.filter(({ name }) => ` ${folded(name)}`.includes(` ${begun}`))
}

const folded = (text: string): string => foldText(tagNameOf(text)).text

/**
 * Of the tags of one post, those that no other has and that are nearly one in use, with that one. What is on several posts is
 * a matter of the blog and no slip in this one.
 */
export function listDoubtfulTags(
  tags: readonly string[],
  known: ReadonlyMap<string, TagUse>,
  findNear: (name: string) => TagUse[],
): { name: string; there: TagUse }[] {
  return tags.flatMap((name, index) => {
    const ownCount = known.get(name)?.postCount ?? 0
    if (ownCount > 1) return []
    // Of two that are used alike, the one that came first stays.
    const isFor = ({ name: near, postCount }: TagUse): boolean =>
      postCount > ownCount || (postCount > 0 && postCount === ownCount && !tags.includes(near, index))
    const there = findNear(name).find(isFor)
    return there ? [{ name, there }] : []
  })
}

/** Each two that are nearly the same, the more used first, in the order of the list. Thousands of tags take no time to notice. */
export function listNearPairs<Use extends Pick<TagUse, 'name'>>(uses: readonly Use[]): (readonly [Use, Use])[] {
  const byFirstLetter = new Map<string, { use: Use; shape: TagShape }[]>()
  const pairs: (readonly [Use, Use])[] = []
  for (const use of uses) {
    const shape = tagShapeOf(use.name)
    const letter = shape.joined.folded.slice(0, 1)
    const earlier = byFirstLetter.get(letter) ?? []
    for (const each of earlier) if (areNearTags(each.shape, shape)) pairs.push([each.use, use])
    earlier.push({ use, shape })
    byFirstLetter.set(letter, earlier)
  }
  return pairs
}
