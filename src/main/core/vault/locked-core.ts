import { existsSync, mkdirSync } from 'node:fs'
import type { LockService } from '../../../shared/contract/lock-services.ts'
import type { CallRequest, CallResponse, ChangeEvent } from '../../../shared/contract/wire.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import type { DeskLock, Unlocking } from '../../../shared/domain/desk-lock.ts'
import { AppError, isAppError, type AppErrorData } from '../../../shared/errors.ts'
import type { AppCore } from '../app-core.ts'
import { assertWhole } from '../backups/copy-desk.ts'
import { recoverDesk, restoreBackup } from '../backups/recover-desk.ts'
import { createChangeFeed } from '../change-feed.ts'
import { newId } from '../new-id.ts'
import type { Clock, Log, Random } from '../ports.ts'
import { PASSPHRASE_COST, type PassphraseCost } from '../sealing/passphrase-key.ts'
import { lockProfile } from '../store/profile-lock.ts'
import { copyUnderNewKey } from './bring-under-key.ts'
import { overwrite, type DeskKeys } from './desk-keys.ts'
import { eraseDesk, finishErasing } from './erase-desk.ts'
import { openKeyRingFile } from './key-ring.ts'
import type { KeyStore } from './key-slots.ts'
import { createIdleLock } from './idle-lock.ts'
import { refuseWithoutKeys } from './refuse-without-keys.ts'
import type { DeskPlaces } from './seal-plain-desk.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { deskFileOf, makeReady, openMended } from './ready-desk.ts'
import { createSlowTries } from './slow-tries.ts'
import { openVault, type Vault } from './vault.ts'

export interface LockedCorePorts {
  places: DeskPlaces
  keyStore: KeyStore
  clock: Clock
  random: Random
  log: Log
  /** The desk behind the lock. Throws `database` when it cannot be opened; nothing was changed then. */
  openDesk: (keys: DeskKeys, onDamage: () => void) => Promise<AppCore>
  /** See `VaultPorts`; none unless told. */
  findEscrowKey?: () => Promise<string | null>
  /** Less work for a test. */
  passphraseCost?: PassphraseCost
}

/**
 * The desk and its lock as one core. Calls for the lock are always answered; those for the desk while it is open, and `locked`
 * or what kept it from opening otherwise. Locking closes the store and forgets the keys, as the end of the program would.
 */
export function createLockedCore(ports: LockedCorePorts): AppCore {
  const { clock, random, log, places } = ports
  const feed = createChangeFeed()
  const file = openKeyRingFile(places.folder)
  let vault: Vault | null = null
  let desk: AppCore | null = null
  let fault: AppErrorData | null = null
  let hasStarted = false
  let begun: AppCore | null = null
  let isMended = false
  let heldKeys: DeskKeys | null = null
  const underWay = new Set<Promise<CallResponse>>()
  const slowly = createSlowTries(clock, log)
  const idle = createIdleLock(clock, () => void inTurn(shut).catch((error: unknown) => logFault('lock.idle', error)))
  /** Opening, closing and changing the keys never meet. */
  const inTurn = oneAtATime()
  const opening = inTurn(openAtStart)

  const heldVault = (): Vault => {
    if (!vault) throw new AppError(fault ?? { kind: 'locked', why: 'keys-damaged' })
    return vault
  }

  /** With no other program at this desk: what it would write to the keys or to the files meanwhile would be lost. Throws `database` `in-use`. */
  async function alone<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    mkdirSync(places.folder, { recursive: true, mode: 0o700 })
    const unlock = lockProfile(`${places.databasePath}.lock`)
    try {
      return await work()
    } finally {
      unlock()
    }
  }

  /** The ring as it is on the disk now: another program may have changed it since this one closed the desk. */
  async function readVault(): Promise<Vault> {
    const read = openVault({
      file,
      keyStore: ports.keyStore,
      random,
      log,
      passphraseCost: ports.passphraseCost ?? PASSPHRASE_COST,
      escrowKey: (await ports.findEscrowKey?.()) ?? null,
    })
    if (read.isNew) refuseWithoutKeys(places.databasePath)
    return read
  }

  /** Keys for a desk that has none, also not by another program that began at the same moment. */
  const makeKeys = (passphrase: string | null): Promise<Vault> =>
    alone(async () => {
      const made = await readVault()
      if (!made.isNew) throw new AppError({ kind: 'database', reason: 'in-use' })
      await made.makeKeys(passphrase)
      return made
    })

  async function openAtStart(): Promise<void> {
    try {
      if (existsSync(places.folder)) finishErasing(places.folder)
      vault = await readVault()
      if (vault.isNew && ports.keyStore.strength === 'weak') return
      if (vault.isNew) vault = await makeKeys(null)
      else if (!(await vault.openByItself())) return
      await openDesk(vault)
    } catch (error) {
      fault = dataOf(error, 'start')
    }
  }

  /** With the key in memory. What keeps the desk from opening is thrown, and stays its fault. */
  async function openDesk(opened: Vault): Promise<void> {
    try {
      const keys = opened.keys()
      await alone(() => makeReady(places, opened, keys, random))
      const open = (): Promise<AppCore> => ports.openDesk(keys, () => void inTurn(mend))
      const core = await openMended(deskFileOf(places, keys), open, clock, log)
      core.onChange(feed.emit)
      desk = core
      heldKeys = keys
      fault = null
    } catch (error) {
      fault = dataOf(error, 'open')
      throw error
    }
    // The desk is open: a ring that cannot be written now is written next time.
    await opened.prove().catch((error: unknown) => logFault('vault.prove', error))
    begin()
    // Without a passphrase a lock keeps nobody out; one may be chosen at any time.
    watchIdleness(opened)
  }

  const watchIdleness = (opened: Vault): void =>
    idle.watch(() => (opened.state().protection === 'passphrase' ? (desk?.lockAfterMs() ?? null) : null))

  /** Somebody met a page that cannot be read. Once in a run: what comes back at once is for a person. */
  async function mend(): Promise<void> {
    if (!desk || isMended || !vault) return
    isMended = true
    const keys = vault.keys()
    await closeDesk().catch((error: unknown) => logFault('mend.close', error))
    try {
      assertWhole(places.databasePath, keys.database)
    } catch {
      try {
        recoverDesk(deskFileOf(places, keys), clock.now(), log)
      } catch (error) {
        // What is there is opened as it is, and says itself what is wrong with it.
        logFault('mend', error)
      }
    }
    overwrite(keys)
    await openDesk(vault).catch((error: unknown) => logFault('mend.open', error))
    feed.emit({ topic: 'core-restarted' })
  }

  async function restore(id: string): Promise<DeskLock> {
    const held = openVaultOnly()
    desk?.saveEdits()
    const keys = held.keys()
    try {
      await closeDesk()
      restoreBackup(deskFileOf(places, keys), id, clock.now())
    } finally {
      overwrite(keys)
      await openDesk(held)
      feed.emit({ topic: 'core-restarted', isOtherDesk: true })
    }
    return changed()
  }

  /** Cut off or failed before the ring is written, the desk is under its key of before; after, opening it ends what was begun. */
  async function changeKey(passphrase: string | null): Promise<DeskLock> {
    const held = openVaultOnly()
    const change = await slowly(() => held.prepareNewKey(passphrase))
    desk?.saveEdits()
    const before = held.keys()
    try {
      await closeDesk()
      await alone(() => {
        copyUnderNewKey(places, before, change.keys)
        change.commit()
      })
      log.info('vault.key-changed')
    } finally {
      overwrite(before)
      overwrite(change.keys)
      await openDesk(held)
      feed.emit({ topic: 'core-restarted' })
    }
    return changed()
  }

  /** A new desk begins in its place, as at a first start. */
  async function erase(current: string | null): Promise<DeskLock> {
    const held = openVaultOnly()
    await slowly(() => held.assertKnows(current))
    await closeDesk()
    held.forget()
    vault = null
    try {
      await alone(() => eraseDesk(places.folder, file.paths))
      log.warn('desk.erased')
    } finally {
      await openAtStart()
      feed.emit({ topic: 'core-restarted' })
    }
    return changed()
  }

  /** Each opened desk once, whichever comes first: that it is open, or that it may begin. */
  function begin(): void {
    if (!desk || !hasStarted || begun === desk) return
    begun = desk
    desk.start()
  }

  /** Its keys are overwritten when the last call is answered that was under way: under noughts nothing is to be sealed. */
  async function closeDesk(): Promise<void> {
    const [core, keys] = [desk, heldKeys]
    desk = null
    begun = null
    heldKeys = null
    idle.stop()
    try {
      await core?.close()
    } finally {
      if (keys && underWay.size === 0) overwrite(keys)
      else if (keys) void Promise.all(underWay).finally(() => overwrite(keys))
    }
  }

  async function shut(): Promise<DeskLock> {
    const held = heldVault()
    if (held.state().protection !== 'passphrase') throw new AppError({ kind: 'locked', why: 'no-passphrase' })
    try {
      // Words that the disk does not take are in memory only. A lock that dropped them would cost more than it keeps.
      desk?.saveEdits()
    } catch (error) {
      watchIdleness(held)
      throw error
    }
    fault = null
    const closed = closeDesk()
    // Before the store is closed: what is on the screen goes at once.
    feed.emit({ topic: 'lock' })
    try {
      await closed
    } finally {
      held.forget()
    }
    return state()
  }

  function state(): DeskLock {
    const common = vault?.state() ?? NO_VAULT
    if (desk) return { ...common, state: 'open', fault: null }
    // With a fault there is still a way in as long as the key is not in memory: the recovery code.
    const isAtTheDoor = vault !== null && !vault.isNew && !vault.isOpen
    if (fault) return { ...common, state: isAtTheDoor ? 'locked' : 'failed', fault }
    return { ...common, state: vault?.isNew ? 'new' : 'locked', fault: null }
  }

  async function tryToUnlock(opening: Exclude<Unlocking, 'again'>): Promise<DeskLock> {
    if (desk) return state()
    heldVault()
    const held = await readVault()
    vault = held
    await slowly(() => held.unlock(opening, utcIso(clock.now())))
    await openDesk(held)
    return changed()
  }

  /** Of a desk that is open: at a closed one nobody changes a lock, or finds out by it what opens it. */
  function openVaultOnly(): Vault {
    const held = heldVault()
    if (!desk) throw new AppError({ kind: 'locked', why: 'locked' })
    return held
  }

  const changed = (): DeskLock => {
    feed.emit({ topic: 'lock' })
    return state()
  }

  const lock: LockService = {
    state,
    unlock: (given) => inTurn(() => (given === 'again' ? openAgain() : tryToUnlock(given))),
    shut: () => inTurn(shut),
    noteEscrowRead: () =>
      inTurn(async () => {
        openVaultOnly().noteEscrowRead()
        return changed()
      }),
    noteActivity: () => idle.noteActivity(),
    setPassphrase: (given) =>
      inTurn(async () => {
        if (heldVault().isNew) {
          vault = await makeKeys(given.passphrase)
          await openDesk(vault)
          return changed()
        }
        const held = openVaultOnly()
        await slowly(() => held.setPassphrase(given))
        return changed()
      }),
    removePassphrase: (given) =>
      inTurn(async () => {
        const held = openVaultOnly()
        await slowly(() => held.removePassphrase(given))
        return changed()
      }),
    makeRecoveryCode: (given) =>
      inTurn(async () => {
        const held = openVaultOnly()
        return { code: await slowly(() => held.makeRecoveryCode(given)) }
      }),
    changeKey: ({ passphrase }) => inTurn(() => changeKey(passphrase)),
    erase: ({ current }) => inTurn(() => erase(current)),
    restoreBackup: ({ id }) => inTurn(() => restore(id)),
    confirmRecoveryCode: ({ code }) =>
      inTurn(async () => {
        openVaultOnly().confirmRecoveryCode(code)
        return changed()
      }),
  }

  /** After somebody mended what was wrong: freed the disk, closed the other program, brought back the keys. */
  async function openAgain(): Promise<DeskLock> {
    if (desk) return state()
    if (vault?.isOpen) await openDesk(vault)
    else {
      vault = null
      fault = null
      await openAtStart()
    }
    if (fault) throw new AppError(fault)
    return changed()
  }

  function dataOf(error: unknown, during: string): AppErrorData {
    if (isAppError(error)) return error.data
    const logId = newId<string>(random)
    log.error('lock.internal', { logId, during, name: error instanceof Error ? error.name : typeof error })
    return { kind: 'internal', logId }
  }

  const logFault = (event: string, error: unknown): void =>
    log.error(event, { kind: isAppError(error) ? error.data.kind : 'internal' })

  return {
    async call(request: CallRequest): Promise<CallResponse> {
      await opening
      const { path, type } = request
      if (path === 'lock.state' && type === 'query') return { ok: true, data: state() }
      // Whether the desk is open or locked.
      if (path.startsWith('lock.')) return (await import('./answer-lock.ts')).answerLock({ lock }, log, random, request)
      if (!desk) return { ok: false, error: fault ?? { kind: 'locked', why: 'locked' } }
      const answer = desk.call(request)
      underWay.add(answer)
      return answer.finally(() => underWay.delete(answer))
    },
    onChange: (listener: (event: ChangeEvent) => void) => feed.onChange(listener),
    start() {
      hasStarted = true
      begin()
    },
    lockAfterMs: () => desk?.lockAfterMs() ?? null,
    saveEdits: () => desk?.saveEdits(),
    async close() {
      await opening
      idle.stop()
      await inTurn(async () => {
        await closeDesk()
        vault?.forget()
      })
    },
  }
}

const NO_VAULT: ReturnType<Vault['state']> = {
  protection: 'none',
  mayGoWithout: false,
  openers: { passphrase: false, recovery: false, before: false },
  isProven: true,
  hasEscrow: false,
  isOpenedByCode: false,
  escrowUsedAt: null,
}
