import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { mendSettings } from '../../../src/main/core/settings/mend-settings.ts'
import { newestInput } from '../../../src/shared/contract/first-calls.ts'
import { blogIdInput, settingsInput, type Settings } from '../../../src/shared/contract/settings-input.ts'
import { CHOSEN } from './chosen-settings.ts'

/** What may stand where something else belongs: each kind, and each side of each bound. */
const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  '   ',
  ' led by a space',
  'x'.repeat(35),
  'x'.repeat(36),
  'x'.repeat(200),
  ` ${'x'.repeat(200)} `,
  'x'.repeat(201),
  'x'.repeat(1000),
  'x'.repeat(1001),
  'dark',
  'rtl',
  'vi',
  'ask',
  'required',
  'unanswered',
  'until-looked-at',
  '4c6a8f0e-4f0f-4d7e-9d54-0d4f6a5b7c11',
  '4C6A8F0E-4F0F-4D7E-9D54-0D4F6A5B7C11',
  '4c6a8f0e-4f0f-9d7e-9d54-0d4f6a5b7c11',
  '4c6a8f0e-4f0f-4d7e-cd54-0d4f6a5b7c11',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  -1,
  0,
  1,
  6,
  7,
  23,
  24,
  30,
  31,
  60,
  61,
  240,
  241,
  1.5,
  2 ** 53,
  [],
  [1],
  [1, 2, 3, 4, 5, 6, 0],
  [1, 2, 3, 4, 5, 6, 0, 1],
  [7],
  {},
  { by: 'top' },
  { by: 'top', besides: 1 },
  { by: 'bottom' },
  { role: 'Consul', place: 'Huế' },
  { role: ' Consul ', place: 'Huế', besides: 1 },
  { role: 'Consul', place: 'Huế', language: 'vi' },
  { workingDays: 60, closedOn: [0] },
  { publishing: 'offered', allowsUrgent: false },
  { from: 0, until: 23 },
  { '4c6a8f0e-4f0f-4d7e-9d54-0d4f6a5b7c11': 30 },
  { 'no id': 30 },
]

type Tree = Record<string, unknown> | unknown[]

function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

/** The settings with `value` at one place, or with nothing there. */
function changed(settings: Settings, path: readonly string[], value: unknown, isGone = false): unknown {
  const copy = structuredClone(settings) as unknown as Tree
  const last = path.at(-1)
  if (last === undefined) return value
  const parent = path.slice(0, -1).reduce<Tree>((tree, key) => Reflect.get(tree, key) as Tree, copy)
  if (isGone && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (isGone) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, value)
  return copy
}

const outcome = (stored: unknown, settings: Settings) => {
  const mended = mendSettings(stored, settings)
  return mended.faults.length === 0 ? mended.settings : null
}

test('what is read by hand at a start is taken, and taken as, what the schema takes of a window', () => {
  const differing: unknown[] = []
  let [fits, misfits] = [0, 0]
  const hold = (stored: unknown, path: readonly string[]): void => {
    const parsed = settingsInput.safeParse(stored)
    const expected = parsed.success ? parsed.data : null
    if (expected) fits += 1
    else misfits += 1
    if (!isDeepStrictEqual(outcome(stored, CHOSEN), expected)) differing.push({ path, stored })
    // Whatever was mended is what a window may be given.
    expect(settingsInput.parse(mendSettings(stored, CHOSEN).settings)).toEqual(mendSettings(stored, CHOSEN).settings)
  }
  for (const path of placesIn(CHOSEN)) {
    if (path.length === 0) continue
    for (const value of VALUES) hold(changed(CHOSEN, path, value), path)
    // At the top what is not there yet has its default, without a fault.
    if (path.length > 1) hold(changed(CHOSEN, path, undefined, true), path)
  }
  expect(differing).toEqual([])
  expect({ fits: fits > 200, misfits: misfits > 1000 }).toEqual({ fits: true, misfits: true })
})

test('an id of a blog is the same by hand and by the schema', () => {
  for (const blogId of VALUES) {
    const byHand = (() => {
      try {
        return newestInput({ blogId, limit: 1 }).blogId
      } catch {
        return null
      }
    })()
    expect(byHand).toBe(blogIdInput.safeParse(blogId).data ?? null)
  }
})
