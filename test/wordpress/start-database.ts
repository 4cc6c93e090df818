import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { startServerProcess } from './start-server-process.ts'

export interface RunningDatabase {
  socketPath: string
  stop(): Promise<void>
}

/** A MariaDB of its own in a temporary folder, reachable by its socket only, as `root` without a password. */
export async function startDatabase(): Promise<RunningDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-db-'))
  const data = join(folder, 'data')
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const quick = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--innodb-log-file-size=8M']
  await runProgram('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...quick,
    ...user,
  ])
  const socketPath = join(folder, 'socket')
  const server = await startServerProcess({
    folder,
    command: [
      'mariadbd',
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socketPath}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
      '--performance-schema=off',
      ...quick,
      ...user,
    ],
    ready: /ready for connections/,
  })
  return { socketPath, stop: () => server.stop() }
}
