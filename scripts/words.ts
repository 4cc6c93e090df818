import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LANGUAGES } from '../src/shared/words/languages.ts'
import { compileCatalogue, entriesFor, readCatalogue, writeCatalogue } from './words/catalogue.ts'
import { messageFaults, translationFaults } from './words/message-faults.ts'
import { readSources } from './words/read-sources.ts'

/**
 * `npm run words`: brings the catalogues to what the code says: new sentences without words, old ones gone, and what the program
 * loads made from them. Also mends a PO file in which two branches met. `-- --take FILE.po --in fr` takes words out of another file.
 */
const { values } = parseArgs({ options: { take: { type: 'string' }, in: { type: 'string' } } })
const root = process.cwd()
const folder = join(root, 'src/shared/words/catalogues')

const { found, faults } = readSources(root)
const problems = [
  ...faults.map(({ at, what }) => `${at}: ${what}`),
  ...found.flatMap(({ message, file }) => messageFaults(message, 'en').map((what) => `${file}: “${message}”: ${what}`)),
]

for (const language of LANGUAGES) {
  if (language === 'en') continue
  const path = join(folder, `${language}.po`)
  const taken =
    values.take !== undefined && values.in === language ? [readCatalogue(readFileSync(values.take, 'utf8'))] : []
  const entries = entriesFor(found, ...taken, readCatalogue(existsSync(path) ? readFileSync(path, 'utf8') : ''))
  writeFileSync(path, writeCatalogue(entries, language))
  writeFileSync(join(folder, `${language}.json`), compileCatalogue(entries, language))
  for (const { message, translation } of entries) {
    if (translation === '') continue
    for (const what of translationFaults(message, translation, language))
      problems.push(`${language}.po: “${message}”: ${what}`)
  }
  const without = entries.filter(({ translation }) => translation === '').length
  console.log(`${language}: ${entries.length} sentences, ${without} without words.`)
}

for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
