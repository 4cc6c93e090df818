import type { AppErrorData } from '../../../../shared/errors.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; savedAt: string }
  | { kind: 'failed'; error: AppErrorData }

export interface AutosavePorts {
  /** Reads the whole working copy and hands it to the core under this sequence; rejects when the core refuses it. */
  send: (sequence: number) => Promise<void>
  /** Asks the core to commit what it has. */
  commit: () => Promise<{ sequence: number; savedAt: string } | null>
  onState: (state: SaveState) => void
  errorOf: (error: unknown) => AppErrorData
  nowMs: () => number
  /** Returns the function that cancels. */
  schedule: (callback: () => void, delayMs: number) => () => void
}

const PAUSE_MS = 50
/** A text so long that sending takes 60 ms is sent every 250 ms. */
const LONGEST_PAUSE_MS = 250
const RETRY_MS = 2000

/**
 * Brings every change into the core within 50 ms: the first at once, the rest of a burst after a pause that grows with the
 * time one send takes. Says `saved` only after the core committed the newest change. While a send fails it tries again
 * every 2 s; nothing is given up. One send runs at a time, but for the last one of a page that goes.
 */
export class Autosave {
  readonly #ports: AutosavePorts
  #sequence = 0
  #savedSequence = 0
  #isDirty = false
  #hasCaretMoved = false
  #isFailing = false
  #lastSentMs = -Infinity
  #pauseMs = PAUSE_MS
  #cancelTimer: (() => void) | null = null
  #sending: Promise<void> | null = null
  #leavingCount = 0

  constructor(ports: AutosavePorts) {
    this.#ports = ports
  }

  /** Whether something was typed that the core has not yet committed, as far as this window knows. */
  get hasUnsent(): boolean {
    return this.#isDirty || this.#sending !== null || this.#leavingCount > 0
  }

  /** The core told that it committed everything of this window; true also where nothing was typed in it. */
  get #isSaved(): boolean {
    return !this.hasUnsent && this.#savedSequence === this.#sequence
  }

  changed(): void {
    this.#isDirty = true
    if (!this.#isFailing) this.#ports.onState({ kind: 'saving' })
    this.#plan(this.#lastSentMs + this.#pauseMs - this.#ports.nowMs())
  }

  /** Where the writer is travels with the next send; it is not worth one of its own. */
  caretMoved(): void {
    this.#hasCaretMoved = true
  }

  /**
   * Sends what is unsent and has it committed; for blur, hiding and closing. Returns what the core could not commit for: nothing is sent again for that
   * by a window of which everything is saved, since it would put an older text over that of another.
   */
  async flush(): Promise<AppErrorData | null> {
    if (this.#sending) await this.#sending
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#isDirty || this.#hasCaretMoved) await this.#send()
    try {
      const saved = await this.#ports.commit()
      if (saved) this.saved(saved.sequence, saved.savedAt)
      return null
    } catch (error) {
      const data = this.#ports.errorOf(error)
      if (!this.#isSaved) this.failed(data)
      return data
    }
  }

  /** The page goes, and hears no answer any more: what is unsent goes now, beside what is on its way. It may come back. */
  leave(): void {
    if (!this.#isDirty && !this.#hasCaretMoved) return
    this.#leavingCount += 1
    void this.#sendOnce().finally(() => (this.#leavingCount -= 1))
  }

  /** The core committed this sequence. */
  saved(sequence: number, savedAt: string): void {
    this.#savedSequence = Math.max(this.#savedSequence, sequence)
    if (sequence < this.#sequence || this.#isDirty) return
    this.#isFailing = false
    this.#ports.onState({ kind: 'saved', savedAt })
  }

  /** The core could not commit: the newest text is sent again until it can. */
  failed(error: AppErrorData): void {
    this.#isDirty = true
    this.#isFailing = true
    this.#ports.onState({ kind: 'failed', error })
    this.#plan(RETRY_MS)
  }

  /** The core may have lost what it had not committed: that is sent again. Returns whether there is any. */
  sendAgain(): boolean {
    if (this.#isSaved) return false
    this.#isDirty = true
    this.#plan(0)
    return true
  }

  #plan(delayMs: number): void {
    if (this.#cancelTimer || this.#sending) return
    if (delayMs <= 0) {
      void this.#send()
      return
    }
    this.#cancelTimer = this.#ports.schedule(() => {
      this.#cancelTimer = null
      void this.#send()
    }, delayMs)
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendOnce().finally(() => {
      this.#sending = null
      if (this.#isDirty) this.#plan(this.#isFailing ? RETRY_MS : this.#lastSentMs + this.#pauseMs - this.#ports.nowMs())
    })
    return this.#sending
  }

  async #sendOnce(): Promise<void> {
    const startedMs = this.#ports.nowMs()
    this.#isDirty = false
    this.#hasCaretMoved = false
    this.#sequence += 1
    try {
      await this.#ports.send(this.#sequence)
    } catch (error) {
      this.failed(this.#ports.errorOf(error))
    }
    this.#lastSentMs = this.#ports.nowMs()
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, 4 * (this.#lastSentMs - startedMs)))
  }
}
