import type { HandoverUse } from '../../../src/shared/domain/handover.ts'
import type { TestDesk } from '../../support/open-desk.ts'

export const PASSPHRASE = 'the heron waits for rain'

export type Bytes = Uint8Array<ArrayBuffer>

type Asking = Pick<TestDesk, 'query' | 'mutate'>

/** The file as a person saves it. */
export async function handoverFile(desk: Asking, use: HandoverUse, staysInUse = false): Promise<Bytes> {
  const { fileId } = await desk.mutate('handover', 'write', { use, passphrase: PASSPHRASE, name: 'Ann', staysInUse })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  return Uint8Array.from(bytes as unknown as Bytes)
}

/** Opened and taken in; what the desk then tells of it. */
export async function takeIn(desk: Asking, bytes: Bytes) {
  const opened = await desk.mutate('handover', 'open', { bytes, passphrase: PASSPHRASE })
  const { backupId } = await desk.mutate('handover', 'takeIn', { id: opened.id })
  return { opened, backupId, taken: await desk.query('handover', 'arrived') }
}
