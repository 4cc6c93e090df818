import { changeBetween } from '../../src/shared/content/block-change.ts'
import type { BlockNode, PostDocument } from '../../src/shared/content/document.ts'
import type { PostEdit } from '../../src/shared/contract/inputs.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import type { PostWords } from '../../src/shared/domain/post.ts'
import type { WriteHow } from './actions.ts'
import { textOf } from './desk-records.ts'
import type { Device } from './device.ts'
import type { Life } from './life.ts'
import { addKnown, type ShownWords } from './person-memory.ts'

/** How a colleague's tags begin; a person here never takes one out. */
export const COLLEAGUES_TAG = 'colleague'

/** As the window shows it; with a full disk it goes on with what it showed before. */
export async function openPost(device: Device, life: Life, id: string): Promise<ShownWords> {
  const postId = id as PostId
  try {
    const post = await life.desk.query('posts', 'get', { postId })
    const { title, document, excerpt, language, direction, categoryIds, tags, shareLines, mergeCount } = post
    const words = { title, document, excerpt, language, direction, categoryIds, tags, shareLines, mergeCount }
    device.memory.open.set(postId, words)
    addKnown(device.memory, postId, textOf(words))
    return words
  } catch (error) {
    const shown = device.memory.open.get(postId)
    if (device.isDiskFull && shown) return shown
    throw error
  }
}

export async function type(
  device: Device,
  life: Life,
  id: string,
  shown: ShownWords,
  isSavedAtOnce: boolean,
): Promise<void> {
  const postId = id as PostId
  const { memory } = device
  memory.lastSequence += 1
  const sequence = memory.lastSequence
  const { mergeCount: mergesSeen, ...words } = shown
  memory.typed.set(sequence, { postId, text: textOf(words) })
  memory.open.set(postId, shown)
  await handOver(device, life, { postId, sequence, mergesSeen, ...words, caret: null })
  if (isSavedAtOnce) await life.desk.mutate('posts', 'flush', { postId })
}

/** As a window does: what changed since it did so last, and the whole text where the core has not that. */
async function handOver(device: Device, life: Life, edit: Omit<PostEdit, 'window'>): Promise<void> {
  const { document, ...rest } = edit
  const { taken } = device.memory
  const before = taken.get(edit.postId)
  taken.delete(edit.postId)
  const isTaken =
    before && (await life.desk.mutate('posts', 'edit', { ...rest, change: changeSince(before, document) }))
  if (isTaken !== 'taken') await life.desk.mutate('posts', 'edit', edit)
  taken.set(edit.postId, { sequence: edit.sequence, blocks: document.content })
}

/** Blocks are the same here when they say the same: what the person is shown was read anew. */
function changeSince(before: { sequence: number; blocks: BlockNode[] }, { content }: PostDocument) {
  const print = (blocks: BlockNode[]): string[] => blocks.map((block) => JSON.stringify(block))
  const { from, removed, blocks } = changeBetween(print(before.blocks), print(content))
  return {
    over: before.sequence,
    from,
    removed,
    blocks: content.slice(from, from + blocks.length),
    total: content.length,
  }
}

/** Words that were never written before, by this person. */
export const freshWords = ({ name, memory }: Device): string => `${name}-${memory.lastSequence + 1}`

export function rewritten<Words extends PostWords>(words: Words, how: WriteHow, fresh: string): Words {
  const { content } = words.document
  const colleagues = words.tags.filter((tag) => tag.startsWith(COLLEAGUES_TAG))
  const paragraph: BlockNode = {
    type: 'paragraph',
    attrs: { dir: null, source: null },
    content: [{ type: 'text', text: `A sentence ${fresh} about the river.` }],
  }
  const withContent = (blocks: BlockNode[]): Words => ({
    ...words,
    document: { ...words.document, content: blocks },
  })
  switch (how) {
    case 'new':
      return { ...withContent([paragraph]), title: `Post ${fresh}` }
    case 'title':
      return { ...words, title: `Title ${fresh}` }
    case 'paragraph':
      return withContent([paragraph, ...content.slice(1)])
    case 'more':
      return withContent([...content, paragraph])
    case 'less':
      return withContent([paragraph, ...content.slice(2)])
    case 'tags':
      return { ...words, tags: [...colleagues, `tag ${words.tags.length % 2}`, 'river'], excerpt: `In short ${fresh}.` }
    case 'excerpt':
      return { ...words, excerpt: `In short ${fresh}.` }
  }
}

export function chosen<Item>(items: readonly Item[], number: number): Item | undefined {
  return items.at(number < 0 ? number : number % Math.max(items.length, 1))
}

/** Whether the core gets to it or not, the person no longer insists on the words there were. */
export async function choosingWords(
  memory: Device['memory'],
  postId: string,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act()
  } finally {
    memory.inEditor.delete(postId)
    memory.open.delete(postId)
  }
}
