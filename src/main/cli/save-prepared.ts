import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PreparedFile } from '../../shared/domain/interchange.ts'
import type { Invocation } from './command.ts'
import type { CommandDesk } from './command-desk.ts'

/** Where `--out` says, else under its own name in the folder of the call. */
export async function savePrepared(
  desk: CommandDesk,
  { fileId, fileName }: PreparedFile,
  out: string | undefined,
  print: Invocation['print'],
): Promise<boolean> {
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  const path = resolve(out ?? fileName)
  writeFileSync(path, bytes as unknown as Uint8Array)
  print({ path }, [`Saved: ${path}`])
  return true
}
