import {
  passphraseLength,
  SHORTEST_PASSPHRASE,
  type DeskLock,
  type Unlocking,
} from '../../../shared/domain/desk-lock.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import { AppError, type LockFault } from '../../../shared/errors.ts'
import type { Log, Random } from '../ports.ts'
import type { PassphraseCost } from '../sealing/passphrase-key.ts'
import { openBox } from '../sealing/sealed-box.ts'
import { checkOf, deskKeysOf, keyFor, type DeskKeys } from './desk-keys.ts'
import type { KeyRing, KeyRingFile, KeySlot, KeySlotOf } from './key-ring.ts'
import {
  escrowSlotFor,
  ifRight,
  keyOfEscrowSlot,
  keyOfOpenSlot,
  keyOfPassphraseSlot,
  keyOfRecoverySlot,
  openSlotFor,
  passphraseSlotFor,
  recoverySlotFor,
  systemSlotFor,
  type KeyStore,
} from './key-slots.ts'
import { filesKeyUse, ringUnderNewKey, sealedFilesKey, sweptRing, unsweptKeys, type Sweep } from './new-key.ts'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'

export interface VaultPorts {
  file: KeyRingFile
  keyStore: KeyStore
  random: Random
  log: Log
  passphraseCost: PassphraseCost
  /** The IT department's public key, where its policy names one: each desk can be opened with its other half. */
  escrowKey: string | null
}

type FromVault = Omit<DeskLock, 'state' | 'fault'>

/**
 * The key of one desk and the ways to it. The key is in memory between `open` and `forget`, and on the disk only as a slot of
 * the ring holds it. Everything that changes the ring is durable when it resolves.
 */
export interface Vault {
  readonly isNew: boolean
  readonly isOpen: boolean
  state(): FromVault
  /** A key and a ring for a desk that has none. Throws `locked` `passphrase-needed` where only a passphrase protects. */
  makeKeys(passphrase: string | null): Promise<void>
  /** By what needs nobody: the login of this computer, or an open slot. false: a person has to unlock it. Throws `locked`. */
  openByItself(): Promise<boolean>
  /** `at`: now; that the escrow key was used is on the disk before the key is in memory. */
  unlock(opening: Exclude<Unlocking, 'again'>, at: UtcIso): Promise<void>
  noteEscrowRead(): void
  /** The desk opened with what it was unlocked by: what that replaced goes, and a login that no longer fits is taken anew. */
  prove(): Promise<void>
  keys(): DeskKeys
  forget(): void
  /** Throws `locked` `wrong-passphrase` for whoever has neither the passphrase nor the recovery code where there is one. */
  assertKnows(current: string | null): Promise<void>
  /**
   * Another key for the desk, with a ring that nothing but the passphrase or the login of now opens: its recovery code counts no longer. Nothing is changed before
   * `commit`; after it the ring is durable, and the key before is in it for `earlierKeys`. Throws `locked` `wrong-passphrase`.
   */
  prepareNewKey(passphrase: string | null): Promise<{ keys: DeskKeys; commit(): void }>
  /** Keys under which something of this desk may still lie, newest first. */
  earlierKeys(): DeskKeys[]
  /** What became of each of `earlierKeys`: `done` drops it, `left` keeps it for what cannot be read, `again` brings it back next time. */
  noteSwept(outcomes: readonly Sweep[]): void
  setPassphrase(options: { current: string | null; passphrase: string }): Promise<void>
  removePassphrase(options: { current: string }): Promise<void>
  makeRecoveryCode(options: { current: string | null }): Promise<string>
  confirmRecoveryCode(code: string): void
}

export function openVault({ file, keyStore, random, log, passphraseCost, escrowKey }: VaultPorts): Vault {
  let ring: KeyRing | null = readRing(file)
  let deskKey: Uint8Array | null = null
  let openedBy: KeySlot['kind'] | null = null
  let offered: { code: string; slot: KeySlotOf<'recovery'> } | null = null

  const slotsOf = <Kind extends KeySlot['kind']>(kind: Kind): KeySlotOf<Kind>[] =>
    (ring?.slots ?? []).filter((slot): slot is KeySlotOf<Kind> => slot.kind === kind)
  const passphraseSlot = (): KeySlotOf<'passphrase'> | undefined =>
    slotsOf('passphrase').find(({ isLeaving }) => !isLeaving)
  /** What opened the desk without a passphrase, and still does until the passphrase has. */
  const before = () => ({
    system: slotsOf('system').filter(({ isLeaving }) => isLeaving),
    open: slotsOf('open').filter(({ isLeaving }) => isLeaving),
  })

  /** By what opens a desk whose passphrase is forgotten. */
  const isByCode = (): boolean => openedBy === 'recovery' || openedBy === 'escrow'

  function heldRing(): KeyRing {
    if (!ring) throw new AppError({ kind: 'locked', why: 'locked' })
    return ring
  }

  function heldKey(): Uint8Array {
    if (!deskKey) throw new AppError({ kind: 'locked', why: 'locked' })
    return deskKey
  }

  function put(next: KeyRing): void {
    file.write(next)
    ring = next
  }
  const filesKeyOf = ({ deskId, files }: KeyRing, key: Uint8Array): Uint8Array => {
    const filesKey = openBox(keyFor(key, 'files key'), filesKeyUse(deskId), files)
    if (!filesKey) throw locked('keys-damaged')
    return filesKey
  }
  const putSlots = (slots: KeySlot[]): void => put({ ...heldRing(), slots })

  function take(key: Uint8Array | null, by: KeySlot['kind']): boolean {
    const right = ifRight(heldRing(), key)
    if (!right) return false
    deskKey = right
    openedBy = by
    return true
  }

  async function takeBySystem(slots: readonly KeySlotOf<'system'>[]): Promise<boolean> {
    for (const slot of slots) if (take(await keyStore.open(slot.sealed), 'system')) return true
    return false
  }

  const takeByOpenSlot = (slots: readonly KeySlotOf<'open'>[]): boolean =>
    slots.some((slot) => take(keyOfOpenSlot(slot), 'open'))

  /** What opens the desk without a person, on this computer and under this host. */
  const slotWithoutPassphrase = async (key: Uint8Array): Promise<KeySlot> => {
    if (keyStore.strength === 'weak') throw locked('passphrase-needed')
    return keyStore.strength === 'system' ? systemSlotFor(key, keyStore) : openSlotFor(key)
  }

  const newPassphraseSlot = (deskId: string, key: Uint8Array, passphrase: string): Promise<KeySlotOf<'passphrase'>> => {
    if (passphraseLength(passphrase) < SHORTEST_PASSPHRASE) throw locked('too-short')
    return passphraseSlotFor(deskId, key, passphrase, passphraseCost, random)
  }

  /**
   * Whoever changes a lock has its key, or its recovery code: a passer-by at an open desk has neither. One that never opened the desk may be
   * mistyped: until it has, what opened it before counts as well. Who opened it with the escrow key has shown more than either.
   */
  async function assertKnows(current: string | null): Promise<void> {
    if (openedBy === 'escrow') return
    const slot = passphraseSlot()
    const counting = slotsOf('passphrase').filter(({ isLeaving }) => !isLeaving || !slot?.isProven)
    const needsNobody = !slot?.isProven && counting.every(({ isLeaving }) => !isLeaving)
    if (!slot || needsNobody) return
    const held = heldRing()
    const code = readRecoveryCode(current ?? '')
    const isByCode = slotsOf('recovery').some(
      (recovery) => code !== null && ifRight(held, keyOfRecoverySlot(held.deskId, recovery, code)),
    )
    if (isByCode) return
    for (const each of current === null ? [] : counting)
      if (ifRight(held, await keyOfPassphraseSlot(held.deskId, each, current ?? ''))) return
    throw locked('wrong-passphrase')
  }

  /** A ring that was made before there was an escrow key, or for another one. */
  function withEscrow(deskId: string, key: Uint8Array, slots: readonly KeySlot[]): KeySlot[] {
    const others = slots.filter(({ kind }) => kind !== 'escrow')
    return escrowKey === null ? others : [...others, escrowSlotFor(deskId, key, escrowKey, random)]
  }

  return {
    get isNew() {
      return ring === null
    },
    get isOpen() {
      return deskKey !== null
    },

    state() {
      const slot = passphraseSlot()
      const withLogin = slotsOf('system').some(({ isLeaving }) => !isLeaving)
      return {
        protection: slot ? 'passphrase' : withLogin ? 'login' : 'none',
        mayGoWithout: keyStore.strength !== 'weak',
        openers: {
          passphrase: slot !== undefined,
          recovery: slotsOf('recovery').length > 0,
          before: before().system.length + before().open.length > 0,
        },
        isProven: slot?.isProven ?? true,
        hasEscrow: slotsOf('escrow').length > 0,
        isOpenedByCode: isByCode(),
        escrowUsedAt: ring?.escrowUsedAt ?? null,
      }
    },

    async makeKeys(passphrase) {
      const key = random.bytes(32)
      const deskId = Buffer.from(random.bytes(16)).toString('base64url')
      const slot =
        passphrase === null ? await slotWithoutPassphrase(key) : await newPassphraseSlot(deskId, key, passphrase)
      const made: KeyRing = {
        format: 'attache-keys',
        version: 1,
        deskId,
        check: checkOf(key),
        files: sealedFilesKey(deskId, key, random.bytes(32), random),
        slots: withEscrow(deskId, key, [slot]),
      }
      file.write(made)
      ring = made
      take(key, slot.kind)
    },

    async openByItself() {
      const isAtWork = <Slot extends { isLeaving: boolean }>(slots: readonly Slot[]): Slot[] =>
        slots.filter((slot) => !slot.isLeaving)
      const system = isAtWork(slotsOf('system'))
      if (await takeBySystem(system)) return true
      if (takeByOpenSlot(isAtWork(slotsOf('open')))) return true
      if (system.length > 0) {
        log.warn('vault.key-store-lost')
        throw locked('key-store-lost')
      }
      return false
    },

    noteEscrowRead() {
      const { escrowUsedAt: _read, ...rest } = heldRing()
      put(rest)
    },

    async unlock(opening, at) {
      if (opening === 'before') {
        if ((await takeBySystem(before().system)) || takeByOpenSlot(before().open)) return
        throw locked('key-store-lost')
      }
      const { deskId } = heldRing()
      if ('escrowSecret' in opening) {
        const keys = slotsOf('escrow').map((slot) => keyOfEscrowSlot(deskId, slot, opening.escrowSecret))
        const key = keys.map((each) => ifRight(heldRing(), each)).find((each) => each !== null)
        if (!key) throw locked('wrong-escrow-key')
        put({ ...heldRing(), escrowUsedAt: at })
        log.warn('vault.escrow-used')
        take(key, 'escrow')
        return
      }
      if ('recoveryCode' in opening) {
        const code = readRecoveryCode(opening.recoveryCode)
        if (code === null) throw locked('not-a-code')
        if (!slotsOf('recovery').some((slot) => take(keyOfRecoverySlot(deskId, slot, code), 'recovery')))
          throw locked('wrong-code')
        return
      }
      for (const slot of slotsOf('passphrase'))
        if (take(await keyOfPassphraseSlot(deskId, slot, opening.passphrase), 'passphrase')) {
          // One that was replaced opens, and proves nothing of the one that replaced it.
          if (slot.isLeaving) openedBy = null
          return
        }
      throw locked('wrong-passphrase')
    },

    async prove() {
      const key = heldKey()
      let { slots } = heldRing()
      if (openedBy === 'passphrase')
        slots = slots
          .filter((slot) => !('isLeaving' in slot && slot.isLeaving))
          .map((slot) => (slot.kind === 'passphrase' ? { ...slot, isProven: true } : slot))
      if (openedBy === 'recovery' && !passphraseSlot() && keyStore.strength === 'system')
        slots = [
          await systemSlotFor(key, keyStore),
          ...slots.filter(({ kind }) => kind === 'recovery' || kind === 'escrow'),
        ]
      // A policy that cannot be read today must not cost the house its way in.
      const isEscrowRight = escrowKey === null || slotsOf('escrow').some((slot) => slot.escrowKey === escrowKey)
      if (!isEscrowRight) slots = withEscrow(heldRing().deskId, key, slots)
      if (JSON.stringify(slots) !== JSON.stringify(heldRing().slots) || !file.isTwice()) putSlots(slots)
    },

    keys() {
      const key = heldKey()
      return deskKeysOf(key, filesKeyOf(heldRing(), key))
    },

    async prepareNewKey(passphrase) {
      const [held, before] = [heldRing(), heldKey()]
      const { deskId } = held
      const present = passphraseSlot()
      const isRight = !present || ifRight(held, await keyOfPassphraseSlot(deskId, present, passphrase ?? ''))
      if (!isRight) throw locked('wrong-passphrase')
      const key = random.bytes(32)
      const slot = present ? await newPassphraseSlot(deskId, key, passphrase ?? '') : await slotWithoutPassphrase(key)
      const filesKey = filesKeyOf(held, before)
      return {
        keys: deskKeysOf(key, filesKey),
        commit() {
          put(ringUnderNewKey({ ring: held, before, key, filesKey, slots: withEscrow(deskId, key, [slot]), random }))
          take(key, slot.kind)
          offered = null
        },
      }
    },

    earlierKeys() {
      const [held, key] = [heldRing(), heldKey()]
      return unsweptKeys(held, key).map((earlier) => deskKeysOf(earlier, filesKeyOf(held, key)))
    },

    noteSwept: (outcomes) => put(sweptRing(heldRing(), outcomes)),

    forget() {
      deskKey?.fill(0)
      deskKey = null
      openedBy = null
      offered = null
    },

    assertKnows,

    async setPassphrase({ current, passphrase }) {
      await assertKnows(current)
      const { deskId } = heldRing()
      const made = await newPassphraseSlot(deskId, heldKey(), passphrase)
      const hasNothingProven = isByCode()
      const others = heldRing()
        // Only what has proved itself is worth keeping beside a new one; and after a code nothing has.
        .slots.filter((slot) => !hasNothingProven || slot.kind === 'recovery' || slot.kind === 'escrow')
        .filter((slot) => slot.kind !== 'passphrase' || slot.isProven)
        .map((slot) => ('isLeaving' in slot ? { ...slot, isLeaving: true } : slot))
      putSlots([{ ...made, isProven: hasNothingProven }, ...others])
      if (hasNothingProven) openedBy = 'passphrase'
    },

    async removePassphrase({ current }) {
      await assertKnows(current)
      const slot = await slotWithoutPassphrase(heldKey())
      putSlots([slot, ...heldRing().slots.filter(({ kind }) => kind === 'recovery' || kind === 'escrow')])
    },

    async makeRecoveryCode({ current }) {
      await assertKnows(current)
      const code = newRecoveryCode(random)
      offered = { code, slot: recoverySlotFor(heldRing().deskId, heldKey(), code, random) }
      return code
    },

    confirmRecoveryCode(typed) {
      const code = readRecoveryCode(typed)
      if (code === null) throw locked('not-a-code')
      if (offered?.code !== code) throw locked('wrong-code')
      putSlots([...heldRing().slots.filter(({ kind }) => kind !== 'recovery'), offered.slot])
      offered = null
    },
  }
}

function readRing(file: KeyRingFile): KeyRing | null {
  const ring = file.read()
  if (ring === 'damaged') throw locked('keys-damaged')
  return ring
}

const locked = (why: LockFault): AppError => new AppError({ kind: 'locked', why })
