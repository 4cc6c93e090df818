import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { callsBeside } from '../../../src/renderer/src/api/calls-beside.ts'
import type { CallRequest } from '../../../src/shared/contract/wire.ts'

/** A thread that has not begun yet. */
class Thread extends EventTarget {
  readonly asked: { id: number; address: string; request: CallRequest }[] = []
  isEnded = false
  postMessage(asked: (typeof this.asked)[number]): void {
    this.asked.push(asked)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const edit = (sequence: number): CallRequest => ({ path: 'posts.edit', type: 'mutation', input: { sequence } })
const ok = (data: unknown) => ({ ok: true, data }) as const

function setUp() {
  const thread = new Thread()
  const direct: CallRequest[] = []
  const { call, leave } = callsBeside(
    async (request) => {
      direct.push(request)
      return ok('directly')
    },
    () => thread as unknown as Worker,
  )
  return { thread, direct, call, leave }
}

beforeEach(() => void vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/room/#/writing' }))
afterEach(() => vi.unstubAllGlobals())

it('no call waits for a thread that is still to begin; from then on it makes them, to the desk’s own room', async () => {
  const { thread, direct, call } = setUp()
  expect(await call(edit(1))).toEqual(ok('directly'))
  thread.say('ready')
  const [second, third] = [call(edit(2)), call(edit(3))]
  expect(thread.asked.map(({ address, request }) => [address, request])).toEqual([
    ['http://127.0.0.1/room/call', edit(2)],
    ['http://127.0.0.1/room/call', edit(3)],
  ])
  thread.say({ id: thread.asked[1]?.id, response: ok('three') })
  thread.say({ id: thread.asked[0]?.id, response: null })
  expect(await third).toEqual(ok('three'))
  await expect(second).rejects.toThrow(TypeError)
  expect(direct).toEqual([edit(1)])
})

it.each(['error', 'messageerror'])(
  'what a thread took with it when it failed (%s) is asked again, and so is all that follows',
  async (how) => {
    const { thread, direct, call } = setUp()
    await call(edit(1))
    thread.say('ready')
    const taken = call(edit(2))
    thread.dispatchEvent(new Event(how))
    expect(await taken).toEqual(ok('directly'))
    expect(await call(edit(3))).toEqual(ok('directly'))
    expect(direct).toEqual([edit(1), edit(2), edit(3)])
    expect(thread.isEnded).toBe(true)
  },
)

it('a page that goes asks itself for what its thread has not brought back, before whatever follows', async () => {
  const { thread, direct, call, leave } = setUp()
  await call(edit(1))
  thread.say('ready')
  const taken = call(edit(2))
  leave()
  const last = call(edit(3))
  expect([await taken, await last]).toEqual([ok('directly'), ok('directly')])
  expect(direct).toEqual([edit(1), edit(2), edit(3)])
  expect(thread.isEnded).toBe(true)
})

it('where no thread can begin the page asks by itself', async () => {
  const call = callsBeside(
    async () => ok('directly'),
    () => {
      throw new DOMException('not here', 'SecurityError')
    },
  )
  expect(await call.call(edit(1))).toEqual(ok('directly'))
  expect(await call.call(edit(2))).toEqual(ok('directly'))
})
