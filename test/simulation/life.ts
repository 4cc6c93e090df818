import { copyFileSync, existsSync, linkSync, mkdirSync, symlinkSync } from 'node:fs'
import type { ChangeEvent } from '../../src/shared/contract/wire.ts'
import type { Clock, Fetch, Random, SecretStore } from '../../src/main/core/ports.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { handleOf, letGo } from './desk-database.ts'
import { readDesk, type DeskRecords } from './desk-records.ts'
import { lineError } from './fates.ts'

/** A request that left the core and has no answer yet. */
export interface ParkedRequest {
  method: string
  url: URL
  /** In the REST interface, however its address was found: `/wp/v2/posts/5`. */
  path: string
  isWrite: boolean
  input: string
  init: RequestInit
  /** By time that passed. */
  leftMs: number
  resolve(response: Response): void
  reject(reason: unknown): void
}

/** One life of a laptop's core: from its start to its end, in order or not. */
export interface Life {
  readonly desk: TestDesk
  readonly records: DeskRecords
  readonly databasePath: string
  /** Every request waits here until the run decides on its fate. */
  readonly parked: ParkedRequest[]
  readonly isDead: boolean
  /** The desk's digest when it died; null while it lives, where a transaction was cut in two, and where words were on their way into history. */
  readonly digestAtDeath: string | null
  /** It dies at the n-th of the moments to come: each call out of the core, and each commit it tells the window of. */
  dieAfter(yields: number): void
  /** One such moment, caused from outside: an answer comes in. */
  meetMoment(): void
  /** Whether anything was written since this was last asked. */
  hasChanged(): boolean
  /** Resolves when the core can go no further before something happens outside. */
  isStill(): Promise<boolean>
  /** A call that asks the blog by itself, outside of the rounds. */
  duringCall<Result>(work: () => Promise<Result>): Promise<Result>
  /** Ends in order: what was under way fails, pending edits are committed. */
  close(): Promise<void>
  /** Closes what a dead process would have closed. */
  bury(): void
}

export interface LifePorts {
  folder: string
  /** Where a kill leaves what was on the disk at that moment. */
  folderAfterKill: string
  /** Pictures lie here through all lives. */
  mediaFolder: string
  clock: Clock
  random: Random
  secrets: SecretStore
  holdMs: number
  onDeparture(request: ParkedRequest): void
  onEvent(event: ChangeEvent): void
}

const DEAD = new Error('this laptop is off')

export function beginLife(ports: LifePorts): Life {
  const { databasePath, mediaFolder } = profileIn(ports.folder)
  if (!existsSync(mediaFolder)) symlinkSync(ports.mediaFolder, mediaFolder)
  const parked: ParkedRequest[] = []
  let yieldsLeft = Number.POSITIVE_INFINITY
  let isDead = false
  let isClosing = false
  let digestAtDeath: string | null = null
  let isLineStale = true
  let isSyncing = false
  let callsUnderWay = 0
  let changesSeen = -1
  let records: DeskRecords | null = null

  const meetMoment = (): void => {
    if (isDead || records === null) return
    yieldsLeft -= 1
    if (yieldsLeft > 0) return
    isDead = true
    mkdirSync(ports.folderAfterKill, { recursive: true })
    const image = profileIn(ports.folderAfterKill).databasePath
    for (const part of ['', '-wal'])
      if (existsSync(databasePath + part)) copyFileSync(databasePath + part, image + part)
    shareBallast(databasePath, image)
    if (!handleOf(databasePath).inTransaction && !records.hasUnsettled()) digestAtDeath = records.digest()
  }

  /** As the platform's fetch, which follows unless it is told not to, and then sends the same again. */
  const ask: Fetch = async (input, init = {}) => {
    meetMoment()
    if (isDead) throw DEAD
    if (isClosing) throw lineError('ECONNREFUSED')
    const method = (init.method ?? 'GET').toUpperCase()
    const isWrite = method !== 'GET' && method !== 'HEAD'
    const { signal } = init
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const leftMs = ports.clock.elapsedMs()
    const url = new URL(input)
    const request: ParkedRequest = { method, url, path: restPathOf(url), isWrite, input, init, leftMs, resolve, reject }
    const cut = (): void => {
      const at = parked.indexOf(request)
      if (at >= 0) parked.splice(at, 1)
      reject(signal?.reason as Error)
    }
    parked.push(request)
    signal?.addEventListener('abort', cut)
    ports.onDeparture(request)
    // Node holds on to a signal that somebody listens to, and through it to the whole desk.
    const answer = await promise.finally(() => signal?.removeEventListener('abort', cut))
    const location = answer.headers.get('location')
    const isFollowed = answer.status >= 300 && answer.status < 400 && location !== null && init.redirect !== 'manual'
    return isFollowed ? ask(new URL(location, input).href, init) : answer
  }

  const desk = openDesk(ports.folder, {
    holdMs: ports.holdMs,
    secrets: {
      async find(blogId) {
        meetMoment()
        return ports.secrets.find(blogId)
      },
      async put(blogId, password) {
        meetMoment()
        if (!isDead) await ports.secrets.put(blogId, password)
      },
      async remove(blogId) {
        meetMoment()
        if (!isDead) await ports.secrets.remove(blogId)
      },
    },
    random: {
      bytes(count) {
        meetMoment()
        return ports.random.bytes(count)
      },
      fraction: () => ports.random.fraction(),
    },
    clock: {
      now() {
        meetMoment()
        return ports.clock.now()
      },
      elapsedMs: () => ports.clock.elapsedMs(),
      after: (delayMs, callback) =>
        ports.clock.after(delayMs, () => {
          if (!isDead) callback()
        }),
    },
    fetch: ask,
  })
  desk.core.onChange((event) => {
    meetMoment()
    if (isDead) return
    if (event.topic === 'line') isLineStale = true
    ports.onEvent(event)
  })
  const opened = readDesk(handleOf(databasePath))
  records = opened

  return {
    desk,
    records: opened,
    databasePath,
    parked,
    get isDead() {
      return isDead
    },
    get digestAtDeath() {
      return digestAtDeath
    },
    dieAfter(yields) {
      yieldsLeft = yields
    },
    meetMoment,
    hasChanged() {
      const now = opened.changeCount()
      const isNew = now !== changesSeen
      changesSeen = now
      return isNew
    },
    async isStill() {
      if (isDead || parked.length > callsUnderWay) return true
      if (parked.length < callsUnderWay) return false
      if (isLineStale) {
        isLineStale = false
        isSyncing = (await desk.query('line', 'list')).some((line) => line.isSyncing)
      }
      return !isLineStale && !isSyncing
    },
    async duringCall(work) {
      callsUnderWay += 1
      try {
        return await work()
      } finally {
        callsUnderWay -= 1
      }
    },
    async close() {
      isClosing = true
      for (const { reject } of parked.splice(0)) reject(lineError('ECONNRESET'))
      await desk.close()
      letGo(databasePath)
    },
    bury() {
      for (const { reject } of parked.splice(0)) reject(DEAD)
      letGo(databasePath)
    },
  }
}

/** A profile folder with another one's database in it. */
export function copyDesk(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  const [source, target] = [profileIn(from).databasePath, profileIn(to).databasePath]
  copyFileSync(source, target)
  shareBallast(source, target)
}

/** The desk's reserve of room is the same megabyte of chance in every life: made once, it saves time. */
function shareBallast(source: string, target: string): void {
  if (existsSync(`${source}.ballast`)) linkSync(`${source}.ballast`, `${target}.ballast`)
}

const restPathOf = ({ pathname, searchParams }: URL): string =>
  searchParams.get('rest_route') ?? pathname.replace(/^\/wp-json/, '')
