import type { CustomScheme, Protocol } from 'electron'
import { assertNotReady, assertReady } from './app.ts'

type Handler = (request: Request) => Response | Promise<Response>

const schemes = new Map<string, CustomScheme['privileges']>()
const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    assertNotReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges } of customSchemes) schemes.set(scheme, privileges)
  },
  handle(scheme: string, handler: Handler): void {
    assertReady('protocol.handle')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

/** What Chromium does with an address of a custom scheme: only one registered as standard has a host and a path. */
export async function fetchFromScheme(address: string, method = 'GET'): Promise<Response> {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  const handler = handlers.get(scheme)
  if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
  if (schemes.get(scheme)?.standard && url.pathname === '') url.pathname = '/'
  return handler(new Request(url.href, { method }))
}

export function privilegesOf(scheme: string): CustomScheme['privileges'] | null {
  return schemes.get(scheme) ?? null
}
