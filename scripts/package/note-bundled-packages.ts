import { mkdirSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes to `out/bundled/PART.json` from which packages of node_modules the built part has code in it: they are shipped too, without a
 * folder of their own, and belong into the list of parts and the licences.
 */
export function noteBundledPackages(root: string, part: string): Plugin {
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, bundle) {
      const places = new Set<string>()
      for (const file of Object.values(bundle)) {
        const sources = file.type === 'chunk' ? file.moduleIds : file.originalFileNames
        for (const source of sources) places.add(packagePlace(source))
      }
      places.delete('')
      mkdirSync(join(root, 'out/bundled'), { recursive: true })
      writeFileSync(join(root, `out/bundled/${part}.json`), JSON.stringify([...places].toSorted(), null, 2))
    },
  }
}

/** `node_modules/a/node_modules/@b/c` of a file in that package, as the lockfile names the place; empty for our own files. */
function packagePlace(path: string): string {
  const [found = ''] =
    /(?<=^|\/)node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path.split(sep).join('/')) ?? []
  return found
}
