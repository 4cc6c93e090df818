import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const from = createRequire(new URL('./package.json', import.meta.url))

/** A program that is measured beside the desk; null where it is not installed, which is said. */
export async function findPeer<Module>(name: string): Promise<Module | null> {
  let path: string
  try {
    path = from.resolve(name)
  } catch {
    console.error(`not measured beside it: ${name} (\`npm ci --prefix test/bench\` installs it)`)
    return null
  }
  return ((await import(pathToFileURL(path).href)) as { default: Module }).default
}
