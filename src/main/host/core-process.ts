import type { PortMessage } from '../../shared/contract/wire.ts'

/** One end of the line between the serving process and the core. Messages arrive whole and in order. */
export interface Port {
  post(message: PortMessage): void
  onMessage(listener: (message: PortMessage) => void): void
}

/** The core's process or thread, as the serving process holds it. */
export interface CoreProcess extends Port {
  /** Called once, however it ended. Messages posted after that are lost without an error. */
  onEnd(listener: (exitCode: number | null) => void): void
  /** Ends it at once, without a save. */
  kill(): void
}
