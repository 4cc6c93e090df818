import { isUuid } from '../../shared/domain/ids.ts'

/**
 * Reads by hand what is read before a window shows anything: the settings, the keys, a first question. A library of schemas would be the larger
 * part of that start. What comes from elsewhere, at leisure, goes through the schemas of `shared/contract`.
 */
const UNFIT = Symbol('unfit')
type Unfit = typeof UNFIT

/** Where in a value something stands; `faults` gets the path of all that does not fit, names of fields only. */
interface Place {
  path: string
  faults: string[]
}

/**
 * What of `value` fits, with nothing beside it. `byDefault`, a whole `Value` or undefined, takes the place of what does not; without one it is left out, and so
 * is what cannot be without it.
 */
export type Part<Value> = (value: unknown, byDefault: unknown, at: Place) => Value | Unfit

export type ValueOf<Of> = Of extends Part<infer Value> ? Exclude<Value, Unfit> : never

/** `faults`: where something did not fit, each place once and the outermost last. `value`: null when nothing could be read. */
export function readStored<Value>(part: Part<Value>, stored: unknown, byDefault?: Value) {
  const faults: string[] = []
  const value = part(stored, byDefault, { path: '', faults })
  return { value: value === UNFIT ? null : value, faults }
}

/** As it was stored, or not at all. */
export function readWhole<Value>(part: Part<Value>, stored: unknown): Value | null {
  const { value, faults } = readStored(part, stored)
  return faults.length === 0 ? value : null
}

/** Names of fields only: whatever else is a key there may be anything. */
const under = ({ path, faults }: Place, key: string): Place => {
  const name = /^[a-z]{1,30}$/i.test(key) ? key : '*'
  return { path: path === '' ? name : `${path}.${name}`, faults }
}

function instead<Value>(byDefault: unknown, { path, faults }: Place): Value | Unfit {
  faults.push(path === '' ? 'everything' : path)
  return byDefault === undefined ? UNFIT : (structuredClone(byDefault) as Value)
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `read` gives undefined for what does not fit. */
export const one =
  <Value extends {}>(read: (value: unknown) => Value | undefined): Part<Value> =>
  (value, byDefault, at) =>
    read(value) ?? instead(byDefault, at)

export const flag = one((value) => (typeof value === 'boolean' ? value : undefined))

export const oneOf = <const Choice extends string | number>(choices: readonly Choice[]): Part<Choice> =>
  one((value) => choices.find((choice) => choice === value))

export const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most

export const whole = (least: number, most: number): Part<number> =>
  one((value) => (isWhole(value, least, most) ? value : undefined))

export const text = (least: number, most: number): Part<string> =>
  one((value) => (typeof value === 'string' && value.length >= least && value.length <= most ? value : undefined))

/** Without the spaces around it, at most `most` letters. */
export const line = (most: number): Part<string> =>
  one((value) => (typeof value === 'string' && value.trim().length <= most ? value.trim() : undefined))

export const orNull =
  <Value>(part: Part<Value>): Part<Value | null> =>
  (value, byDefault, at) => {
    if (value === null) return null
    const read = part(value, byDefault ?? undefined, at)
    return read === UNFIT && byDefault === null ? null : read
  }

type Fields = Record<string, Part<unknown>>
type Optional<Value> = Part<Value | undefined> & { readonly isOptional: true }
type OptionalNames<Of> = { [Name in keyof Of]: Of[Name] extends { isOptional: true } ? Name : never }[keyof Of]
type Group<Of> = { [Name in Exclude<keyof Of, OptionalNames<Of>>]: ValueOf<Of[Name]> } & {
  [Name in OptionalNames<Of>]?: ValueOf<Of[Name]>
}

/** A field that may be absent, and is when it does not fit. */
export const optional = <Value>(part: Part<Value>): Optional<Value> =>
  Object.assign(
    (value: unknown, byDefault: unknown, at: Place) => {
      const read = value === undefined ? undefined : part(value, byDefault, at)
      return read === UNFIT ? undefined : read
    },
    { isOptional: true } as const,
  )

export const group =
  <Of extends Fields>(fields: Of): Part<Group<Of>> =>
  (value, byDefault, at) => {
    if (!isRecord(value)) return instead(byDefault, at)
    const read: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(fields)) {
      const field = part(value[name], (byDefault as Record<string, unknown> | undefined)?.[name], under(at, name))
      if (field === UNFIT) return instead(byDefault, at)
      if (field !== undefined) read[name] = field
    }
    return read as Group<Of>
  }

/** By the id of something; what stands under another key goes. */
export const byUuid =
  <Value>(part: Part<Value>): Part<Record<string, Value>> =>
  (value, byDefault, at) => {
    if (!isRecord(value)) return instead(byDefault, at)
    const read: Record<string, Value> = {}
    for (const [key, each] of Object.entries(value)) {
      const entry = isUuid(key) ? part(each, undefined, under(at, '*')) : instead<Value>(undefined, under(at, '*'))
      if (entry !== UNFIT) read[key] = entry
    }
    return read
  }

export const list =
  <Value>(part: Part<Value>, least: number, most: number): Part<Value[]> =>
  (value, byDefault, at) => {
    if (!Array.isArray(value)) return instead(byDefault, at)
    const read = value
      .map((each: unknown) => part(each, undefined, under(at, '*')))
      .filter((each): each is Value => each !== UNFIT)
    return read.length < least || read.length > most ? instead(byDefault, at) : read
  }

/** Which of them is said by the field `kind`. */
export const byKind =
  <Of extends Fields>(kinds: Of): Part<{ [Kind in keyof Of]: { kind: Kind } & ValueOf<Of[Kind]> }[keyof Of]> =>
  (value, byDefault, at) => {
    const kind = isRecord(value) && typeof value['kind'] === 'string' ? value['kind'] : ''
    const part = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    const read = part?.(value, undefined, at) ?? UNFIT
    return read === UNFIT ? instead(byDefault, at) : ({ kind, ...read } as never)
  }
