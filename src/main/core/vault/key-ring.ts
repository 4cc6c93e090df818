import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../durable-file.ts'

const text = z.string().min(1).max(4_000)
const costInput = z.object({ memoryKib: z.int(), passes: z.int(), lanes: z.int() })

/**
 * The desk's key, wrapped once for each way to open the desk. `open`: not wrapped at all, where a host has no key store and
 * nobody chose a passphrase. `isProven`: has opened the desk after it was made; until then the slot that it replaces stays, as `isLeaving`.
 */
const slotInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), key: text, isLeaving: z.boolean() }),
  z.object({ kind: z.literal('system'), sealed: text, isLeaving: z.boolean() }),
  z.object({
    kind: z.literal('passphrase'),
    salt: text,
    cost: costInput,
    sealed: text,
    isProven: z.boolean(),
    isLeaving: z.boolean(),
  }),
  z.object({ kind: z.literal('recovery'), salt: text, sealed: text }),
  z.object({ kind: z.literal('escrow'), escrowKey: text, publicKey: text, sealed: text }),
])

const keyRingInput = z.object({
  format: z.literal('attache-keys'),
  version: z.literal(1),
  /** In what is sealed, so that a slot of another desk fits none here. */
  deskId: text,
  /** What the right key gives: see `checkOf`. */
  check: text,
  /** The files' key, sealed under the desk's. */
  files: text,
  slots: z.array(slotInput).min(1).max(10),
  /**
   * Keys that the desk had before, sealed under its own: what still lies under one of them is brought under this one when the desk is opened. `isSwept`:
   * that was done, and what is left is a damaged copy, for which the key is kept.
   */
  earlier: z.array(z.object({ sealed: text, isSwept: z.boolean() })).optional(),
  /** Stands here, because whoever opens a desk for somebody else need not get as far as its database. */
  escrowUsedAt: z.iso.datetime().optional(),
})

export type KeyRing = z.infer<typeof keyRingInput>
export type KeySlot = KeyRing['slots'][number]
export type KeySlotOf<Kind extends KeySlot['kind']> = KeySlot & { kind: Kind }

/** Where the ring lies: twice, because without it the desk is noise. Neither holds a key in the clear, an open desk's excepted. */
export interface KeyRingFile {
  /** null: there is none. `damaged`: neither can be read. The copy counts where the first cannot be read. */
  read(): KeyRing | 'damaged' | null
  /** Durable when this returns. Throws `database` on a full disk; then what counted before counts still. */
  write(ring: KeyRing): void
  /** Whether both say the same: the end of the program between the two may leave one behind. */
  isTwice(): boolean
  readonly paths: readonly string[]
}

export function openKeyRingFile(profileFolder: string): KeyRingFile {
  const paths = [join(profileFolder, 'keys.json'), join(profileFolder, 'backups', 'keys.json')]
  return {
    paths,
    read() {
      const there = paths.filter((path) => existsSync(path))
      for (const path of there) {
        const ring = readRing(path)
        if (ring) return ring
      }
      return there.length > 0 ? 'damaged' : null
    },
    write(ring) {
      const content = `${JSON.stringify(ring, null, 2)}\n`
      // The one that counts comes last: before it nothing has changed.
      for (const path of paths.toReversed()) {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        writeDurably(path, content)
      }
    },
    isTwice: () => new Set(paths.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : path))).size === 1,
  }
}

function readRing(path: string): KeyRing | null {
  try {
    const parsed = keyRingInput.safeParse(JSON.parse(readFileSync(path, 'utf8')), { jitless: true })
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
