import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as a process of its own, as a script would. */
export async function runAttache(
  words: string[],
  options: { input?: string; applicationPassword?: string } = {},
): Promise<CommandResult> {
  const env = { ...process.env, NODE_NO_WARNINGS: '1' }
  if (options.applicationPassword !== undefined)
    Object.assign(env, { ATTACHE_APPLICATION_PASSWORD: options.applicationPassword })
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main/cli.ts'), ...words], { env })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(options.input ?? '')
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code, stdout, stderr }
}

/** One laptop: the same profile for each command. `json` throws with what the command said when it failed. */
export function laptop(profile: string, applicationPassword: string) {
  const run = (words: string[]) => runAttache([...words, '--profile', profile], { applicationPassword })
  return {
    run,
    async json<Value>(...words: string[]): Promise<Value> {
      const { code, stdout, stderr } = await run([...words, '--json'])
      if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${stderr}${stdout}`)
      return JSON.parse(stdout) as Value
    },
  }
}
