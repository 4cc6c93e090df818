import type { RuleSet } from '../../../../../shared/content/checks/rule-set.ts'
import { runChecks, type CheckRun, type Circumstances } from '../../../../../shared/content/checks/run-checks.ts'
import type { PostDocument } from '../../../../../shared/content/document.ts'
import { utcIso, type UtcIso } from '../../../../../shared/domain/ids.ts'
import type { PostFields } from '../working-copy.ts'

/** A sentence is written at one go; the checks wait until somebody stops to think. */
const PAUSE_MS = 700
/** Half a frame: a key that comes meanwhile is still drawn in time. */
const SLICE_MS = 8

/** Everything about the post but its text. */
export interface Known extends Omit<Circumstances, 'goesOutAt' | 'isScheduled'> {
  fields: Pick<PostFields, 'title' | 'excerpt' | 'language'>
  ruleSet: RuleSet
  /** null: now, by the blog's clock. */
  scheduledFor: UtcIso | null
  clockOffsetMs: number
}

interface CheckRunnerPorts {
  readDocument: () => PostDocument
  now: () => Date
  /** Of a clock that is never put back, for the slices. */
  elapsedMs: () => number
  /** Returns the function that takes it back. */
  later: (callback: () => void, delayMs: number) => () => void
}

/**
 * Runs the checks when typing pauses, in slices with the keyboard let through between them. What changes during a run begins it
 * anew: findings always belong to one state of the text.
 */
export class CheckRunner {
  readonly #ports: CheckRunnerPorts
  readonly #listeners = new Set<() => void>()
  #known: Known | null = null
  #run: CheckRun | null = null
  #cancel: (() => void) | null = null

  constructor(ports: CheckRunnerPorts) {
    this.#ports = ports
  }

  /** The last run that was finished; null before the first. */
  readonly read = (): CheckRun | null => this.#run

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** null while the rules are not there yet. Another time to go out is somebody who waits for the answer. */
  know(known: Known | null): void {
    const isAsked = this.#known !== null && known?.scheduledFor !== this.#known.scheduledFor
    this.#known = known
    if (isAsked) this.now()
    else this.textChanged()
  }

  readonly textChanged = (): void => this.#schedule(() => this.#begin(), PAUSE_MS)

  /** At once and as a whole. */
  readonly now = (): void => {
    this.stop()
    const run = this.#start()
    if (!run) return
    let step = run.next()
    while (!step.done) step = run.next()
    this.#finish(step.value)
  }

  readonly stop = (): void => {
    this.#cancel?.()
    this.#cancel = null
  }

  #start(): ReturnType<typeof runChecks> | null {
    if (!this.#known) return null
    const { fields, ruleSet, scheduledFor, clockOffsetMs, ...circumstances } = this.#known
    const nowAtBlog = new Date(this.#ports.now().getTime() + clockOffsetMs)
    return runChecks(
      { ...fields, document: this.#ports.readDocument() },
      { ...circumstances, goesOutAt: scheduledFor ?? utcIso(nowAtBlog), isScheduled: scheduledFor !== null },
      ruleSet,
    )
  }

  #begin(): void {
    const run = this.#start()
    if (run) this.#slice(run)
  }

  #slice(run: ReturnType<typeof runChecks>): void {
    const endMs = this.#ports.elapsedMs() + SLICE_MS
    do {
      const step = run.next()
      if (step.done) return this.#finish(step.value)
    } while (this.#ports.elapsedMs() < endMs)
    this.#schedule(() => this.#slice(run), 0)
  }

  #finish(run: CheckRun): void {
    this.#run = run
    for (const listener of this.#listeners) listener()
  }

  #schedule(callback: () => void, delayMs: number): void {
    this.stop()
    this.#cancel = this.#ports.later(() => {
      this.#cancel = null
      callback()
    }, delayMs)
  }
}
