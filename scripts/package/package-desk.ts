import { build as pack, type Configuration, Platform } from 'electron-builder'
import { build } from 'electron-vite'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { drawIcons } from './draw-icons.ts'
import { makeStandInElectron } from './make-stand-in-electron.ts'
import type { PackedSystem } from './required-for-release.ts'

export interface PackageOrder {
  root: string
  system: PackedSystem
  /** electron-builder's names; empty for what electron-builder.yml says. */
  targets: string[]
  outputFolder: string
  /** A folder of an unpacked Electron; `stand-in` for one that only looks like it; null lets electron-builder fetch it. */
  electron: string | null
}

const PLATFORMS: Record<PackedSystem, Platform> = {
  linux: Platform.LINUX,
  mac: Platform.MAC,
  windows: Platform.WINDOWS,
}

/** Builds the program from nothing and packs it. Resolves when everything asked for lies in the output folder. */
export async function packageDesk({ root, system, targets, outputFolder, electron }: PackageOrder): Promise<void> {
  rmSync(join(root, 'out'), { recursive: true, force: true })
  await build({ root, logLevel: 'warn' })
  await drawIcons(root)
  const config: Configuration = {
    directories: { output: outputFolder },
    ...(electron === null ? {} : { electronDist: electronFolder(root, outputFolder, electron) }),
    ...publisher(process.env['ATTACHE_PUBLISHER_NAME']),
  }
  await pack({ projectDir: root, targets: PLATFORMS[system].createTarget(targets), config, publish: 'never' })
}

function electronFolder(root: string, outputFolder: string, electron: string): string {
  if (electron !== 'stand-in') return electron
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  return makeStandInElectron(join(outputFolder, 'stand-in-electron'), devDependencies.electron)
}

function publisher(name: string | undefined): Configuration {
  return name ? { win: { signtoolOptions: { publisherName: name } } } : {}
}
