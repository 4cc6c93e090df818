import type { AskedBeside, SaidBeside } from './call-thread-messages.ts'
import { callByHttp } from './http-call.ts'

/** The thread of calls-beside.ts: makes the calls that the window hands to it, and hands back what is answered. */
const say = (said: SaidBeside): void => postMessage(said)

addEventListener('message', ({ data: { id, address, request } }: MessageEvent<AskedBeside>) => {
  callByHttp(address, request).then(
    (response) => say({ id, response }),
    () => say({ id, response: null }),
  )
})
say('ready')
