import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallRequest, CallResponse } from '../../../src/shared/contract/wire.ts'
import type { FakeOptions } from '../../fakes/electron/fake-options.ts'
import { type AttacheUnderFake, startAttache } from '../../fakes/electron/start-attache.ts'

/** An empty profile folder that is gone when the test is. */
export function newProfileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the built program for one test; it is stopped when the test ends, however it ends. */
export async function openDeskUnderFake(
  options: Partial<FakeOptions> = {},
  commandLine: string[] = [],
): Promise<AttacheUnderFake> {
  const attache = await startAttache({ userDataFolder: newProfileFolder(), ...options }, commandLine)
  onTestFinished(() => attache.kill9())
  return attache
}

/** A call as the page makes it: through `window.attache`, the preload and the channel. */
export function callFromPage(attache: AttacheUnderFake, request: CallRequest): Promise<CallResponse> {
  return attache.control('evaluate', `window.attache.call(${JSON.stringify(request)})`) as Promise<CallResponse>
}
