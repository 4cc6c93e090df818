import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isUtcIso } from '../../../shared/domain/ids.ts'
import { writeDurably } from '../durable-file.ts'
import {
  byKind,
  flag,
  group,
  list,
  one,
  oneOf,
  optional,
  readWhole,
  text,
  whole,
  type ValueOf,
} from '../stored-value.ts'

const words = text(1, 4_000)
const any = Number.MAX_SAFE_INTEGER
const cost = group({ memoryKib: whole(-any, any), passes: whole(-any, any), lanes: whole(-any, any) })

/**
 * The desk's key, wrapped once for each way to open the desk. `open`: not wrapped at all, where a host has no key store and
 * nobody chose a passphrase. `isProven`: has opened the desk after it was made; until then the slot that it replaces stays, as `isLeaving`.
 */
const slot = byKind({
  open: group({ key: words, isLeaving: flag }),
  system: group({ sealed: words, isLeaving: flag }),
  passphrase: group({ salt: words, cost, sealed: words, isProven: flag, isLeaving: flag }),
  recovery: group({ salt: words, sealed: words }),
  escrow: group({ escrowKey: words, publicKey: words, sealed: words }),
})

const keyRing = group({
  format: oneOf(['attache-keys']),
  version: oneOf([1]),
  /** In what is sealed, so that a slot of another desk fits none here. */
  deskId: words,
  /** What the right key gives: see `checkOf`. */
  check: words,
  /** The files' key, sealed under the desk's. */
  files: words,
  slots: list(slot, 1, 10),
  /**
   * Keys that the desk had before, sealed under its own: what still lies under one of them is brought under this one when the desk is opened. `isSwept`:
   * that was done, and what is left is a damaged copy, for which the key is kept.
   */
  earlier: optional(list(group({ sealed: words, isSwept: flag }), 0, any)),
  /** Stands here, because whoever opens a desk for somebody else need not get as far as its database. */
  escrowUsedAt: optional(one((value) => (isUtcIso(value) ? value : undefined))),
})

export type KeyRing = ValueOf<typeof keyRing>
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
    return readWhole(keyRing, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
