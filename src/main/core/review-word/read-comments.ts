import type { By } from './review-sheet.ts'
import { findTag, tagsOf, wordTree, wordsIn, type WordTag } from './word-tree.ts'

/** A remark in the margin of a Word file. */
export interface WordComment {
  /** As the text refers to it; given anew with every saving. */
  id: string
  by: By
  words: string
  isResolved: boolean
  /** Of the one that it answers. */
  parentId: string | null
}

/** What was said in the margin, with who answered whom where the program wrote that down (ECMA-376 and its `w15` part). */
export function readComments(xmlOf: (part: string) => string): WordComment[] {
  const threads = readThreads(xmlOf('word/commentsExtended.xml'))
  const comments = tagsOf(findTag(wordTree(xmlOf('word/comments.xml')), 'w:comments') ?? EMPTY)
    .filter(({ name }) => name === 'w:comment')
    .map((tag) => {
      const paragraphs = tagsOf(tag).filter(({ name }) => name === 'w:p')
      const { attributes } = tag
      return {
        id: attributes['w:id'] ?? '',
        by: {
          name: (attributes['w:author'] ?? '').trim(),
          at: attributes['w16du:dateUtc'] ?? attributes['w:date'] ?? '',
        },
        words: paragraphs.map(wordsOf).join('\n').trim(),
        paraIds: paragraphs.flatMap((line) => line.attributes['w14:paraId'] ?? []),
      }
    })
  const byParaId = new Map(comments.flatMap(({ id, paraIds }) => paraIds.map((paraId) => [paraId, id])))
  return comments.map(({ paraIds, ...comment }) => {
    const thread = paraIds.map((paraId) => threads.get(paraId)).find((one) => one !== undefined)
    const parentId = byParaId.get(thread?.parent ?? '') ?? null
    return { ...comment, isResolved: thread?.isDone ?? false, parentId: parentId === comment.id ? null : parentId }
  })
}

const EMPTY: WordTag = { name: '', attributes: {}, children: [] }

function readThreads(xml: string): Map<string, { isDone: boolean; parent: string | null }> {
  const threads = new Map<string, { isDone: boolean; parent: string | null }>()
  for (const { name, attributes } of tagsOf(findTag(wordTree(xml), 'w15:commentsEx') ?? EMPTY)) {
    if (name !== 'w15:commentEx') continue
    threads.set(attributes['w15:paraId'] ?? '', {
      isDone: /^(?:1|true|on)$/.test(attributes['w15:done'] ?? ''),
      parent: attributes['w15:paraIdParent'] ?? null,
    })
  }
  return threads
}

/** What is tracked in a remark counts as it would be. */
function wordsOf(tag: WordTag): string {
  return tagsOf(tag)
    .map((each) => {
      if (each.name === 'w:t') return wordsIn(each)
      if (each.name === 'w:br' || each.name === 'w:cr') return '\n'
      if (each.name === 'w:tab') return ' '
      return each.name === 'w:del' ? '' : wordsOf(each)
    })
    .join('')
}
