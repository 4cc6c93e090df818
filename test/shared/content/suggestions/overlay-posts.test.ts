import { describe, expect, test } from 'vitest'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import {
  listPostSuggestions,
  overlayPosts,
  settlePost,
} from '../../../../src/shared/content/suggestions/overlay-posts.ts'
import type { RemoteTermId } from '../../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../../src/shared/domain/post.ts'
import type { ShareLine } from '../../../../src/shared/domain/share-line.ts'
import { paragraph } from '../merge/versions.ts'

const line = (id: string, text: string): ShareLine => ({
  id,
  kind: 'platform',
  platform: 'mastodon',
  platformName: '',
  ownLimit: null,
  language: '',
  text,
})

const before: PostWords = {
  title: 'The ferry at Can Tho',
  excerpt: '',
  document: markupToDocument(paragraph('It leaves at six.')),
  language: '',
  direction: 'ltr',
  categoryIds: [3, 5] as RemoteTermId[],
  tags: ['river', 'ferry'],
  shareLines: [line('one', 'It leaves at six. {link}'), line('two', 'A ferry.'), line('three', 'Come.')],
}
const after: PostWords = {
  title: 'The old ferry at Can Tho',
  excerpt: 'Nobody has seen it wait.\n\n  Ever.',
  document: markupToDocument(paragraph('It leaves at seven.')),
  language: 'en',
  direction: 'ltr',
  categoryIds: [5, 8] as RemoteTermId[],
  tags: ['river', 'Mekong'],
  shareLines: [line('one', 'It leaves at seven. {link}'), line('three', 'Come.'), line('four', 'New.')],
}

describe('a whole post', () => {
  test('is told by its title, its text and what stands beside it', () => {
    const { fields, text } = listPostSuggestions(overlayPosts(before, after))
    expect(fields.map(({ field, change, was, is }) => `${field} ${change}: ${was} → ${is}`)).toEqual([
      'title inserted:  → old ',
      'excerpt inserted:  → Nobody has seen it wait.\n\n  Ever.',
      'language replaced:  → en',
      'category removed: 3 → ',
      'category added:  → 8',
      'tag removed: ferry → ',
      'tag added:  → Mekong',
      'share replaced: Mastodon: It leaves at six. {link} → Mastodon: It leaves at seven. {link}',
      'share removed: Mastodon: A ferry. → ',
      'share added:  → Mastodon: New.',
    ])
    expect(text.map(({ was, is }) => `${was} → ${is}`)).toEqual(['six → seven'])
  })

  test('is the one or the other with nothing or everything taken, and has an id for each suggestion', () => {
    const overlay = overlayPosts(before, after)
    const { fields, text } = listPostSuggestions(overlay)
    const ids = [...fields, ...text].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(settlePost(overlay, new Set())).toEqual(before)
    expect(settlePost(overlay, new Set(ids))).toEqual(after)
  })

  test('takes what was chosen, and nothing else', () => {
    const overlay = overlayPosts(before, after)
    const { fields } = listPostSuggestions(overlay)
    const chosen = fields.filter(({ field, change }) => field === 'title' || (field === 'tag' && change === 'added'))
    expect(settlePost(overlay, new Set(chosen.map(({ id }) => id)))).toEqual({
      ...before,
      title: 'The old ferry at Can Tho',
      tags: ['river', 'ferry', 'Mekong'],
    })
  })

  test('takes one share line and leaves another', () => {
    const overlay = overlayPosts(before, after)
    const removed = overlay.shareLines.filter(({ change }) => change === 'removed').map(({ id }) => id)
    expect(settlePost(overlay, new Set(removed)).shareLines.map(({ text }) => text)).toEqual([
      'It leaves at six. {link}',
      'Come.',
    ])
  })
})
