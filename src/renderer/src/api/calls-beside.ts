import type { CallRequest, CallResponse } from '../../../shared/contract/wire.ts'
import type { AskedBeside, SaidBeside } from './call-thread-messages.ts'
// oxlint-disable-next-line import/default -- what Vite makes of a thread is its address
import threadAddress from './call-thread.ts?worker&url'

type Call = (request: CallRequest) => Promise<CallResponse>

export interface CallsBeside {
  call: Call
  /** The page goes, and the thread with it: what it has not brought back is asked `directly`, before whatever follows. */
  leave: () => void
}

/**
 * Calls made by a thread beside the window's own. There is one for each key that is typed, and a request of the page costs the thread
 * that draws as much as the letter itself. Until the other thread runs, and when it cannot, a call goes `directly`; one that it took
 * with it is made again. Meant for calls that may come twice.
 */
export function callsBeside(directly: Call, start: () => Worker = startThread): CallsBeside {
  const waiting = new Map<number, { request: CallRequest; answer: PromiseWithResolvers<CallResponse> }>()
  let thread: Worker | null = null
  let state: 'not-asked' | 'starting' | 'ready' | 'failed' = 'not-asked'
  let lastId = 0

  function open(): void {
    state = 'starting'
    try {
      thread = start()
    } catch {
      // A browser that refuses it: the page asks for all by itself.
      return end('failed')
    }
    thread.addEventListener('message', ({ data }: MessageEvent<SaidBeside>) => {
      if (data === 'ready') state = 'ready'
      else take(data.id, data.response)
    })
    thread.addEventListener('error', fail)
    thread.addEventListener('messageerror', fail)
  }

  const fail = (): void => end('failed')

  function take(id: number, response: CallResponse | null): void {
    const answer = waiting.get(id)?.answer
    waiting.delete(id)
    if (response) answer?.resolve(response)
    else answer?.reject(new TypeError('The host cannot be reached.'))
  }

  function end(next: 'failed' | 'not-asked'): void {
    state = next
    thread?.terminate()
    thread = null
    const left = [...waiting.values()]
    waiting.clear()
    for (const { request, answer } of left) answer.resolve(directly(request))
  }

  const call: Call = (request) => {
    if (state === 'not-asked') open()
    if (state !== 'ready' || !thread) return directly(request)
    const answer = Promise.withResolvers<CallResponse>()
    lastId += 1
    waiting.set(lastId, { request, answer })
    thread.postMessage({ id: lastId, address: new URL('call', document.baseURI).href, request } satisfies AskedBeside)
    return answer.promise
  }

  return { call, leave: () => end('not-asked') }
}

let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | undefined

/** The only address of code that the window names itself; the page may make a policy of this name once (renderer-files.ts). */
function startThread(): Worker {
  policy ??= window.trustedTypes?.createPolicy('attache-thread', { createScriptURL: () => threadAddress })
  return new Worker((policy?.createScriptURL('') as string | undefined) ?? threadAddress, { type: 'module' })
}
