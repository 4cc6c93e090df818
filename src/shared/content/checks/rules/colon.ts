import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { excerptOf } from '../place.ts'
import type { LooseNode } from '../readable-post.ts'

/** Why: whoever ends in a colon promises something. Seen on real blogs where a list or a picture was lost in the move. */
export const colonWithoutAnything: Check = {
  id: 'colon-without-anything',
  fine: null,
  *look(post) {
    for (const { path, text, type, holder } of post.texts) {
      const trimmed = text.trimEnd()
      if (holder !== 'text' || type !== 'paragraph' || !/[:：]$/u.test(trimmed)) continue
      const siblings = childrenAt(post.top, path.slice(0, -1))
      const next = siblings.slice((path.at(-1) ?? 0) + 1).find((node) => !isBlank(node))
      // Inside a cell, a quote or an item what follows may be outside.
      const isLast = next === undefined && path.length === 1
      if (!isLast && next?.type !== 'heading' && next?.type !== 'horizontalRule') continue
      const lastSentence = trimmed.split(/(?<=[.!?؟。])\s+/u).at(-1) ?? trimmed
      yield {
        sentence: t('“{words}” ends in a colon and nothing follows.', { words: excerptOf(lastSentence) }),
        why: t('A reader waits for what was announced. Often a list or a picture was lost when the text was moved.'),
        where: { in: 'text', path, from: trimmed.length - lastSentence.length, to: trimmed.length },
        fixes: [
          {
            label: t('End it with a full stop'),
            change: {
              kind: 'replace-text',
              path,
              from: trimmed.length - 1,
              to: trimmed.length,
              expected: trimmed.slice(-1),
              text: trimmed.endsWith('：') ? '。' : '.',
            },
          },
        ],
        about: lastSentence,
      }
    }
  },
}

function childrenAt(top: LooseNode[], path: number[]): LooseNode[] {
  let nodes = top
  for (const index of path) nodes = nodes[index]?.content ?? []
  return nodes
}

const isBlank = (node: LooseNode): boolean =>
  node.type === 'paragraph' && (node.content ?? []).every((child) => child.type === 'text' && child.text?.trim() === '')
