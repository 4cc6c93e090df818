import { joinContent, USUAL_GAP } from './content-chunks.ts'
import { resolveFootnotes } from './merge-footnotes.ts'
import type { Choice, MergedContent, MergeItem, PostMerge, PostVersion } from './post-merge.ts'

/**
 * The post with each conflict as the person chose; `choices` is by item id. Of `both`, blocks and excerpts stand one after
 * the other, mine first; a title, being one line, becomes "mine / theirs" for the person to shorten; where two cannot
 * stand together (see the item's `choices`) it is mine. A conflict without a choice stays as the base had it, so
 * that no choices at all give `merge.merged`; ids of other items are ignored.
 */
export function resolveMerge(merge: PostMerge, choices: Readonly<Record<string, Choice>>): PostVersion {
  const content = resolveContent(merge.content, choices)
  const footnotes = merge.footnotes ? resolveFootnotes(merge.footnotes, choices, content) : merge.merged.footnotes
  const resolved: PostVersion = { ...merge.merged, content, footnotes }
  for (const item of merge.items) {
    const choice = item.state === 'conflict' ? choices[item.id] : undefined
    if (choice) resolveField(resolved, item, choice)
  }
  return resolved
}

function resolveField(resolved: PostVersion, item: MergeItem, choice: Choice): void {
  const side = choice === 'theirs' ? 'theirs' : 'mine'
  switch (item.kind) {
    case 'title':
      resolved.title = choice === 'both' ? join(item.mine, ' / ', item.theirs) : item[side]
      return
    case 'excerpt':
      resolved.excerpt = choice === 'both' ? join(item.mine, '\n\n', item.theirs) : item[side]
      return
    case 'slug':
      resolved.slug = item[side]
      return
    case 'featured-media':
      resolved.featuredMediaId = item[side]
      return
    case 'publication':
      Object.assign(resolved, item[side])
      return
    case 'category':
    case 'tag':
    case 'block-changed':
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
    case 'footnote':
  }
}

const join = (mine: string, between: string, theirs: string): string =>
  mine === '' || theirs === '' ? mine + theirs : mine + between + theirs

export function resolveContent(content: MergedContent, choices: Readonly<Record<string, Choice>>): string {
  const texts = content.parts.flatMap((part) => {
    if ('text' in part) return [part]
    const chosen = part.texts[choices[part.itemId] ?? 'neither']
    return chosen.map((text, index) => ({ gap: index === 0 ? part.gap : USUAL_GAP, text }))
  })
  return joinContent(content.head, texts, content.tail)
}
