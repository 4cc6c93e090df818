import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packageDesk } from './package/package-desk.ts'
import { missingForRelease, type PackedSystem } from './package/required-for-release.ts'

/**
 * `npm run package [-- --linux | --mac | --windows] [TARGET…]`: builds the program and packs it into `dist/`, for this system unless another is named.
 * `--release` refuses to begin while something that signs is missing. `--electron DIR` takes an unpacked Electron from there;
 * `--electron stand-in` packs around a file that only looks like it, as the target `dir` does by itself where Electron cannot be fetched.
 */
const { values, positionals: targets } = parseArgs({
  allowPositionals: true,
  options: {
    linux: { type: 'boolean' },
    mac: { type: 'boolean' },
    windows: { type: 'boolean' },
    release: { type: 'boolean' },
    electron: { type: 'string' },
    output: { type: 'string' },
  },
})
const THIS_SYSTEM: PackedSystem =
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'
const system = (['linux', 'mac', 'windows'] as const).find((name) => values[name]) ?? THIS_SYSTEM
const root = process.cwd()
const outputFolder = resolve(values.output ?? 'dist')

const missing = values.release ? missingForRelease(system, process.env) : []
if (missing.length > 0) {
  console.error(`No release for ${system} was built.\n${missing.join('\n')}\ndocs/it-guide.md says what each is.`)
  process.exit(1)
}
await packageDesk({ root, system, targets, outputFolder, electron: electronToUse() })
console.log(`Packed for ${system} into ${outputFolder}.`)

/** Only a folder to look at may be packed without Electron: never something that a person would install. */
function electronToUse(): string | null {
  const isOnlyToLookAt = !values.release && system === 'linux' && targets.length === 1 && targets[0] === 'dir'
  if (values.electron === 'stand-in' && !isOnlyToLookAt) {
    console.error('A stand-in for Electron can only be packed as a folder: npm run package -- --linux dir')
    process.exit(1)
  }
  if (values.electron !== undefined) return values.electron
  if (!isOnlyToLookAt || system !== THIS_SYSTEM) return null
  const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const fetched = spawnSync(process.execPath, [join(electronPackage, 'install.js')], { encoding: 'utf8' })
  if (fetched.status === 0) return join(electronPackage, 'dist')
  console.log('Electron could not be downloaded. The folder is packed around a stand-in and cannot be started.')
  return 'stand-in'
}
