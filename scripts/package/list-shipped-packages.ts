import { listPackage } from '@electron/asar'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A package of which something is in the program. */
export interface ShippedPackage {
  /** As the lockfile names it: `node_modules/a/node_modules/b`. */
  place: string
  name: string
  version: string
  /** An SPDX expression, or empty when the package names none. */
  license: string
  /** What the registry said of the package's file, `sha512-…` in base64; empty where the lockfile has none. */
  integrity: string
  dependsOn: string[]
}

interface Manifest {
  name: string
  version: string
  license?: string | { type: string }
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** What is in the asar file and what the build put into the program's own files, in the order of the places. */
export function listShippedPackages(root: string, asarPath: string): ShippedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string }>
  }
  const packed = listPackage(asarPath, { isPack: false })
    .map((path) => path.split(sep).join('/'))
    .flatMap((path) => /^\/(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.slice(1) ?? [])
  const bundledFolder = join(root, 'out/bundled')
  const bundled = readdirSync(bundledFolder).flatMap(
    (file) => JSON.parse(readFileSync(join(bundledFolder, file), 'utf8')) as string[],
  )
  const places = [...new Set([...packed, ...bundled])].toSorted()
  return places.map((place) => {
    const manifest = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')) as Manifest
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
    return {
      place,
      name: manifest.name,
      version: manifest.version,
      license: typeof manifest.license === 'object' ? manifest.license.type : (manifest.license ?? ''),
      integrity: lock.packages[place]?.integrity ?? '',
      dependsOn: needed.flatMap((name) => resolvePlace(place, name, places)).toSorted(),
    }
  })
}

/** Where Node finds `name` from the package at `place`: in its own node_modules, or in the next one further up. */
function resolvePlace(place: string, name: string, places: string[]): string[] {
  const folders = place.split('/node_modules/')
  const candidates = folders.map((_, index) =>
    [...folders.slice(0, folders.length - index), name].join('/node_modules/'),
  )
  return [...candidates, `node_modules/${name}`].filter((candidate) => places.includes(candidate)).slice(0, 1)
}
