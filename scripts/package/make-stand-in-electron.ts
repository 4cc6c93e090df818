import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's own mark before its fuses; `@electron/fuses` finds them by it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version, count, and each fuse as Electron ships it: 1 on, 0 off. */
const WIRE = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100011')])

/**
 * A folder that electron-builder takes for Electron for Linux, where the real one cannot be had: what is packed can be looked at, its fuses
 * too. Started, it says what it is and ends with 1.
 */
export function makeStandInElectron(folder: string, version: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'), { recursive: true })
  const binary = Buffer.concat([
    Buffer.from('#!/bin/sh\necho "This is a stand-in for Electron and cannot be started." >&2\nexit 1\n# '),
    Buffer.from(SENTINEL),
    WIRE,
    Buffer.from('\n'),
  ])
  writeFileSync(join(folder, 'electron'), binary)
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'locales/en-US.pak'), '')
  writeFileSync(join(folder, 'LICENSE'), 'A stand-in for Electron.\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<p>A stand-in for Electron.</p>\n')
  return folder
}
