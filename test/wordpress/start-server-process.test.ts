import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startServerProcess } from './start-server-process.ts'

const freshFolder = () => mkdtemp(join(tmpdir(), 'attache-server-'))
/** A process that has ended stays in the table as a zombie where nobody collects orphans, as in a container. */
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
/** A server with a child of its own. */
const SERVER = 'sleep 600 & echo "ready as $$ with $!"; wait'
const READY = /ready as (\d+) with (\d+)/

describe('a server process', () => {
  it('ends with its children and its folder when it is stopped', async () => {
    const folder = await freshFolder()
    const server = await startServerProcess({ folder, command: ['sh', '-c', SERVER], ready: READY })
    const pids = server.ready.slice(1).map(Number)
    expect(pids.map(isAlive)).toEqual([true, true])
    await server.stop()
    expect([...pids.map(isAlive), existsSync(folder)]).toEqual([false, false, false])
  })

  it('ends when the one who started it is killed', async () => {
    const folder = await freshFolder()
    const module = JSON.stringify(join(import.meta.dirname, 'start-server-process.ts'))
    const options = `{ folder: ${JSON.stringify(folder)}, command: ['sh', '-c', ${JSON.stringify(SERVER)}], ready: ${READY} }`
    const code = `const { ready } = await (await import(${module})).startServerProcess(${options}); console.log(ready[1])`
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', code])
    const [printed] = (await once(starter.stdout, 'data')) as [Buffer]
    starter.kill('SIGKILL')
    await vi.waitFor(() => expect([isAlive(Number(printed.toString())), existsSync(folder)]).toEqual([false, false]), {
      timeout: 10_000,
    })
  })

  it('that never gets ready is told with what it printed', async () => {
    const folder = await freshFolder()
    const start = startServerProcess({ folder, command: ['sh', '-c', 'echo no such thing >&2; exit 3'], ready: READY })
    await expect(start).rejects.toThrow('no such thing')
    expect(existsSync(folder)).toBe(false)
  })
})
