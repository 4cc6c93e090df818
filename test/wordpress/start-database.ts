import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { startServerProcess } from './start-server-process.ts'

export interface RunningDatabase {
  socketPath: string
  stop(): Promise<void>
}

const QUICK = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--innodb-log-file-size=8M']

/** A MariaDB with a copy of this data in a temporary folder, reachable by its socket only, as `root` without a password. */
export async function startDatabase(dataFolder: string): Promise<RunningDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-db-'))
  try {
    await cp(dataFolder, join(folder, 'data'), { recursive: true })
    return await serveDatabase(join(folder, 'data'), folder, 'KILL')
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Makes the data of a MariaDB in which nothing is. */
export async function installDatabase(dataFolder: string, ownFolder: string): Promise<void> {
  const settings = await settingsFor(dataFolder, ownFolder)
  // Forced, because a container's own host name often cannot be looked up; nothing here uses it.
  const install = ['--auth-root-authentication-method=normal', '--skip-test-db', '--force']
  await runProgram('mariadb-install-db', [...settings, ...install])
}

/** Serves this data until `stop`, which sends the signal and takes `ownFolder` away. */
export async function serveDatabase(
  dataFolder: string,
  ownFolder: string,
  signal: 'KILL' | 'TERM',
): Promise<RunningDatabase> {
  const socketPath = join(ownFolder, 'socket')
  const settings = await settingsFor(dataFolder, ownFolder)
  const serve = [
    `--socket=${socketPath}`,
    `--pid-file=${join(ownFolder, 'pid')}`,
    '--skip-networking',
    '--performance-schema=off',
  ]
  const server = await startServerProcess({
    folder: ownFolder,
    command: ['mariadbd', ...settings, ...serve],
    ready: /ready for connections/,
    signal,
  })
  return { socketPath, stop: () => server.stop() }
}

async function settingsFor(dataFolder: string, ownFolder: string): Promise<string[]> {
  // A server that starts clears temporary tables out of its folder, those of every other server in it among them.
  const temporary = join(ownFolder, 'tmp')
  await mkdir(temporary, { recursive: true })
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  return ['--no-defaults', `--datadir=${dataFolder}`, `--tmpdir=${temporary}`, ...QUICK, ...user]
}
