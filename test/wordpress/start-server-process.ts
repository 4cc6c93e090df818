import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { programEnvironment } from './run-program.ts'

/**
 * The server runs in a process group of its own. It dies when its keeper's standard input closes, which the kernel does
 * even when this process is killed; then its folder goes too. The keeper lets go of the output, so that its end is the
 * server's end.
 */
const KEEPER = `
folder="$1" signal="$2"; shift 2
setsid "$@" </dev/null &
server=$!
exec >/dev/null 2>&1
cat
kill -s "$signal" -- "-$server"
wait
rm -rf -- "$folder"
`

export interface ServerProcess {
  /** Ends the server with its children and removes its folder. */
  stop(): Promise<void>
}

/** Resolves with the match as soon as the server's output matches `ready`; throws with the output when it does not come. */
export async function startServerProcess(options: {
  command: [program: string, ...args: string[]]
  folder: string
  ready: RegExp
  env?: NodeJS.ProcessEnv
  /** What ends it, KILL unless said. One that TERM ends puts its things in order first. */
  signal?: 'KILL' | 'TERM'
}): Promise<ServerProcess & { ready: RegExpExecArray }> {
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', options.folder, options.signal ?? 'KILL', ...options.command], {
    env: programEnvironment(options.env),
    detached: true,
  })
  const ended = new Promise<void>((resolve) => keeper.on('close', () => resolve()))
  const stop = async () => {
    keeper.ref()
    keeper.stdin.end()
    await ended
  }
  let output = ''
  try {
    const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
      const giveUp = (why: string) => reject(new Error(`${options.command[0]} ${why}\n${output.slice(-4000)}`))
      const timer = setTimeout(() => giveUp('was not ready within 60 s'), 60_000)
      const read = (text: string) => {
        output = (output + text).slice(-20_000)
        const match = options.ready.exec(output)
        if (!match) return
        clearTimeout(timer)
        resolve(match)
      }
      keeper.stdout.setEncoding('utf8').on('data', read)
      keeper.stderr.setEncoding('utf8').on('data', read)
      // Only then is everything read that it printed.
      void Promise.all([once(keeper.stdout, 'end'), once(keeper.stderr, 'end')]).then(() =>
        giveUp('ended before it was ready'),
      )
      keeper.on('error', reject)
    })
    keeper.unref()
    return { ready, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
