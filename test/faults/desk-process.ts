import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CallResponse, ChangeEvent } from '../../src/shared/contract/wire.ts'

/** The real program on the Node host, as a process of its own, called as a browser calls it. */
export interface DeskProcess {
  /** Throws when the process is gone, or with the error's data when the core refused. */
  call(path: string, type: 'query' | 'mutation', input?: unknown): Promise<unknown>
  /** Ends it as a power cut would; resolves when it is gone. Calls under way then fail. */
  kill(): Promise<void>
  isKilled(): boolean
}

const PROGRAM = join(import.meta.dirname, '../../src/main/serve.ts')

/** Needs a window in `out/renderer`. `onEvent` gets what the core tells, after its commit. */
export async function startDeskProcess(profile: string, onEvent: (event: ChangeEvent) => void): Promise<DeskProcess> {
  const child = spawn(process.execPath, [PROGRAM, '--profile', profile], { stdio: ['ignore', 'pipe', 'inherit'] })
  let isKilled = false
  const ended = once(child, 'exit')
  const [line = ''] = (await once(createInterface({ input: child.stdout }), 'line')) as string[]
  const [, address = '', origin = ''] = /((http:\/\/127\.0\.0\.1:\d+)\/\?token=\S+)/.exec(line) ?? []
  const signedIn = await fetch(address, { redirect: 'manual' })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  /** The desk's own path on that host. */
  const desk = `${origin}${signedIn.headers.get('location') ?? ''}`
  const events = await fetch(`${desk}events`, { headers: { cookie, origin } })
  void readEvents(events, onEvent).catch(() => undefined)
  return {
    async call(path, type, input) {
      const body = JSON.stringify({ path, type, input })
      const answer = await fetch(`${desk}call`, { method: 'POST', headers: { cookie, origin }, body })
      const response = (await answer.json()) as CallResponse
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(response.error)}`)
      return response.data
    },
    async kill() {
      isKilled = true
      child.kill('SIGKILL')
      await ended
    },
    isKilled: () => isKilled,
  }
}

/** Server-sent events; ends with an error when the process does. */
async function readEvents(answer: Response, onEvent: (event: ChangeEvent) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    const lines = (text + decoder.decode(chunk, { stream: true })).split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) onEvent(JSON.parse(line.slice(6)) as ChangeEvent)
  }
}
