import type { CommandId } from '../../../shared/commands/commands.ts'
import type { CoreTransport, HandOut, HandOutAnswer } from '../../../shared/contract/wire.ts'

/** What every host gives the window: the two functions of the contract and the little that differs between hosts. */
export interface WindowTransport extends CoreTransport {
  /** `darwin`, `win32`, `linux`, or `browser`; only for the names of keys. */
  readonly platform: string
  /** Where a blog's approval page sends its answer; null where a person has to paste it. */
  readonly approvalReturnUrl: string | null
  /** null where the browser's own print dialog and downloads do it. */
  readonly handOut: ((request: HandOut) => Promise<HandOutAnswer>) | null
  onMenu(listener: (command: CommandId) => void): () => void
  /** Called when events may have been missed: every cached answer is stale. */
  onReconnected(listener: () => void): () => void
}
