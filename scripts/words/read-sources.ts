import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractWords, type FoundMessage, type WordFault } from './extract-words.ts'

/** All sentences of `src`, in the order of its paths: so what stands together in a feature stands together for its translator. */
export function readSources(root: string): { found: FoundMessage[]; faults: WordFault[] } {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .toSorted()
  const read = files.map((file) => extractWords(file, readFileSync(join(root, file), 'utf8')))
  return { found: read.flatMap(({ messages }) => messages), faults: read.flatMap(({ faults }) => faults) }
}
