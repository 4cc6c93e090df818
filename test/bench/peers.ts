import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const from = createRequire(new URL('./package.json', import.meta.url))

/** A program that is measured beside the desk; null where it is not installed, which is said. */
export async function findPeer<Module>(name: string): Promise<Module | null> {
  const path = findPeerFile(name)
  return path === null ? null : ((await import(pathToFileURL(path).href)) as { default: Module }).default
}

/** The file it begins with, for a page; as above. */
export function findPeerFile(name: string): string | null {
  try {
    return from.resolve(name)
  } catch {
    console.error(`not measured beside it: ${name} (\`npm ci --prefix test/bench\` installs it)`)
    return null
  }
}
