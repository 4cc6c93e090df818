import { invalidParam, RestError } from './rest-error.ts'

/** The parameters of one request as WordPress merges them: the body over the query. */
export class RequestParams {
  readonly #values: Map<string, unknown>

  constructor(values: Map<string, unknown>) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  value(name: string): unknown {
    return this.#values.get(name)
  }

  isNull(name: string): boolean {
    return this.#values.get(name) === null
  }

  text(name: string): string | null {
    const value = this.#values.get(name)
    if (value === undefined || value === null) return null
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (typeof value !== 'string') throw invalidParam(name, `${name} is not of type string.`)
    return value
  }

  /** A text that may come as `{ raw }`. */
  rawText(name: string): string | null {
    const value = this.#values.get(name)
    if (typeof value === 'object' && value !== null && 'raw' in value) {
      return typeof value.raw === 'string' ? value.raw : null
    }
    return this.text(name)
  }

  integer(name: string): number | null {
    const text = this.text(name)
    if (text === null || text === '') return null
    if (!/^-?\d+$/.test(text)) throw invalidParam(name, `${name} is not of type integer.`)
    return Number(text)
  }

  integerWithin(name: string, fallback: number, least: number, most: number): number {
    const value = this.integer(name) ?? fallback
    if (value < least || value > most) {
      throw invalidParam(name, `${name} must be between ${least} (inclusive) and ${most} (inclusive)`)
    }
    return value
  }

  isSet(name: string): boolean {
    return ['1', 'true', 'yes'].includes(this.text(name) ?? '')
  }

  /** An array, or words separated by commas; null when absent. */
  list(name: string): string[] | null {
    const value = this.#values.get(name)
    if (value === undefined || value === null) return null
    if (Array.isArray(value)) return value.map(String)
    return (this.text(name) ?? '')
      .split(/[\s,]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }

  integers(name: string): number[] | null {
    const items = this.list(name)
    if (items === null) return null
    return items.map((item, index) => {
      if (!/^-?\d+$/.test(item)) throw invalidParam(name, `${name}[${index}] is not of type integer.`)
      return Number(item)
    })
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const text = this.text(name)
    if (text === null) return fallback
    const choice = choices.find((candidate) => candidate === text)
    if (choice === undefined) throw invalidParam(name, `${name} is not one of ${choices.join(', ')}.`)
    return choice
  }
}

function addQuery(values: Map<string, unknown>, query: URLSearchParams): void {
  for (const name of new Set(query.keys())) {
    const all = query.getAll(name)
    values.set(name.replace(/\[\d*\]$/, ''), name.endsWith(']') ? all : all.at(-1))
  }
}

/** Reads query and body. A body that is neither JSON nor a form (an upload) has no parameters. */
export function readParams(url: URL, contentType: string, body: Uint8Array): RequestParams {
  const values = new Map<string, unknown>()
  addQuery(values, url.searchParams)
  const text = () => new TextDecoder().decode(body)
  if (contentType.startsWith('application/json') && body.length > 0) {
    let parsed: unknown
    try {
      parsed = JSON.parse(text())
    } catch {
      throw new RestError(400, 'rest_invalid_json', 'Invalid JSON body passed.')
    }
    if (typeof parsed === 'object' && parsed !== null) {
      for (const [name, value] of Object.entries(parsed)) values.set(name, value)
    }
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) addQuery(values, new URLSearchParams(text()))
  return new RequestParams(values)
}
