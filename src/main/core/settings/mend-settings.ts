import { isDeepStrictEqual } from 'node:util'
import { settingsInput, type Settings } from '../../../shared/contract/settings-input.ts'

type Path = readonly PropertyKey[]

/** So many wrong values in one field, and the whole field is. */
const MOST_MENDED = 200

/**
 * The settings as they were stored, each value that does not fit (another Attaché wrote it, or a hand) in its default: of a
 * record the wrong entry goes, of a list the wrong item. `faults` says where, without what stood there.
 */
export function mendSettings(stored: unknown, defaults: Settings): { settings: Settings; faults: string[] } {
  const faults: string[] = []
  if (!isRecord(stored)) return { settings: defaults, faults: stored === null ? [] : ['everything'] }
  const values: Record<string, unknown> = { ...structuredClone(defaults), ...structuredClone(stored) }
  for (;;) {
    const parsed = settingsInput.safeParse(values, { jitless: true })
    if (parsed.success) return { settings: parsed.data, faults }
    const path = parsed.error.issues[0]?.path ?? []
    mendAt(values, defaults, faults.length < MOST_MENDED ? path : path.slice(0, 1))
    faults.push(path.map(nameOf).join('.'))
  }
}

/** At the innermost place where there is a default, or something that can be left out. */
function mendAt(values: unknown, defaults: unknown, path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const place = path.slice(0, length)
    const key = place.at(-1) ?? ''
    const parent = at(values, place.slice(0, -1))
    const byDefault = at(defaults, place)
    if (Array.isArray(parent)) {
      parent.splice(Number(key), 1)
      return
    }
    if (!isRecord(parent)) continue
    if (byDefault !== undefined && !isDeepStrictEqual(at(values, place), byDefault)) {
      parent[String(key)] = structuredClone(byDefault)
      return
    }
    if (byDefault === undefined && Object.hasOwn(parent, key)) {
      delete parent[String(key)]
      return
    }
  }
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

/** Names of fields only: whatever else is a key there may be anything. */
const nameOf = (key: PropertyKey): string => (typeof key === 'string' && /^[a-z]{1,30}$/i.test(key) ? key : '*')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
