import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

/** Longer is no description of an update. */
export const LONGEST_DESCRIPTION_BYTES = 64 * 1024
/** Larger is no installer of this program. */
const LARGEST_INSTALLER_BYTES = 1024 ** 3

export type InstallerKind = 'exe' | 'dmg' | 'deb' | 'rpm'

/** The program that is running. */
export interface RunningProgram {
  version: string
  arch: string
  /** What the system can install here by itself; null where it cannot, as for an AppImage. */
  installs: InstallerKind | null
  /** Ed25519, the 32 bytes in base64, compiled in; empty in a copy that takes no updates. */
  publicKey: string
}

export interface Installer {
  version: string
  fileName: string
  sha256: string
  sizeBytes: number
}

export type UpdateRefusal =
  'no-key' | 'unreadable' | 'wrong-signature' | 'same-version' | 'older-version' | 'not-for-this-system' | 'too-large'

export type UpdateDecision =
  { decided: 'install'; installer: Installer } | { decided: 'refused'; why: UpdateRefusal; version: string | null }

const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

/** The signature is over the bytes of `signed`, so that nothing of what it says is read before it is known whose it is. */
const envelope = z.object({ signed: z.string(), signature: z.base64() })
const description = z.object({
  format: z.literal('attache-update-1'),
  version,
  files: z.array(
    z.object({
      kind: z.enum(['exe', 'dmg', 'deb', 'rpm']),
      arch: z.string(),
      /** A name beside the description, never a path. */
      fileName: z.string().regex(/^attache-[\w.-]{1,100}$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      sizeBytes: z.int().positive(),
    }),
  ),
})

/** Whether what is offered may be put in the place of what runs. Nothing that is not newer, and signed by the key compiled in, ever is. */
export function decideUpdate(running: RunningProgram, offered: string): UpdateDecision {
  const refuse = (why: UpdateRefusal, of: string | null = null): UpdateDecision => ({
    decided: 'refused',
    why,
    version: of,
  })
  if (running.publicKey === '') return refuse('no-key')
  if (Buffer.byteLength(offered) > LONGEST_DESCRIPTION_BYTES) return refuse('too-large')
  const sent = envelope.safeParse(parseJson(offered))
  if (!sent.success) return refuse('unreadable')
  if (!isSigned(sent.data, running.publicKey)) return refuse('wrong-signature')
  const told = description.safeParse(parseJson(sent.data.signed))
  if (!told.success) return refuse('unreadable')

  const order = compareVersions(told.data.version, running.version)
  if (order === 0) return refuse('same-version', told.data.version)
  if (order < 0) return refuse('older-version', told.data.version)
  const file = told.data.files.find(({ kind, arch }) => kind === running.installs && arch === running.arch)
  if (file === undefined) return refuse('not-for-this-system', told.data.version)
  if (file.sizeBytes > LARGEST_INSTALLER_BYTES) return refuse('too-large', told.data.version)
  const { fileName, sha256, sizeBytes } = file
  return { decided: 'install', installer: { version: told.data.version, fileName, sha256, sizeBytes } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isSigned({ signed, signature }: z.infer<typeof envelope>, publicKey: string): boolean {
  try {
    const x = Buffer.from(publicKey, 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Below 0 when the first is older. A version that cannot be read is the newest, so that nothing replaces it. */
function compareVersions(offered: string, running: string): number {
  if (!version.safeParse(running).success) return -1
  const [a, b] = [offered.split('.').map(Number), running.split('.').map(Number)]
  const differing = a.findIndex((part, index) => part !== b[index])
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}
