import type { HandedOver, HandoverContents, HandoverUse, OpenedHandover, TakenHandover } from '../domain/handover.ts'
import type { PreparedFile } from '../domain/interchange.ts'

/** One file for another laptop or for a successor (ADR 19). */
export interface HandoverService {
  /** What would be in the file, before it is made; nothing is changed. */
  contents(options: { use: HandoverUse }): Promise<HandoverContents>
  /**
   * The file, ready to be saved. Unless the desk `staysInUse`, what waits here is asked about before it goes from now on, also after a
   * restart. Throws `handover-file` for more than one file holds, `not-allowed-now` where a policy forbids it.
   */
  write(options: { use: HandoverUse; passphrase: string; name: string; staysInUse: boolean }): Promise<PreparedFile>
  /** null while this desk is the one that is in use. */
  handedOver(): HandedOver | null
  /** It is in use after all; what was asked about still waits for its Go. */
  stayInUse(): void
  /** Reads and proves it; nothing of the desk is changed. The last one that was opened is kept. Throws `handover-file` with why. */
  open(options: { bytes: Uint8Array; passphrase: string | null }): Promise<OpenedHandover>
  /**
   * Takes in what was opened last. `backupId`: this desk becomes the other one as soon as that backup is restored (lock.restoreBackup);
   * null when everything stands here already. Nothing is sent by it. Throws `no-such-item` once it was set aside.
   */
  takeIn(options: { id: string }): Promise<{ backupId: string | null }>
  setAside(): void
  /** What came in last, until somebody has read it. */
  arrived(): TakenHandover | null
  noteArrivedRead(): void
}
