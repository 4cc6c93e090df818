import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Fetch } from '../../src/main/core/ports.ts'
import { serveHttp } from '../support/serve-http.ts'

/** Whatever nobody holds any more is gone then; what is only followed from afar has to be held by somebody. */
function clearMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

/** A request that is given up ends, however much memory was cleared since it began: a sync has nothing else that ends it on a line that went dead. */
export function describeGivingUp(fetch: Fetch): void {
  test('given up before an answer, a request ends also after memory was cleared', async () => {
    const hasArrived = Promise.withResolvers<void>()
    const url = await serveHttp(() => hasArrived.resolve())
    const cut = new AbortController()
    const waiting = fetch(url, { method: 'POST', body: 'x', signal: cut.signal })
    await hasArrived.promise
    clearMemory()
    cut.abort(new Error('too late'))
    await expect(waiting).rejects.toThrow('too late')
  })

  test('given up in the middle of an answer, its body ends also after memory was cleared', async () => {
    const url = await serveHttp(
      (_request, response) => void response.writeHead(200, { 'content-length': '10' }).write('x'),
    )
    const cut = new AbortController()
    const response = await fetch(url, { signal: cut.signal })
    const text = response.text()
    clearMemory()
    cut.abort(new Error('too slow'))
    await expect(text).rejects.toThrow('too slow')
  })

  test('of several signals of which nobody keeps the sum, each ends it after memory was cleared', async () => {
    const hasArrived = Promise.withResolvers<void>()
    const url = await serveHttp(() => hasArrived.resolve())
    const [round, flight] = [new AbortController(), new AbortController()]
    const begin = () => fetch(url, { signal: AbortSignal.any([round.signal, AbortSignal.any([flight.signal])]) })
    const waiting = begin()
    await hasArrived.promise
    clearMemory()
    flight.abort(new Error('the round is over'))
    await expect(waiting).rejects.toThrow('the round is over')
  })
}
