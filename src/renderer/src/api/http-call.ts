import type { CallRequest, CallResponse } from '../../../shared/contract/wire.ts'

/**
 * One call to the Node host: JSON, or a picture's bytes as the raw body with the rest of the call in the header `x-attache-call`.
 * Rejects when the host cannot be reached.
 */
export async function callByHttp(address: string, request: CallRequest, outlivesPage = false): Promise<CallResponse> {
  return readAnswer(await send(address, toFetchInit(request), outlivesPage))
}

function toFetchInit(request: CallRequest): RequestInit {
  const { input } = request
  if (typeof input === 'object' && input !== null && 'bytes' in input && input.bytes instanceof Uint8Array) {
    const { bytes, ...rest } = input
    return {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-attache-call': encodeURIComponent(JSON.stringify({ ...request, input: rest })),
      },
      body: new Blob([bytes.slice()]),
    }
  }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }
}

/** A browser refuses requests that outlive their page once those under way hold more than 64 KB together (Fetch standard, "keepalive"): a refused one goes the ordinary way. */
async function send(address: string, init: RequestInit, outlivesPage: boolean): Promise<Response> {
  if (!outlivesPage) return fetch(address, init)
  return fetch(address, { ...init, keepalive: true }).catch(() => fetch(address, init))
}

async function readAnswer(response: Response): Promise<CallResponse> {
  if (response.headers.get('content-type')?.startsWith('application/json'))
    return (await response.json()) as CallResponse
  return { ok: false, error: { kind: 'internal', logId: `host-${response.status}` } }
}
