import type { Policy } from '../../../shared/domain/policy.ts'

/** The part of Electron's `ProxyConfig` that a policy can say. */
interface ProxyConfig {
  mode: 'system' | 'direct' | 'fixed_servers'
  proxyRules?: string
  proxyBypassRules?: string
}

/** Chromium's own words for it. */
export function proxyConfigOf({ proxy = { mode: 'system' } }: Policy): ProxyConfig {
  if (proxy.mode !== 'fixed') return { mode: proxy.mode }
  return {
    mode: 'fixed_servers',
    proxyRules: proxy.server,
    ...(proxy.bypass === undefined ? {} : { proxyBypassRules: proxy.bypass.join(',') }),
  }
}
