import { AppError } from '../errors.ts'
import type { TextDirection } from './document.ts'

export interface FrontMatter {
  title: string | null
  excerpt: string | null
  tags: string[]
  categories: string[]
  /** BCP 47. */
  language: string | null
  direction: TextDirection | null
  /** Names that stand there and mean nothing to us. */
  ignoredFields: string[]
}

const BLOCK = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const FIELD = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/
const ITEM = /^[ \t]*-[ \t]+(.*)$/

/**
 * The few lines of YAML that may open a Markdown file: `name: value`, lists as `[a, b]`, `a, b` or one `- item` a line.
 * `body` is the rest. Throws `invalid-input` with the field, or the line of the file that is neither.
 */
export function readFrontMatter(markdown: string): { fields: FrontMatter; body: string } {
  const block = BLOCK.exec(markdown)
  const values = block ? readFields(block[1] ?? '') : new Map<string, string | string[]>()
  const take = (name: string): string | string[] | null => {
    const value = values.get(name) ?? null
    values.delete(name)
    return value
  }
  const fields = {
    title: oneText('title', take('title')),
    excerpt: oneText('excerpt', take('excerpt')),
    tags: manyTexts(take('tags')),
    categories: manyTexts(take('categories')),
    language: readLanguage(take('language')),
    direction: readDirection(take('direction')),
    ignoredFields: [...values.keys()],
  }
  return { fields, body: markdown.slice(block?.[0].length ?? 0).replace(/^\ufeff/, '') }
}

const refuse = (field: string, rule: string): never => {
  throw new AppError({ kind: 'invalid-input', field, rule })
}

function readFields(yaml: string): Map<string, string | string[]> {
  const values = new Map<string, string | string[]>()
  let name: string | null = null
  for (const [index, line] of yaml.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const item = ITEM.exec(line)
    const field = FIELD.exec(line)
    // The opening `---` is line 1.
    const where = `line ${index + 2}`
    if (field) {
      name = (field[1] ?? '').toLowerCase()
      if (values.has(name)) refuse(name, 'once')
      values.set(name, (field[2] ?? '').trim())
    } else if (item && name !== null) {
      const before = values.get(name) ?? ''
      if (typeof before === 'string' && before !== '') refuse(where, 'name: value')
      values.set(name, [...(typeof before === 'string' ? [] : before), unquote(item[1] ?? '')])
    } else refuse(where, 'name: value')
  }
  return values
}

function unquote(value: string): string {
  const text = value.trim()
  const quote = text[0]
  if (text.length < 2 || (quote !== '"' && quote !== "'") || !text.endsWith(quote)) return text
  const inner = text.slice(1, -1)
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'")
}

function oneText(field: string, value: string | string[] | null): string | null {
  if (Array.isArray(value)) return refuse(field, 'one value')
  const text = value === null ? '' : unquote(value)
  return text === '' ? null : text
}

function manyTexts(value: string | string[] | null): string[] {
  if (value === null) return []
  const items = Array.isArray(value) ? value : splitList(value.replace(/^\[(.*)\]$/, '$1'))
  return [...new Set(items.filter((item) => item !== ''))]
}

/** At the commas outside of quotes. */
const splitList = (list: string): string[] =>
  (list.match(/[ \t]*(?:"(?:\\.|[^"\\])*"|'[^']*'|[^,]+)/g) ?? []).map(unquote)

function readLanguage(value: string | string[] | null): string | null {
  const language = oneText('language', value)
  if (language === null) return null
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch {
    return refuse('language', 'BCP 47')
  }
}

function readDirection(value: string | string[] | null): TextDirection | null {
  const direction = oneText('direction', value)
  if (direction !== null && direction !== 'ltr' && direction !== 'rtl') return refuse('direction', 'ltr or rtl')
  return direction
}
