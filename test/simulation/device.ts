import { join } from 'node:path'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import type { Random } from '../../src/main/core/ports.ts'
import type { ManualClock } from '../fakes/manual-clock.ts'
import type { DeviceName, InFlight } from './actions.ts'
import { fillDisk, freeDisk } from './desk-database.ts'
import { noteWordsOfBefore } from './history-invariants.ts'
import { beginLife, copyDesk, type Life, type ParkedRequest } from './life.ts'
import type { Ledger } from './ledger.ts'
import { createPersonMemory, type PersonMemory } from './person-memory.ts'
import type { DeskAccount } from './template.ts'
import { Violation } from './violation.ts'

export const HOLD_MS = 10_000

/** A laptop with its person: a profile that outlives many lives, a clock that may be wrong, a disk that may be full. */
export interface Device {
  readonly name: DeviceName
  readonly account: DeskAccount
  readonly blogId: BlogId
  readonly memory: PersonMemory
  /** null while it is off. */
  readonly life: Life | null
  /** The latest time its own clock ever showed. */
  readonly latestMs: number
  /** Time that passed, whatever the laptop's clock was set to. */
  readonly passedMs: number
  isDiskFull: boolean
  /** Its person wants to be asked before what waited goes. */
  asksOnArrival: boolean
  /** Something may be planned by a clock that was wrong. */
  wasClockSet: boolean
  /** What lies in its key store. */
  readonly password: string
  nowMs(): number
  setClock(hours: number): void
  start(): void
  /** Ends in order and starts again. */
  restart(): Promise<void>
  /** Its core can go no further before something happens outside. */
  isStill(): Promise<boolean>
  /** Without a word, and for good. */
  end(): void
  /** After a kill: returns the requests that were under way. */
  bury(): ParkedRequest[]
  /** Asleep no timer runs; on waking, those whose time has passed do. */
  fallAsleep(): void
  wake(): void
  setDiskFull(isFull: boolean): void
  /** Errors the core logged since the last look: each is a programming error. */
  newErrors(): string[]
  inFlightAtDeath: InFlight
}

export interface DevicePorts {
  name: DeviceName
  account: DeskAccount
  home: string
  clock: ManualClock
  random: Random
  ledger: Ledger
  counts: { kills: number }
  journal: string[]
  desk: { folder: string; blogId: BlogId; password: string }
}

export function createDevice(ports: DevicePorts): Device {
  const { name, account, home, clock, random, ledger, counts, journal } = ports
  const { blogId } = ports.desk
  const memory = createPersonMemory()
  let password = ports.desk.password
  let lives = 0
  let life: Life | null = null
  let digest: string | null = null
  let offsetMs = 0
  let latestMs = 0
  let isAsleep = false
  let overdue: (() => void)[] = []
  let errorsSeen = 0
  const folderOf = (index: number): string => join(home, String(index))
  copyDesk(ports.desk.folder, folderOf(0))

  const nowMs = (): number => {
    const now = clock.now().getTime() + offsetMs
    latestMs = Math.max(latestMs, now)
    return now
  }

  const device: Device = {
    name,
    account,
    blogId,
    memory,
    inFlightAtDeath: 'never',
    isDiskFull: false,
    asksOnArrival: false,
    wasClockSet: false,
    get life() {
      return life
    },
    get password() {
      return password
    },
    get latestMs() {
      nowMs()
      return latestMs
    },
    get passedMs() {
      return clock.now().getTime()
    },
    nowMs,
    setClock(hours) {
      offsetMs = hours * 3_600_000
      device.wasClockSet = true
    },
    start() {
      errorsSeen = 0
      life = beginLife({
        folder: folderOf(lives),
        folderAfterKill: folderOf(lives + 1),
        mediaFolder: join(home, 'media'),
        random,
        secrets: {
          find: async () => password,
          put: async (_blogId, renewed) => void (password = renewed),
          remove: async () => undefined,
        },
        holdMs: HOLD_MS,
        clock: {
          now: () => new Date(nowMs()),
          elapsedMs: () => clock.elapsedMs(),
          after: (delayMs, callback) =>
            clock.after(delayMs, () => {
              if (isAsleep) overdue.push(callback)
              else callback()
            }),
        },
        onDeparture: (request) => ledger.noteDeparture(device, request),
        onEvent(event) {
          if (event.topic !== 'saved') return
          const typed = memory.typed.get(event.sequence)
          if (typed?.postId === event.postId) acknowledge(typed.postId, typed.text)
        },
      })
      if (digest !== null && life.records.digest() !== digest)
        ledger.report(new Violation('broken', 'I10', `${name}: a restart changed what was on the desk`))
      digest = null
      device.isDiskFull = false
      life.desk.core.start()
    },
    async restart() {
      if (!life) return device.start()
      await life.close()
      return device.start()
    },
    isStill: async () => life === null || life.isStill(),
    end() {
      life?.bury()
      life = null
    },
    bury() {
      if (!life) return []
      const underWay = [...life.parked]
      digest = life.digestAtDeath
      device.end()
      lives += 1
      counts.kills += 1
      overdue = []
      journal.push(`  ${name} is dead`)
      return underWay
    },
    fallAsleep() {
      isAsleep = true
    },
    wake() {
      isAsleep = false
      for (const callback of overdue.splice(0)) callback()
    },
    setDiskFull(isFull) {
      if (!life) return
      device.isDiskFull = isFull
      if (isFull) fillDisk(life.databasePath)
      else freeDisk(life.databasePath)
    },
    newErrors() {
      const errors = (life?.desk.logLines ?? []).filter((line) => line.startsWith('{"level":"error"'))
      const fresh = errors.slice(errorsSeen)
      errorsSeen = errors.length
      return fresh
    },
  }

  const acknowledge = (postId: string, text: string): void => {
    noteWordsOfBefore(device, postId, text)
    const before = memory.acknowledged.get(postId) ?? []
    memory.inEditor.set(postId, text)
    memory.acknowledged.set(postId, [...before.filter((each) => each.text !== text), { text, atMs: nowMs() }])
  }
  return device
}
