import { afterEach, expect, it, vi } from 'vitest'
import { httpTransport } from '../../../src/renderer/src/api/http-transport.ts'

afterEach(() => vi.unstubAllGlobals())

const request = { path: 'posts.flush', type: 'mutation' as const, input: { postId: 'p' } }

/** The desk lives under a path of its own, so an address from the root would ask a stranger. */
it.each([
  ['shows', 'visible', false, [['call', false]]],
  [
    'goes, and whose browser refuses to outlive it',
    'hidden',
    false,
    [
      ['call', true],
      ['call', false],
    ],
  ],
  [
    'goes and is not hidden yet',
    'visible',
    true,
    [
      ['call', true],
      ['call', false],
    ],
  ],
])('a call of a page that %s goes to the desk’s own room', async (_what, visibilityState, isLeft, expected) => {
  const asked: unknown[] = []
  vi.stubGlobal('document', { visibilityState })
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    asked.push([input, init.keepalive === true])
    if (init.keepalive === true) throw new TypeError('too much to outlive the page')
    return Response.json({ ok: true, data: null })
  })
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  const transport = httpTransport()
  if (isLeft) page.dispatchEvent(new Event('pagehide'))
  expect(await transport.call(request)).toEqual({ ok: true, data: null })
  expect(asked).toEqual(expected)
})
