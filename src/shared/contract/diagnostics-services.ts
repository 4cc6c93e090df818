import type { PreparedFile } from '../domain/interchange.ts'

export interface DiagnosticsService {
  /** The whole text, to be read before it is saved. Blocks while every page of the desk is read. */
  collect(options: { withAddresses: boolean }): { text: string }
  /** Exactly the text that was shown, as a file that waits to be saved. */
  prepare(options: { text: string }): PreparedFile
}
