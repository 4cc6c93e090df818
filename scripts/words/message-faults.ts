import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

interface Shape {
  /** `name`, `count number`, `kind select a b other` */
  holes: Set<string>
  /** The categories of each plural that is in it. */
  plurals: { name: string; ordinal: boolean; categories: string[] }[]
  tags: string[]
}

/** What is wrong with a sentence by itself, in the language it is written in. */
export function messageFaults(message: string, language: string): string[] {
  const shape = shapeOf(message)
  if (typeof shape === 'string') return [shape]
  return [...tagFaults(shape.tags), ...pluralFaults(shape, language)]
}

/** What is wrong with a translation: by itself, and beside the English sentence. */
export function translationFaults(message: string, translation: string, language: string): string[] {
  const faults = messageFaults(translation, language)
  const [there, here] = [shapeOf(message), shapeOf(translation)]
  if (typeof there === 'string' || typeof here === 'string') return faults
  return [
    ...faults,
    ...[...there.holes].filter((hole) => !here.holes.has(hole)).map((hole) => `{${hole}} is missing`),
    ...[...here.holes]
      .filter((hole) => !there.holes.has(hole))
      .map((hole) => `{${hole}} is not in the English sentence`),
    ...differing(there.tags, here.tags),
  ]
}

function shapeOf(message: string): Shape | string {
  const shape: Shape = { holes: new Set(), plurals: [], tags: [] }
  try {
    look(compileMessageOrThrow(message), shape)
  } catch (error) {
    return `it is no ICU message: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`
  }
  shape.tags = Array.from(message.matchAll(/<\/?[^<>\s]*>/g), ([tag]) => tag)
  return shape
}

function look(tokens: CompiledMessage, shape: Shape): void {
  for (const token of tokens) {
    if (typeof token === 'string') continue
    const [name, kind, format] = token
    if (kind === undefined) {
      shape.holes.add(name)
      continue
    }
    const cases = Object.entries((typeof format === 'object' ? format : null) ?? {}).filter(([key]) => key !== 'offset')
    if (kind === 'number' && format === undefined) shape.holes.add(`${name} number`)
    else if (kind === 'select') shape.holes.add([name, kind, ...cases.map(([key]) => key).toSorted()].join(' '))
    else if (kind === 'plural' || kind === 'selectordinal') {
      shape.holes.add(`${name} ${kind}`)
      shape.plurals.push({ name, ordinal: kind === 'selectordinal', categories: cases.map(([key]) => key) })
    } else throw new Error(`{${name}, ${kind}} is written with words/date-words.ts or words/number-words.ts`)
    if (kind !== 'number') for (const [, body] of cases) look(body as CompiledMessage, shape)
  }
}

/**
 * Each category that a count below a thousand falls into has its case: six in Arabic. French has one more from a million, which may
 * be left to `other`.
 */
function pluralFaults({ plurals }: Shape, language: string): string[] {
  return plurals.flatMap(({ name, ordinal, categories }) => {
    const rules = new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' })
    const needed = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))
    needed.add('other')
    const known = new Set<string>(rules.resolvedOptions().pluralCategories)
    return [
      ...[...needed]
        .filter((category) => !isCovered(category, categories, rules))
        .map((category) => `{${name}} has no case “${category}”`),
      ...categories
        .filter((category) => !known.has(category) && !/^\d+$/.test(category))
        .map((category) => `{${name}} has a case “${category}”, which the language does not have`),
    ]
  })
}

/** Arabic’s `zero`, `one` and `two` are one count each, so `=0` does as well. */
function isCovered(category: string, categories: string[], rules: Intl.PluralRules): boolean {
  if (categories.includes(category)) return true
  const counts = Array.from({ length: 1000 }, (_, count) => count).filter((count) => rules.select(count) === category)
  return counts.length > 0 && counts.length < 3 && counts.every((count) => categories.includes(String(count)))
}

/** Each tag is closed before the one around it. */
function tagFaults(tags: string[]): string[] {
  const open: string[] = []
  for (const tag of tags) {
    if (!/^<\/?[a-z][a-zA-Z]*>$/.test(tag)) return [`${tag} is no tag of ours`]
    if (!tag.startsWith('</')) open.push(tag)
    else if (open.pop() !== tag.replace('/', '')) return [`${tag} closes what is not open`]
  }
  return open.map((tag) => `${tag} is not closed`)
}

function differing(there: string[], here: string[]): string[] {
  const [wanted, given] = [new Set(there), new Set(here)]
  return [
    ...[...wanted].filter((tag) => !given.has(tag)).map((tag) => `${tag} is missing`),
    ...[...given].filter((tag) => !wanted.has(tag)).map((tag) => `${tag} is not in the English sentence`),
  ]
}
