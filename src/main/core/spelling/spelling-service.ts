import { dictionariesFor } from '../../../shared/content/spelling/dictionaries.ts'
import { isWrittenWithSpaces } from '../../../shared/content/spelling/spelling-words.ts'
import type { SpellingService } from '../../../shared/contract/spelling-services.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import { createDictionaryFiles } from './dictionary-files.ts'
import { readDictionary } from './read-dictionary.ts'
import { createSpeller } from './speller.ts'
import type { DictionarySource } from './spelling-engine.ts'

/** Never on the network: what is not in the program or the profile is not looked for. */
export function createSpellingService(ports: {
  /** Where added dictionaries lie. */
  folder: string
  clock: Clock
  log: Log
  feed: ChangeFeed
}): SpellingService & { close(): Promise<void> } {
  const { feed } = ports
  const files = createDictionaryFiles(ports.folder)
  const speller = createSpeller(ports)

  const addedSource = (language: string): DictionarySource => ({ added: language, ...files.pathsOf(language) })

  function sourcesFor(language: string): DictionarySource[] {
    const { bundled, added } = dictionariesFor(language, files.list())
    return [...bundled.map((id) => ({ bundled: id })), ...added.map(addedSource)]
  }

  function changed(): void {
    speller.restart()
    feed.emit({ topic: 'spelling' })
  }

  return {
    dictionaries: () => ({ added: files.list() }),
    async addDictionary({ language, aff, dic }) {
      if (!isWrittenWithSpaces(language)) return { ok: false, problem: 'unspaced' }
      const text = readDictionary(aff, dic)
      if ('problem' in text) return { ok: false, problem: text.problem }
      files.write(language, { aff, dic })
      // Whatever is wrong with it shows when it is loaded, and then nothing of it stays.
      if ((await speller.check([addedSource(language)], ['a'])) === null) {
        files.remove(language)
        changed()
        return { ok: false, problem: 'unreadable' }
      }
      changed()
      return { ok: true }
    },
    removeDictionary(language) {
      files.remove(language)
      changed()
    },
    async check({ language, words }) {
      const sources = sourcesFor(language)
      if (sources.length === 0) return { state: 'no-dictionary' }
      const unknown = await speller.check(sources, words)
      return unknown === null ? { state: 'failed' } : { state: 'checked', unknown }
    },
    async suggest({ language, word }) {
      const sources = sourcesFor(language)
      return sources.length === 0 ? [] : ((await speller.suggest(sources, word)) ?? [])
    },
    close: () => speller.close(),
  }
}
