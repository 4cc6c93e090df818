import type { GivenAnswer } from './fault-proxy.ts'

const page = (status: number, text: string): GivenAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><title>${text}</title><p>${text}</p>`,
})

/** What a hotel's network says instead of the blog: a page, and 200. */
export const captivePage = page(200, 'Welcome to our WiFi. Please accept the terms.')

/** What a filter before the blog says to words that it takes for an attack. */
export const firewallPage = page(403, 'The request was blocked. Reference 18.4f2a')

export const proxyWantsSignIn: GivenAnswer = {
  ...page(407, 'Proxy authentication required'),
  headers: { 'content-type': 'text/html', 'proxy-authenticate': 'Basic realm="office"' },
}

/** For a site that has moved; `location` is the whole new address. */
export const movedTo = (location: string): GivenAnswer => ({ ...page(301, 'Moved'), headers: { location } })

export const tooManyRequests: GivenAnswer = { ...page(429, 'Slow down'), headers: { 'retry-after': '30' } }
export const underMaintenance: GivenAnswer = { ...page(503, 'Maintenance'), headers: { 'retry-after': '60' } }
export const badGateway: GivenAnswer = page(502, 'Bad gateway')
/** The blog carried the request out, and what stands before it gave up. */
export const gatewayTimeout: GivenAnswer = { ...page(504, 'Gateway timeout'), isApplied: true }
/** A password that the blog did not take, in WordPress's own words. */
export const passwordRefused: GivenAnswer = {
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: '{"code":"incorrect_password","message":"The password is wrong.","data":{"status":401}}',
}
