import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

const DEBIAN_SUITES = ['bookworm', 'trixie', 'forky', 'sid', 'oldstable', 'stable', 'testing', 'unstable']
const KEYRINGS = '/usr/share/keyrings'

/** apt with its own lists and cache beside the machine's: no lock is shared with another apt that is updating. */
async function privateAptOptions(folder: string): Promise<string[]> {
  await mkdir(join(folder, 'lists/partial'), { recursive: true })
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true })
  const settings = [
    `Dir::State::Lists=${join(folder, 'lists')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    'DPkg::Lock::Timeout=600',
    'Acquire::Retries=3',
    'Acquire::Languages=none',
    // A mirror that lags behind sid is good enough for tests; what it serves is signed all the same.
    'Acquire::Check-Valid-Until=false',
  ]
  // The private folders belong to root, so apt's own unprivileged user could not write there.
  if (process.getuid?.() === 0) settings.push('APT::Sandbox::User=root')
  return ['-qq', ...settings.flatMap((setting) => ['-o', setting])]
}

/** Installs on this machine from its own sources. Needs root. */
export async function installDebianPackages(folder: string, names: string[]): Promise<void> {
  const options = await privateAptOptions(folder)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runProgram('apt-get', [...options, 'update'], { env })
  await runProgram('apt-get', [...options, 'install', '--yes', '--no-install-recommends', ...names], { env })
}

/** Unpacks packages of another Debian suite into `target`, installing nothing. Needs no root. */
export async function unpackDebianPackages(options: {
  suite: string
  names: string[]
  mirror: string
  folder: string
  target: string
}): Promise<void> {
  const { suite, names, mirror, folder, target } = options
  const apt = await privateAptOptions(folder)
  const sources = join(folder, 'sources.list')
  await writeFile(sources, `deb [signed-by=${await findDebianKeyring()}] ${mirror} ${suite} main\n`)
  const own = [...apt, '-o', `Dir::Etc::sourcelist=${sources}`, '-o', 'Dir::Etc::sourceparts=/dev/null']
  await runProgram('apt-get', [...own, 'update'])
  const downloads = join(folder, 'downloads')
  await mkdir(downloads, { recursive: true })
  await runProgram('apt-get', [...own, 'download', ...names], { cwd: downloads })
  for (const file of await readdir(downloads)) await runProgram('dpkg', ['-x', join(downloads, file), target])
}

/** The Debian mirror this machine is set to use, or null where apt is missing or is not Debian's. */
export async function findDebianMirror(): Promise<string | null> {
  const targets = await runProgram('apt-get', ['indextargets', '--format', '$(REPO_URI) $(RELEASE)']).catch(() => '')
  for (const line of targets.split('\n')) {
    const [address, suite] = line.split(' ')
    if (address && suite && DEBIAN_SUITES.includes(suite)) return address
  }
  return null
}

async function findDebianKeyring(): Promise<string> {
  const names = existsSync(KEYRINGS) ? await readdir(KEYRINGS) : []
  const name = names.find((each) => /^debian-archive-keyring\.(gpg|pgp)$/.test(each))
  if (!name) throw new Error(`Debian's archive keyring is not in ${KEYRINGS}`)
  return join(KEYRINGS, name)
}
