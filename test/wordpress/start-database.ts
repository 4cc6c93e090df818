import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { startServerProcess, type ServerProcess } from './start-server-process.ts'

export interface RunningDatabase {
  socketPath: string
  stop(): Promise<void>
}

const QUICK = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--innodb-log-file-size=8M']

/** A MariaDB of its own in a temporary folder, reachable by its socket only, as `root` without a password. */
export async function startDatabase(): Promise<RunningDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-db-'))
  const socketPath = join(folder, 'socket')
  try {
    const server = await installAndStart(folder, socketPath)
    return { socketPath, stop: () => server.stop() }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function installAndStart(folder: string, socketPath: string): Promise<ServerProcess> {
  // A server that starts clears temporary tables out of its folder, those of every other server in it among them.
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const shared = [
    `--datadir=${join(folder, 'data')}`,
    `--tmpdir=${temporary}`,
    ...QUICK,
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ]
  // Forced, because a container's own host name often cannot be looked up; nothing here uses it.
  const install = ['--no-defaults', ...shared, '--auth-root-authentication-method=normal', '--skip-test-db', '--force']
  await runProgram('mariadb-install-db', install)
  const serve = [
    `--socket=${socketPath}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--performance-schema=off',
  ]
  return startServerProcess({
    folder,
    command: ['mariadbd', '--no-defaults', ...shared, ...serve],
    ready: /ready for connections/,
  })
}
