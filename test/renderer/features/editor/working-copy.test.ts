import type { Editor } from '@tiptap/core'
import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCoreAccess } from '../../../../src/renderer/src/api/queries.ts'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { WorkingCopy } from '../../../../src/renderer/src/features/editor/working-copy.ts'
import type { PostEdit } from '../../../../src/shared/contract/inputs.ts'
import type { PostId } from '../../../../src/shared/domain/ids.ts'
import type { Post } from '../../../../src/shared/domain/post.ts'
import { asId, fakeCore } from '../../fake-core.ts'

const postId = asId<PostId>('0d9f2f5e-0000-4000-8000-000000000002')
const FULL = { kind: 'database', reason: 'full' } as const
const schema = getSchema(postExtensions)
const saying = (text: string, editedAt = '2026-11-29T10:00:00.000Z'): Post =>
  ({
    editedAt,
    id: postId,
    mergeCount: 0,
    title: text,
    excerpt: '',
    language: '',
    direction: 'ltr',
    categoryIds: [],
    tags: [],
    shareLines: [],
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  }) as unknown as Post

/** A window that shows a post which another window writes in as well. */
function openWindow() {
  const state = { stored: 'As opened.', editedAt: '2026-11-29T10:00:00.000Z', sent: [] as PostEdit[] }
  const transport = fakeCore({
    'posts.edit'(input) {
      state.sent.push(input as PostEdit)
      return { ok: true, data: 'taken' }
    },
    'posts.flush': () => ({ ok: true, data: null }),
    'posts.get': () => ({ ok: true, data: saying(state.stored, state.editedAt) }),
  })
  const copy = new WorkingCopy(saying(state.stored), openCoreAccess(transport))
  let editorState = EditorState.create({ doc: schema.nodeFromJSON(saying(state.stored).document) })
  const editor = {
    isDestroyed: false,
    get state() {
      return editorState
    },
    view: { dispatch: (transaction: typeof editorState.tr) => (editorState = editorState.apply(transaction)) },
  }
  copy.start(editor as unknown as Editor)
  const text = (): string => editorState.doc.textContent
  return { copy, state, transport, text }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a window in which everything is saved', () => {
  it('sends nothing when the words of another window could not be saved', async () => {
    const { state, transport } = openWindow()
    state.stored = 'Of the other window.'
    transport.emit({ topic: 'save-failed', postId, window: 'the other', error: FULL })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state.sent).toEqual([])
  })

  it('shows what the core has, and sends nothing, when that started anew', async () => {
    const { state, transport, text } = openWindow()
    state.stored = 'Of the other window.'
    transport.emit({ topic: 'core-restarted' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect({ sent: state.sent, text: text() }).toEqual({ sent: [], text: 'Of the other window.' })
  })

  it.each([
    ['sends what it shows to a core that came back with less than it told of', {}, ['As opened.'], 'As opened.'],
    ['shows what the person went back to', { isOtherDesk: true as const }, [], 'Of a backup.'],
  ])('%s', async (_, how, sent, shown) => {
    const { state, transport, text } = openWindow()
    state.stored = 'Of a backup.'
    state.editedAt = '2026-11-28T10:00:00.000Z'
    transport.emit({ topic: 'core-restarted', ...how })
    await vi.advanceTimersByTimeAsync(1_000)
    expect({ sent: state.sent.map(({ title }) => title), text: text() }).toEqual({ sent, text: shown })
  })

  it('shows what was written while it heard of nothing', async () => {
    const { state, transport, text } = openWindow()
    state.stored = 'Of the other window.'
    transport.reconnect()
    await vi.advanceTimersByTimeAsync(100)
    expect({ sent: state.sent, text: text() }).toEqual({ sent: [], text: 'Of the other window.' })
  })
})

it('a window whose words the core may have lost sends them, and shows no older ones', async () => {
  const { copy, state, transport, text } = openWindow()
  copy.setFields({ title: 'Typed here.' })
  await vi.advanceTimersByTimeAsync(1_000)
  state.stored = 'Older.'
  transport.emit({ topic: 'core-restarted' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state.sent.map(({ title }) => title)).toEqual(['Typed here.', 'Typed here.'])
  expect(text()).toBe('As opened.')
})

it('a post of which the words cannot be settled says why when it is opened, until they are', async () => {
  const transport = fakeCore({ 'posts.get': () => ({ ok: true, data: saying('Safe.') }) })
  const copy = new WorkingCopy({ ...saying('Safe.'), saveProblem: FULL }, openCoreAccess(transport))
  copy.start({ isDestroyed: true } as Editor)
  expect(copy.read().save).toEqual({ kind: 'failed', error: FULL })
  transport.emit({ topic: 'posts', blogId: asId('0d9f2f5e-0000-4000-8000-000000000001'), postId })
  await vi.advanceTimersByTimeAsync(100)
  expect(copy.read().save).toEqual({ kind: 'untouched' })
})
