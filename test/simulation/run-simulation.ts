import { mkdirSync, rmSync } from 'node:fs'
import { needsPerson } from '../../src/main/core/outbox/entry-states.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { choicesEverywhere, type TestDesk } from '../support/open-desk.ts'
import { isAppError } from '../../src/shared/errors.ts'
import type { Action } from './actions.ts'
import { isOpen } from './desk-records.ts'
import type { Device } from './device.ts'
import { checkQuiet, checkSafety } from './invariants.ts'
import { letAll, performAction, setRole, signInAgain } from './perform-action.ts'
import { addKnown } from './person-memory.ts'
import { letGoOn, letGoOnAll, sayGo } from './person-outbox.ts'
import { confirmVanished, takeUpOffBlog } from './person.ts'
import { sayWhatIsLeft } from './person-reviews.ts'
import { createChance } from './seeded-random.ts'
import { drawActions, type Theme } from './sequences.ts'
import type { Template } from './template.ts'
import { Violation } from './violation.ts'
import { createWorld, type Counts, type Setup, type World } from './world.ts'

/** Everything that makes a run: the same one gives the same run. Also the shape of a file in `regressions/`. */
export interface Run extends Setup {
  /** What it once showed; for people. */
  why?: string
  actions: Action[]
}

export interface RunReport {
  run: Run
  violation: Violation | null
  counts: Counts
  journal: string[]
}

const ACTIONS = 60
const MINUTE_MS = 60_000
/** Full back-off is 15 min; a device that was hours wrong about the time needs a few of them. */
const MOST_ROUNDS = 40

export function drawRun(seed: string): Run {
  const chance = createChance(seed)
  const accounts = chance.weighted([
    [5, { left: 'author', right: 'editor' }],
    [2, { left: 'author', right: 'author' }],
    [2, { left: 'editor', right: 'editor' }],
  ] as const)
  const blog = chance.weighted([
    [16, 'small'],
    [2, 'large'],
    [2, 'fresh'],
  ] as const)
  const pages = chance.isHit(0.25) ? { pageSize: 3 } : {}
  const asking = chance.isHit(0.2) ? { asking: [chance.pick(['left', 'right'] as const)] } : {}
  return { seed, accounts, blog, ...pages, ...asking, actions: drawActions(chance, ACTIONS, themeOf(seed)) }
}

/** By the name of its seed: `reviews-12` is about reviews, `seed-12` about anything. */
const themeOf = (seed: string): Theme => (seed.startsWith('reviews-') ? 'reviews' : 'anything')

/** Plays a run in a folder of its own: first with faults, then healed. Throws only for what is no fault of the engine. */
export async function playRun(template: Template, run: Run, folder: string): Promise<RunReport> {
  mkdirSync(folder, { recursive: true })
  const world = createWorld(template, run, folder)
  let violation: Violation | null = null
  try {
    for (const device of Object.values(world.devices)) device.start()
    await world.untilStill()
    for (const name of run.asking ?? []) {
      world.devices[name].asksOnArrival = true
      await world.devices[name].life?.desk.mutate('settings', 'set', { arrivals: 'ask' })
    }
    for (const action of run.actions) {
      world.counts.steps += 1
      await performAction(world, action)
      checkSafety(world)
    }
    world.journal.push('healed')
    await heal(world)
    checkQuiet(world)
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    violation = error
  } finally {
    for (const device of Object.values(world.devices)) device.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { run, violation, counts: world.counts, journal: world.journal }
}

/** No more faults, and a person at each laptop who does what it asks for; then everything has to come to rest. */
async function heal(world: World): Promise<void> {
  const devices = Object.values(world.devices)
  world.blog.isRewriting = false
  for (const device of devices) {
    setRole(world, device, null)
    if (!device.life) device.start()
    device.life?.dieAfter(Number.POSITIVE_INFINITY)
    device.setDiskFull(false)
    await world.untilStill()
    await letAll(world, device)
  }
  await world.pass(3 * MINUTE_MS)
  for (const device of devices) {
    await letAll(world, device)
    if (device.password !== world.blog.password(device.account) || needsSignIn(device)) await signInAgain(world, device)
  }
  const retried = new Set<string>()
  const isRestful = (): boolean => devices.every((device) => isAtRest(device, retried))
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lettersBefore = lettersSent(world)
    for (const device of devices) {
      await actOnRequests(world, device, retried)
      await letAll(world, device)
    }
    checkSafety(world)
    const wasRestful = isRestful()
    await world.pass(16 * MINUTE_MS)
    // Each sees what the other sent last, which may give it something to put right or to sweep.
    for (const device of devices) await letAll(world, device)
    // A letter is found by whoever looks for it afterwards.
    if (wasRestful && isRestful() && lettersSent(world) === lettersBefore) break
  }
  for (const device of devices.filter(({ wasClockSet }) => wasClockSet)) await startOnTime(world, device)
}

/** The clock is right again, and a start makes up for what was planned by the wrong one. */
async function startOnTime(world: World, device: Device): Promise<void> {
  device.setClock(0)
  await device.restart()
  await world.untilStill()
  await letAll(world, device)
}

/** Settles what both sides changed, and tries once more what needed a person. */
async function actOnRequests(world: World, device: Device, retried: Set<string>): Promise<void> {
  const { life, memory } = device
  if (!life) return
  for (const id of life.records.postsWithIncoming()) {
    const incoming = life.records.baseTextOf(id, 'incoming')
    if (incoming !== null) addKnown(memory, id, incoming)
    await unlessRefused(takeMineEverywhere(life.desk, id as PostId))
  }
  for (const id of life.records.postsOffBlog())
    if (life.records.workingText(id) !== null) await unlessRefused(takeUpOffBlog(device, life, id as PostId, 'let-go'))
  await confirmVanished(device, life)
  await sayGo(device, life, null)
  await letGoOnAll(device, life)
  for (const entry of life.records.entries()) {
    if (!needsPerson(entry.state) || retried.has(entry.id)) continue
    retried.add(entry.id)
    letGoOn(device, entry, life.records.entries().filter(isOpen))
    await unlessRefused(life.desk.mutate('outbox', 'tryNow', { entryId: entry.id }))
  }
  await sayWhatIsLeft(world, device, life)
  await world.untilStill()
}

async function takeMineEverywhere(desk: TestDesk, postId: PostId): Promise<void> {
  await desk.mutate('posts', 'resolve', { postId, choices: await choicesEverywhere(desk, postId, 'mine') })
}

/** The core may say no for now; the next round asks again. */
async function unlessRefused(act: Promise<unknown>): Promise<void> {
  try {
    await act
  } catch (error) {
    if (!isAppError(error) || error.data.kind !== 'not-allowed-now') throw error
  }
}

const needsSignIn = ({ life }: Device): boolean =>
  life?.records.entries().some(({ state }) => state === 'needs-sign-in') ?? false

const lettersSent = ({ devices }: World): number =>
  Object.values(devices).reduce((sum, { life }) => sum + (life?.records.lettersSent() ?? 0), 0)

const isAtRest = ({ life }: Device, retried: Set<string>): boolean =>
  life !== null &&
  life.parked.length === 0 &&
  life.records.postsWithIncoming().length === 0 &&
  life.records.entries().every((entry) => !isOpen(entry) || (needsPerson(entry.state) && retried.has(entry.id)))
