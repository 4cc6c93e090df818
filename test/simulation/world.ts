import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts'
import type { DeviceName } from './actions.ts'
import { noteAnswer } from './arrival-question.ts'
import { createDevice, type Device } from './device.ts'
import { meetFate, type FateName } from './fates.ts'
import type { ParkedRequest } from './life.ts'
import { createLedger, type Departure, type Ledger } from './ledger.ts'
import { asCoreRandom, createChance } from './seeded-random.ts'
import { openBlog, type SimulatedBlog } from './simulated-blog.ts'
import type { BeginningName, DeskAccount, Template } from './template.ts'
import { Violation } from './violation.ts'

export interface Setup {
  seed: string
  accounts: Record<DeviceName, DeskAccount>
  /** `small` unless told. */
  blog?: BeginningName
  /** Whose people want to be asked before what waited goes; nobody unless told. */
  asking?: DeviceName[]
  /** How much the blog shows of a list at once, so that a short one has pages too; a hundred unless told. */
  pageSize?: number
}

export interface Counts {
  /** Of the run's script. */
  steps: number
  requests: number
  writes: number
  kills: number
  faults: Partial<Record<FateName, number>>
  /** Left behind and not public: drafts and pictures of requests that arrived twice or too late. */
  strays: number
  /** Replies that something on the way delivered twice and whose copy the blog's own search for duplicates missed. */
  doubled: number
  /** Words or a state of one laptop, sent late, that undid what the other laptop had sent since. */
  crossed: number
}

/** Of real time, on a busy machine. */
const LONGEST_THOUGHT_MS = 30_000

/** Everything there is in one run. */
export interface World {
  readonly clock: ManualClock
  readonly blog: SimulatedBlog
  readonly devices: Record<DeviceName, Device>
  readonly ledger: Ledger
  readonly counts: Counts
  /** How often somebody said what in the blog's own editor. */
  readonly said: Map<string, number>
  /** What happened, for people. */
  readonly journal: string[]
  /** Gives a parked request its fate and lets all cores run on until they stand still. */
  release(device: Device, request: ParkedRequest, fate: FateName, number: number): Promise<void>
  /** Carries a request out now or later, with nobody left to hear the answer. */
  deliver(device: Device, request: ParkedRequest, delayMs: number): Promise<void>
  /** Moves the blog's time; requests that are late arrive when their time comes. */
  pass(ms: number): Promise<void>
  untilStill(): Promise<void>
}

export function createWorld(template: Template, setup: Setup, folder: string): World {
  const clock = createManualClock(template.startIso)
  const chanceOf = (who: string) => asCoreRandom(createChance(`${setup.seed} ${who}`))
  const beginning = template.blogs[setup.blog ?? 'small']
  const blog = openBlog({
    clock,
    random: chanceOf('blog'),
    text: beginning.blogText,
    pageSize: setup.pageSize ?? null,
  })
  const ledger = createLedger(blog)
  const counts: Counts = {
    steps: 0,
    requests: 0,
    writes: 0,
    kills: 0,
    faults: {},
    strays: 0,
    doubled: 0,
    crossed: 0,
  }
  const journal: string[] = []
  const late: { device: Device; request: ParkedRequest; departure: Departure | null; atMs: number }[] = []

  const deviceNamed = (name: DeviceName): Device => {
    const home = join(folder, name)
    mkdirSync(join(home, 'media'), { recursive: true })
    const account = setup.accounts[name]
    return createDevice({
      name,
      account,
      home,
      clock,
      ledger,
      counts,
      journal,
      random: chanceOf(name),
      desk: beginning.desks[account],
    })
  }
  const devices = { left: deviceNamed('left'), right: deviceNamed('right') }

  const apply = async (device: Device, request: ParkedRequest, departure: Departure | null): Promise<Response> => {
    const { method = 'GET', headers, body } = request.init
    const init = { method, ...(headers ? { headers } : {}), ...(body ? { body } : {}) }
    if (!request.isWrite) {
      ledger.noteRead(device, request)
      return blog.fetch(request.input, init)
    }
    const before = blog.state
    const answer = await blog.fetch(request.input, init)
    ledger.noteWrite(device, departure, before)
    return answer
  }

  const world: World = {
    clock,
    blog,
    devices,
    ledger,
    counts,
    said: new Map(),
    journal,
    async release(device, request, fate, number) {
      const { life } = device
      if (!life) return
      const at = life.parked.indexOf(request)
      if (at < 0) return
      life.parked.splice(at, 1)
      counts.requests += 1
      if (request.isWrite) counts.writes += 1
      if (fate !== 'ok') counts.faults[fate] = (counts.faults[fate] ?? 0) + 1
      const departure = ledger.departureOf(request)
      if ((fate === 'twice' || fate === 'late') && departure) ledger.noteStrayRequest(departure.token, fate)
      journal.push(
        `  ${device.name}: ${request.method} ${request.url.pathname}${request.url.search.slice(0, 60)} → ${fate}`,
      )
      try {
        const answer = await meetFate(fate, {
          number,
          isList: isList(request),
          apply: () => apply(device, request, departure),
          applyLater: (delayMs) =>
            void late.push({ device, request, departure, atMs: clock.now().getTime() + delayMs }),
        })
        const isHeard = fate === 'ok' || fate === 'twice'
        if (isHeard && answer.ok) noteAnswer(device, clock.now().getTime() - clock.elapsedMs() + request.leftMs)
        life.meetMoment()
        if (life.isDead) request.reject(new Error('nobody hears it'))
        else request.resolve(answer)
      } catch (error) {
        request.reject(error)
      }
      await world.untilStill()
    },
    async deliver(device, request, delayMs) {
      const departure = ledger.departureOf(request)
      if (delayMs > 0) {
        if (departure) ledger.noteStrayRequest(departure.token, 'late')
        late.push({ device, request, departure, atMs: clock.now().getTime() + delayMs })
      } else await apply(device, request, departure)
    },
    async pass(ms) {
      const endMs = clock.now().getTime() + ms
      for (;;) {
        const next = late.filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs)[0]
        if (!next) break
        late.splice(late.indexOf(next), 1)
        clock.advance(Math.max(0, next.atMs - clock.now().getTime()))
        journal.push(`  late from ${next.device.name}: ${next.request.method} ${next.request.url.pathname}`)
        await apply(next.device, next.request, next.departure)
      }
      clock.advance(endMs - clock.now().getTime())
      await world.untilStill()
    },
    async untilStill() {
      const startedMs = performance.now()
      for (let still = 0; still < 2;) {
        if (performance.now() - startedMs > LONGEST_THOUGHT_MS)
          throw new Violation('stuck', 'liveness', 'a core neither rests nor asks')
        await new Promise<void>((resolve) => void setImmediate(resolve))
        const isStill = (await devices.left.isStill()) && (await devices.right.isStill())
        still = isStill ? still + 1 : 0
      }
    },
  }
  return world
}

const isList = ({ method, path, url }: ParkedRequest): boolean =>
  method === 'GET' &&
  /^\/wp\/v2\/(posts|comments)$/.test(path) &&
  !url.searchParams.has('slug') &&
  !url.searchParams.has('post')
