import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '../..')

/** The browser host as a process of its own, with the address at which its window opens. */
export async function startDesk(profile: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const host = spawn(process.execPath, [join(ROOT, 'src/main/serve.ts'), '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const stop = async (): Promise<void> => {
    if (host.exitCode !== null) return
    const exited = once(host, 'exit')
    host.kill('SIGTERM')
    await exited
  }
  for await (const said of createInterface({ input: host.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
    if (address) return { address, stop }
  }
  throw new Error('the host ended before it said its address')
}
