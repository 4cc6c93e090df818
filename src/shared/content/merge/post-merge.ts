import type { RemoteMediaId, RemoteTermId, UtcIso } from '../../domain/ids.ts'
import type { RemotePostStatus } from '../../domain/post.ts'

/**
 * Everything of a post that two people can change. `content` is block markup; `tags` are names. `footnotes`: the meta in which
 * the blog keeps them, null where it has none and they are in the content.
 */
export interface PostVersion {
  title: string
  excerpt: string
  slug: string
  content: string
  footnotes: string | null
  categoryIds: RemoteTermId[]
  tags: string[]
  featuredMediaId: RemoteMediaId | null
  status: RemotePostStatus
  /** When it is or was to be public; null without a date. Merged together with the status. */
  publishAt: UtcIso | null
}

/** `base`: the blog's text after the last successful exchange. `mine`: this laptop's. `theirs`: the blog's text now. */
export interface Versions<Value> {
  base: Value
  mine: Value
  theirs: Value
}
export type PostVersions = Versions<PostVersion>

export type Side = 'mine' | 'theirs'
export type By = Side | 'both'
/** What a person can take of a conflict. `both`: the two texts one after the other, mine first. */
export type Choice = Side | 'both'

/** `merged` needs nobody. `conflict` waits for a choice and stands in the merged post as the base had it. */
export type ItemState = { state: 'merged' } | { state: 'conflict'; choices: Choice[] }

interface ItemHead {
  /** From position and content alone: the same three versions give the same ids, and so do they with the sides swapped. */
  id: string
  /** Who changed it; `both` when they did the same, or each something else (then it is a conflict or merged by words). */
  by: By
}

export interface FieldItem<Kind extends string, Value> extends ItemHead, Versions<Value> {
  kind: Kind
}

/** A block's texts are its markup; null where a version does not have it. */
export interface BlockItem extends ItemHead, Versions<string | null> {
  kind: 'block-changed' | 'block-added' | 'block-removed' | 'block-moved'
  /** `core/paragraph`; `classic` for text outside of any block. */
  blockName: string
}

/** A note beside the text, by its id; inline HTML, null where a version does not have it. */
export interface FootnoteItem extends ItemHead, Versions<string | null> {
  kind: 'footnote'
  footnoteId: string
}

/** Terms are a set with a base, so they never conflict: one item for each that came or went. */
export type TermItem = ItemHead & { change: 'added' | 'removed' } & (
    { kind: 'category'; categoryId: RemoteTermId } | { kind: 'tag'; tag: string }
  )

/** One thing that changed since the base. */
export type MergeItem = ItemState &
  (
    | FieldItem<'title' | 'excerpt' | 'slug', string>
    | FieldItem<'featured-media', RemoteMediaId | null>
    | FieldItem<'publication', Pick<PostVersion, 'status' | 'publishAt'>>
    | TermItem
    | BlockItem
    | FootnoteItem
  )

/** One place of the content: a text, or what each choice puts there. `gap` is the white space before it. */
export type ContentPart =
  { gap: string; text: string } | { gap: string; itemId: string; texts: Record<Choice | 'neither', string[]> }

export interface MergedContent {
  /** White space at the very beginning and at the very end. */
  head: string
  tail: string
  parts: ContentPart[]
}

/** A note: its text, or what each choice makes of it; null for gone. `last`: what was last said in it, gone or not. */
export type MergedFootnote = { footnoteId: string; last: string } & (
  { text: string | null } | { itemId: string; texts: Record<Choice | 'neither', string | null> }
)

/** `metas`: what the sides had, the one that changed first, to be kept byte for byte where the outcome says the same. */
export interface MergedFootnotes {
  notes: MergedFootnote[]
  metas: string[]
}

/** Plain data, so that it crosses to the window as it is. */
export interface PostMerge {
  /** No item is a conflict: `merged` is what both wanted. */
  isClean: boolean
  items: MergeItem[]
  /** With conflicts resolved to neither side, as the base had them: never to be sent while not clean. See resolveMerge. */
  merged: PostVersion
  content: MergedContent
  /** null where a version says nothing of notes. */
  footnotes: MergedFootnotes | null
}
