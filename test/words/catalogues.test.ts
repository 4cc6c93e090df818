import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileCatalogue, entriesFor, readCatalogue, writeCatalogue } from '../../scripts/words/catalogue.ts'
import { messageFaults, translationFaults } from '../../scripts/words/message-faults.ts'
import { readSources } from '../../scripts/words/read-sources.ts'
import { LANGUAGES, languageFacts } from '../../src/shared/words/languages.ts'

const root = join(import.meta.dirname, '../..')
const catalogueFile = (name: string): string => readFileSync(join(root, 'src/shared/words/catalogues', name), 'utf8')
const { found, faults } = readSources(root)

describe('the sentences of the program', () => {
  it('are all found where they stand', () => {
    expect(faults).toEqual([])
  })

  it('are ICU', () => {
    expect(
      found.flatMap(({ message, file }) => messageFaults(message, 'en').map((what) => `${file}: ${what}`)),
    ).toEqual([])
  })
})

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the catalogue of %s', (language) => {
  const po = catalogueFile(`${language}.po`)
  const known = readCatalogue(po)
  const entries = entriesFor(found, known)

  it('has every sentence of the code and no other; else run: npm run words', () => {
    expect(po).toBe(writeCatalogue(entries, language))
  })

  it('is what the program loads; else run: npm run words', () => {
    expect(catalogueFile(`${language}.json`)).toBe(compileCatalogue(entries, language))
  })

  it('says what the English sentences say, with their holes, tags and plurals', () => {
    const wrong = entries.flatMap(({ message, translation }) =>
      translation === ''
        ? []
        : translationFaults(message, translation, language).map((what) => `“${message}”: ${what}`),
    )
    expect(wrong).toEqual([])
  })

  it('has words for every sentence once the language is offered', () => {
    const without = entries.filter(({ translation }) => translation === '').map(({ message }) => message)
    expect(languageFacts[language].isComplete ? without : []).toEqual([])
  })
})

describe('a catalogue in which two branches met', () => {
  it('keeps the words of both', () => {
    const entry = (message: string, translation: string): string => `msgid "${message}"\nmsgstr "${translation}"\n`
    const met = [
      entry('A', 'a'),
      '<<<<<<< HEAD',
      entry('B', 'b'),
      entry('C', ''),
      '=======',
      entry('C', 'c'),
      '>>>>>>> main',
      entry('D', 'd'),
    ].join('\n')
    const words = [...readCatalogue(met).values()].map(({ message, translation }) => message + translation)
    expect(words.toSorted()).toEqual(['Aa', 'Bb', 'Cc', 'Dd'])
  })
})
