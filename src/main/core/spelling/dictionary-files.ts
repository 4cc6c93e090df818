import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'

/** The dictionaries that a person added, two files each, named by their language. */
export interface DictionaryFiles {
  /** In the order of the alphabet. */
  list(): string[]
  pathsOf(language: string): { affPath: string; dicPath: string }
  /** Takes the place of the earlier one. Throws `database` when the disk is full or may not be written. */
  write(language: string, files: { aff: Uint8Array; dic: Uint8Array }): void
  remove(language: string): void
}

export function createDictionaryFiles(folder: string): DictionaryFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathsOf = (language: string) => ({
    affPath: join(folder, `${language}.aff`),
    dicPath: join(folder, `${language}.dic`),
  })
  return {
    list() {
      const names = new Set(readdirSync(folder))
      // The words are written last: without them there is no dictionary.
      return [...names]
        .filter((name) => name.endsWith('.aff') && names.has(name.replace(/aff$/u, 'dic')))
        .map((name) => name.slice(0, -'.aff'.length))
        .toSorted()
    },
    pathsOf,
    write(language, { aff, dic }) {
      const { affPath, dicPath } = pathsOf(language)
      writeDurably(affPath, aff)
      writeDurably(dicPath, dic)
    },
    remove(language) {
      for (const path of Object.values(pathsOf(language))) rmSync(path, { force: true })
    },
  }
}
