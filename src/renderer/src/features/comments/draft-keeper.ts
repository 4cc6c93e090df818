import type { AppErrorData } from '../../../../shared/errors.ts'

interface DraftKeeperPorts {
  send: (draft: { commentId: string; text: string }) => Promise<void>
  errorOf: (error: unknown) => AppErrorData
  schedule: (callback: () => void, delayMs: number) => void
}

const RETRY_MS = 2000

/**
 * Brings answers that were begun into the core, one save at a time, the newest words of each. What could not be saved is tried
 * again every 2 s, whatever screen is open, behind the others; only what has no comment any more is let go.
 */
export class DraftKeeper {
  readonly #ports: DraftKeeperPorts
  readonly #unsaved = new Map<string, string>()
  readonly #listeners = new Set<() => void>()
  #isBusy = false
  #error: AppErrorData | null = null

  constructor(ports: DraftKeeperPorts) {
    this.#ports = ports
  }

  /** Why the newest words are not saved yet; null while nothing is in their way. */
  get error(): AppErrorData | null {
    return this.#error
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  keep(commentId: string, text: string): void {
    this.#unsaved.set(commentId, text)
    void this.#saveAll()
  }

  async #saveAll(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const [commentId, text] = next
        await this.#ports.send({ commentId, text })
        if (this.#unsaved.get(commentId) === text) this.#unsaved.delete(commentId)
        this.#say(null)
      }
      this.#isBusy = false
    } catch (error) {
      this.#putBehind(this.#ports.errorOf(error))
      // Busy until then: a key does not try more often.
      this.#ports.schedule(() => {
        this.#isBusy = false
        void this.#saveAll()
      }, RETRY_MS)
    }
  }

  #next(): [string, string] | undefined {
    return this.#unsaved.entries().next().value
  }

  #putBehind(error: AppErrorData): void {
    const [commentId, text] = this.#next() ?? []
    if (commentId !== undefined && text !== undefined) {
      this.#unsaved.delete(commentId)
      if (error.kind !== 'no-such-item') this.#unsaved.set(commentId, text)
    }
    this.#say(error)
  }

  #say(error: AppErrorData | null): void {
    if (error === this.#error) return
    this.#error = error
    for (const listener of this.#listeners) listener()
  }
}
