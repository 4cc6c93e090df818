import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave, type SaveState } from '../../../../src/renderer/src/features/editor/autosave.ts'

const START_MS = 1_000_000

/** A core that remembers the newest text it was handed and commits it when asked. */
function desk(options: { sendMs?: number } = {}) {
  const state = {
    text: '',
    sent: [] as { sequence: number; text: string; atMs: number }[],
    committed: '',
    isRefusing: false,
    cannotCommit: false,
  }
  const states: SaveState[] = []
  const autosave = new Autosave({
    async send(sequence) {
      const { text } = state
      const atMs = Date.now() - START_MS
      if (options.sendMs) await new Promise((resolve) => setTimeout(resolve, options.sendMs))
      if (state.isRefusing) throw new Error('refused')
      state.sent.push({ sequence, text, atMs })
    },
    async commit() {
      if (state.cannotCommit) throw new Error('full')
      const newest = state.sent.at(-1)
      if (!newest || newest.text === state.committed) return null
      state.committed = newest.text
      return { sequence: newest.sequence, savedAt: 'now' }
    },
    onState: (next) => states.push(next),
    errorOf: () => ({ kind: 'database', reason: 'full' }),
    nowMs: () => Date.now(),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  })
  const type = (text: string): void => {
    state.text = text
    autosave.changed()
  }
  return { autosave, state, states, type }
}

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('autosave', () => {
  it('the first key leaves at once and the rest of a burst 50 ms later, newest text only', async () => {
    const { state, type } = desk()
    type('a')
    await vi.advanceTimersByTimeAsync(10)
    type('ab')
    await vi.advanceTimersByTimeAsync(10)
    type('abc')
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.sent).toEqual([
      { sequence: 1, text: 'a', atMs: 0 },
      { sequence: 2, text: 'abc', atMs: 50 },
    ])
  })

  it('the last of a page that goes leaves at once, beside what is on its way', async () => {
    const { autosave, state, type } = desk({ sendMs: 5 })
    type('a')
    type('ab')
    autosave.leave()
    await vi.advanceTimersByTimeAsync(5)
    expect(state.sent.map(({ sequence, text }) => [sequence, text])).toEqual([
      [1, 'a'],
      [2, 'ab'],
    ])
    autosave.leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.sent).toHaveLength(2)
  })

  it('says saved only after the newest change was committed', async () => {
    const { autosave, states, type } = desk()
    type('a')
    await vi.advanceTimersByTimeAsync(10)
    type('ab')
    autosave.saved(1, 'early')
    expect(states.map(({ kind }) => kind)).toEqual(['saving', 'saving'])
    await vi.advanceTimersByTimeAsync(100)
    autosave.saved(2, 'late')
    expect(states.at(-1)).toEqual({ kind: 'saved', savedAt: 'late' })
  })

  it('a long text is sent four times as seldom as sending takes, and never overlaps itself', async () => {
    const { state, type } = desk({ sendMs: 60 })
    for (let key = 0; key < 100; key += 1) {
      type(`text ${key}`)
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(1000)
    const gaps = state.sent.slice(1).map((send, index) => send.atMs - (state.sent[index]?.atMs ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(240)
    expect(state.sent.at(-1)?.text).toBe('text 99')
  })

  it('a flush during a send still brings what was typed meanwhile', async () => {
    const { autosave, state, type } = desk({ sendMs: 40 })
    type('a')
    type('ab')
    const flushed = autosave.flush()
    await vi.advanceTimersByTimeAsync(200)
    await flushed
    expect(state.committed).toBe('ab')
    expect(autosave.hasUnsent).toBe(false)
  })

  it('a refused text is tried again until it is taken, and the failure stays visible meanwhile', async () => {
    const { state, states, type } = desk()
    state.isRefusing = true
    type('a')
    await vi.advanceTimersByTimeAsync(5000)
    type('ab')
    await vi.advanceTimersByTimeAsync(100)
    expect(states.at(-1)).toEqual({ kind: 'failed', error: { kind: 'database', reason: 'full' } })
    state.isRefusing = false
    await vi.advanceTimersByTimeAsync(3000)
    expect(state.sent.at(-1)?.text).toBe('ab')
  })

  it('a core that started anew gets the text again', async () => {
    const { autosave, state, type } = desk()
    type('a')
    await vi.advanceTimersByTimeAsync(100)
    expect(autosave.sendAgain()).toBe(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(state.sent.map(({ text }) => text)).toEqual(['a', 'a'])
  })

  it('a core that started anew gets nothing of a window of which all is saved: another may have written since', async () => {
    const { autosave, state, type } = desk()
    expect(autosave.sendAgain()).toBe(false)
    type('a')
    await vi.advanceTimersByTimeAsync(100)
    autosave.saved(1, 'now')
    expect(autosave.sendAgain()).toBe(false)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(state.sent).toHaveLength(1)
  })

  it('a commit that fails for the words of another window brings nothing of this one over them', async () => {
    const { autosave, state, states } = desk()
    state.cannotCommit = true
    expect(await autosave.flush()).toEqual({ kind: 'database', reason: 'full' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect({ sent: state.sent, states }).toEqual({ sent: [], states: [] })
  })

  it('what a page that came back sent as it went is unsent until it is answered', async () => {
    const { autosave, type } = desk({ sendMs: 5 })
    type('a')
    await vi.advanceTimersByTimeAsync(100)
    type('ab')
    type('abc')
    await vi.advanceTimersByTimeAsync(5)
    autosave.leave()
    expect(autosave.hasUnsent).toBe(true)
    await vi.advanceTimersByTimeAsync(5)
    expect(autosave.hasUnsent).toBe(false)
  })

  it('a moved caret alone sends nothing until the flush', async () => {
    const { autosave, state, states } = desk()
    state.text = 'as it was'
    autosave.caretMoved()
    await vi.advanceTimersByTimeAsync(5000)
    expect({ sent: state.sent, states }).toEqual({ sent: [], states: [] })
    await autosave.flush()
    expect(state.sent.map(({ text }) => text)).toEqual(['as it was'])
  })
})
