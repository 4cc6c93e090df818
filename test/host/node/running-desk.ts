import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export const root = join(import.meta.dirname, '../../..')
export const SOURCE = 'src/main/serve.ts'
export const BUILT = 'out/main/serve.js'

/** A folder that is not there yet, gone after the test. */
export function newProfile(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'attache-serve-')), 'profile')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }))
  return folder
}

/** Ended with the test at the latest. */
export function run(program: string, ...options: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, program), ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Starts it, signs in, and gives what calls the core as the browser does. `outputs` is all it printed. */
export async function startDesk(program: string, profile: string, ...files: string[]) {
  const child = run(program, '--profile', profile, ...files)
  const outputs: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => outputs.push(part.toString()))
  const [line = ''] = (await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')) as string[]
  const [, address = '', origin = ''] = /^Attaché is at ((http:\/\/127\.0\.0\.1:\d+)\/\?token=\S+)$/.exec(line) ?? []
  const signedIn = await fetch(address, { redirect: 'manual' })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const room = signedIn.headers.get('location') ?? ''
  const call = async (path: string, type: 'query' | 'mutation', input?: unknown): Promise<unknown> => {
    const { bytes, ...rest } = (input ?? {}) as { bytes?: Uint8Array<ArrayBuffer> }
    const request = JSON.stringify({ path, type, input: bytes ? rest : input })
    const sent = bytes
      ? { headers: { cookie, origin, 'x-attache-call': encodeURIComponent(request) }, body: bytes }
      : { headers: { cookie, origin }, body: request }
    const answer = await fetch(`${origin}${room}call`, { method: 'POST', ...sent })
    return answer.json()
  }
  return { child, call, outputs }
}
