import type { AppErrorData } from '../../shared/errors.ts'
import { lookUp } from '../../shared/look-up.ts'

type InsecureReason = Extract<AppErrorData, { kind: 'insecure-line' }>['reason']

/** Failures before the first byte: no route, no name, nobody listening. By the code of Node or the name of Chromium. */
const NOT_CONNECTED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_ADDRESS_INVALID',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_NETWORK_ACCESS_DENIED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_PROXY_AUTH_UNSUPPORTED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
])

const TIMED_OUT = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ERR_TIMED_OUT'])

/** Failures of the TLS handshake, which ends before the first byte of ours. */
const INSECURE = new Map<string, InsecureReason>([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'expired'],
  ['ERR_CERT_DATE_INVALID', 'expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed'],
  ['ERR_CERT_AUTHORITY_INVALID', 'self-signed'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'self-signed'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'self-signed'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'self-signed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'wrong-host'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'other'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'other'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'other'],
  ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'other'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'other'],
  ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'other'],
])

/**
 * What a rejected `fetch` says about the line. Only what provably never left is `offline` or `insecure-line`;
 * everything unknown counts as sent (`answer-lost`), because a look-up is cheap and a second post is not.
 */
export function lineError(thrown: unknown): AppErrorData {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return { kind: 'timeout' }
  const { code, hadConnected } = readCause(thrown)
  const reason = INSECURE.get(code)
  if (reason) return { kind: 'insecure-line', reason }
  if (code.startsWith('CERT_') || code.startsWith('ERR_CERT_')) return { kind: 'insecure-line', reason: 'other' }
  if (NOT_CONNECTED.has(code) || !hadConnected) return { kind: 'offline' }
  if (TIMED_OUT.has(code)) return { kind: 'timeout' }
  return { kind: 'answer-lost' }
}

/** Why nothing was reached, as far as it can be told. To name a cause by; the desk itself acts on `offline` alone. */
export type LineFault = 'no-network' | 'name-unknown' | 'refused' | 'proxy-unreachable' | 'unreachable'

const FAULTS: Readonly<Record<string, LineFault>> = {
  EAI_AGAIN: 'no-network',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  ERR_INTERNET_DISCONNECTED: 'no-network',
  ERR_NETWORK_ACCESS_DENIED: 'no-network',
  ENOTFOUND: 'name-unknown',
  ERR_NAME_NOT_RESOLVED: 'name-unknown',
  ERR_NAME_RESOLUTION_FAILED: 'name-unknown',
  ECONNREFUSED: 'refused',
  ERR_CONNECTION_REFUSED: 'refused',
  ERR_PROXY_CONNECTION_FAILED: 'proxy-unreachable',
  ERR_PROXY_AUTH_UNSUPPORTED: 'proxy-unreachable',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy-unreachable',
  ERR_SOCKS_CONNECTION_FAILED: 'proxy-unreachable',
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy-unreachable',
}

/** Of what `fetch` rejected with, and its code: `ECONNREFUSED`, `ERR_NAME_NOT_RESOLVED`, or '' where it has none. */
export function lineFault(thrown: unknown): { fault: LineFault; code: string } {
  const { code } = readCause(thrown)
  return { fault: lookUp(FAULTS, code) ?? 'unreachable', code }
}

function readCause(thrown: unknown): { code: string; hadConnected: boolean } {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code, syscall } = error as { code?: unknown; syscall?: unknown }
    if (typeof code === 'string') return { code, hadConnected: syscall !== 'connect' }
    // Chromium's errors reach Electron's fetch as a message only; its names are stable, so this one text may be read.
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
    if (chromium) return { code: chromium, hadConnected: true }
  }
  return { code: '', hadConnected: true }
}
