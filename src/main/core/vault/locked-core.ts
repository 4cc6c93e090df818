import { statSync } from 'node:fs'
import { join } from 'node:path'
import { isLockCall, lockRouter } from '../../../shared/contract/lock-router.ts'
import type { LockService } from '../../../shared/contract/lock-services.ts'
import type { CallRequest, CallResponse, ChangeEvent } from '../../../shared/contract/wire.ts'
import type { DeskLock } from '../../../shared/domain/desk-lock.ts'
import { AppError, isAppError, type AppErrorData, type LockFault } from '../../../shared/errors.ts'
import { answerCall } from '../answer-call.ts'
import type { AppCore } from '../app-core.ts'
import { assertWhole } from '../backups/backup-files.ts'
import { recoverDesk, restoreBackup, type DeskFile } from '../backups/recover-desk.ts'
import { createChangeFeed } from '../change-feed.ts'
import { newId } from '../new-id.ts'
import type { Clock, Log, Random } from '../ports.ts'
import { PASSPHRASE_COST, type PassphraseCost } from '../sealing/passphrase-key.ts'
import type { DeskKeys } from './desk-keys.ts'
import { openKeyRingFile } from './key-ring.ts'
import type { KeyStore } from './key-slots.ts'
import { createIdleLock } from './idle-lock.ts'
import { isPlainDatabase, sealPlainDesk, type DeskPlaces } from './seal-plain-desk.ts'
import { openVault, type Vault } from './vault.ts'

export interface LockedCorePorts {
  places: DeskPlaces
  keyStore: KeyStore
  clock: Clock
  random: Random
  log: Log
  /** The desk behind the lock. Throws `database` when it cannot be opened; nothing was changed then. */
  openDesk: (keys: DeskKeys, onDamage: () => void) => AppCore
  escrowKey?: string | null
  /** Less work for a test. */
  passphraseCost?: PassphraseCost
}

/** Wrong so often in a row, and it has to wait so long: whoever guesses at the keyboard is slowed, the owner is not kept out. */
const MOST_TRIES = 5
const WAIT_MS = 30_000

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
  let tries = { wrong: 0, waitsUntilMs: 0 }
  const idle = createIdleLock(clock, () => void inTurn(shut).catch((error: unknown) => logFault('lock.idle', error)))
  const inTurn = oneAtATime()
  const opening = inTurn(openAtStart)

  const heldVault = (): Vault => {
    if (!vault) throw new AppError(fault ?? { kind: 'locked', why: 'keys-damaged' })
    return vault
  }

  async function openAtStart(): Promise<void> {
    try {
      const opened = openVault({
        file,
        keyStore: ports.keyStore,
        random,
        log,
        passphraseCost: ports.passphraseCost ?? PASSPHRASE_COST,
        escrowKey: ports.escrowKey ?? null,
      })
      if (opened.isNew) refuseWithoutKeys(places.databasePath)
      vault = opened
      if (opened.isNew && ports.keyStore.strength === 'weak') return
      if (opened.isNew) await opened.makeKeys(null)
      else if (!(await opened.openByItself())) return
      await openDesk(opened)
    } catch (error) {
      fault = dataOf(error, 'start')
    }
  }

  /** With the key in memory. What keeps the desk from opening is thrown, and stays its fault. */
  async function openDesk(opened: Vault): Promise<void> {
    try {
      const keys = opened.keys()
      sealPlainDesk(places, keys, random)
      const core = openMended(keys)
      core.onChange(feed.emit)
      desk = core
      fault = null
    } catch (error) {
      fault = dataOf(error, 'open')
      throw error
    }
    // The desk is open: a ring that cannot be written now is written next time.
    await opened.prove().catch((error: unknown) => logFault('vault.prove', error))
    begin()
    // Without a passphrase a lock keeps nobody out; one may be chosen at any time.
    idle.watch(() => (opened.state().protection === 'passphrase' ? (desk?.lockAfterMs() ?? null) : null))
  }

  const fileOf = ({ database: key }: DeskKeys): DeskFile => ({
    databasePath: places.databasePath,
    backupsFolder: join(places.folder, 'backups'),
    key,
  })

  /** A desk that is found damaged on opening is mended once, from a backup and from itself. */
  function openMended(keys: DeskKeys): AppCore {
    const open = (): AppCore => ports.openDesk(keys, () => void inTurn(() => mend(keys)))
    try {
      return open()
    } catch (error) {
      if (!isDamage(error)) throw error
      recoverDesk(fileOf(keys), clock.now(), log)
      return open()
    }
  }

  /** Somebody met a page that cannot be read. Once in a run: what comes back at once is for a person. */
  async function mend(keys: DeskKeys): Promise<void> {
    const core = desk
    if (!core || isMended || !vault) return
    isMended = true
    desk = null
    idle.stop()
    await core.close().catch((error: unknown) => logFault('mend.close', error))
    try {
      assertWhole(places.databasePath, keys.database)
    } catch {
      recoverDesk(fileOf(keys), clock.now(), log)
    }
    await openDesk(vault).catch((error: unknown) => logFault('mend.open', error))
    feed.emit({ topic: 'core-restarted' })
  }

  async function restore(id: string): Promise<DeskLock> {
    const held = heldVault()
    const core = desk
    if (!core) throw new AppError({ kind: 'locked', why: 'locked' })
    const file = fileOf(held.keys())
    desk = null
    idle.stop()
    await core.close()
    try {
      restoreBackup(file, id, clock.now())
    } finally {
      await openDesk(held)
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

  async function shut(): Promise<DeskLock> {
    const held = heldVault()
    if (held.state().protection !== 'passphrase') throw new AppError({ kind: 'locked', why: 'no-passphrase' })
    const core = desk
    desk = null
    fault = null
    idle.stop()
    // Before the store is closed: what is on the screen goes at once.
    feed.emit({ topic: 'lock' })
    try {
      await core?.close()
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

  async function tryToUnlock(attempt: (held: Vault) => Promise<void>): Promise<DeskLock> {
    if (desk) return state()
    if (clock.elapsedMs() < tries.waitsUntilMs) throw new AppError({ kind: 'locked', why: 'too-many-tries' })
    const held = heldVault()
    try {
      await attempt(held)
    } catch (error) {
      if (isWrong(error)) {
        const wrong = tries.wrong + 1
        tries = { wrong, waitsUntilMs: wrong % MOST_TRIES === 0 ? clock.elapsedMs() + WAIT_MS : 0 }
        log.warn('lock.wrong', { wrong })
      }
      throw error
    }
    tries = { wrong: 0, waitsUntilMs: 0 }
    await openDesk(held)
    return changed()
  }

  const changed = (): DeskLock => {
    feed.emit({ topic: 'lock' })
    return state()
  }

  const lock: LockService = {
    state,
    unlock: (given) => inTurn(() => (given === 'again' ? openAgain() : tryToUnlock((held) => held.unlock(given)))),
    shut: () => inTurn(shut),
    noteActivity: () => idle.noteActivity(),
    setPassphrase: (given) =>
      inTurn(async () => {
        const held = heldVault()
        if (!held.isNew) {
          await held.setPassphrase(given)
          return changed()
        }
        await held.makeKeys(given.passphrase)
        await openDesk(held)
        return changed()
      }),
    removePassphrase: (given) =>
      inTurn(async () => {
        await heldVault().removePassphrase(given)
        return changed()
      }),
    makeRecoveryCode: (given) => inTurn(async () => ({ code: await heldVault().makeRecoveryCode(given) })),
    restoreBackup: ({ id }) => inTurn(() => restore(id)),
    confirmRecoveryCode: ({ code }) =>
      inTurn(async () => {
        heldVault().confirmRecoveryCode(code)
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
      if (isLockCall(request.path)) return answerCall(lockRouter, { lock }, log, random, request)
      return desk ? desk.call(request) : { ok: false, error: fault ?? { kind: 'locked', why: 'locked' } }
    },
    onChange: (listener: (event: ChangeEvent) => void) => feed.onChange(listener),
    start() {
      hasStarted = true
      begin()
    },
    lockAfterMs: () => desk?.lockAfterMs() ?? null,
    async close() {
      await opening
      idle.stop()
      await inTurn(async () => {
        const core = desk
        desk = null
        await core?.close()
        vault?.forget()
      })
    },
  }
}

const isDamage = (error: unknown): boolean =>
  isAppError(error) && error.data.kind === 'database' && error.data.reason === 'corrupt'

/** Pages of a sealed database tell nothing of themselves but their size (SQLite file format, 1.3.2). */
const LEAST_PAGE_BYTES = 512

/** New keys must not be made beside a desk that old ones open. */
function refuseWithoutKeys(databasePath: string): void {
  const sizeBytes = statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0
  if (sizeBytes === 0 || isPlainDatabase(databasePath)) return
  if (sizeBytes % LEAST_PAGE_BYTES === 0) throw new AppError({ kind: 'locked', why: 'keys-missing' })
  throw new AppError({ kind: 'database', reason: 'not-a-database' })
}

const NO_VAULT: ReturnType<Vault['state']> = {
  protection: 'none',
  mayGoWithout: false,
  openers: { passphrase: false, recovery: false, before: false },
  isProven: true,
  hasEscrow: false,
  isOpenedByCode: false,
}

const WRONG: readonly LockFault[] = ['wrong-passphrase', 'wrong-code']

const isWrong = (error: unknown): boolean =>
  isAppError(error) && error.data.kind === 'locked' && WRONG.includes(error.data.why)

/** Opening, closing and changing the keys never meet. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
