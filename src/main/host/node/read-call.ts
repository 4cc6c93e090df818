import type { CallRequest } from '../../../shared/contract/wire.ts'
import { parseWindowCall } from '../parse-window-call.ts'

/**
 * A call from the browser: JSON in the body; or, with a picture, the bytes in the body and everything else as
 * percent-encoded JSON in `x-attache-call`, to become `input.bytes`. null when it is neither.
 */
export async function readCall(request: Request): Promise<CallRequest | null> {
  const header = request.headers.get('x-attache-call')
  if (header === null) return parseWindowCall(parseJson(await request.text()))
  const call = parseWindowCall(parseJson(decode(header)))
  if (!call || typeof call.input !== 'object' || call.input === null) return null
  return { ...call, input: { ...call.input, bytes: new Uint8Array(await request.arrayBuffer()) } }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
