import { describe, expect, test } from 'vitest'
import { COMMAND_IDS, factsOf, type CommandPlace } from '../../../src/shared/commands/commands.ts'
import { PLACE_KEYS } from '../../../src/shared/commands/place-keys.ts'
import {
  acceleratorOf,
  isPressed,
  isSameShortcut,
  shortcutWords,
  type Pressed,
  type Shortcut,
} from '../../../src/shared/commands/shortcut.ts'

const pressed = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const ctrl = { ctrlKey: true }

describe('a shortcut', () => {
  test('is pressed with exactly what is held for it', () => {
    expect(isPressed('Mod+Shift+P', pressed('P', 'KeyP', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(isPressed('Mod+Shift+P', pressed('p', 'KeyP', ctrl), false)).toBe(false)
    expect(isPressed('Mod+F', pressed('f', 'KeyF', { ctrlKey: true, altKey: true }), false)).toBe(false)
    expect(isPressed('F6', pressed('F6', 'F6', { shiftKey: true }), false)).toBe(false)
  })

  test('is ⌘ on macOS and Ctrl elsewhere, never the other', () => {
    expect(isPressed('Mod+K', pressed('k', 'KeyK', { metaKey: true }), true)).toBe(true)
    expect(isPressed('Mod+K', pressed('k', 'KeyK', ctrl), true)).toBe(false)
    expect(isPressed('Mod+K', pressed('k', 'KeyK', { metaKey: true }), false)).toBe(false)
  })

  test('is found by hands that write in another script, and by the letter where the keys lie elsewhere', () => {
    expect(isPressed('Mod+K', pressed('ن', 'KeyK', ctrl), false)).toBe(true)
    expect(isPressed('Mod+Z', pressed('z', 'KeyY', ctrl), false)).toBe(true)
    expect(isPressed('Mod+Y', pressed('z', 'KeyY', ctrl), false)).toBe(false)
    expect(isPressed('Mod+2', pressed('é', 'Digit2', ctrl), false)).toBe(true)
    expect(isPressed('Mod+/', pressed('/', 'Digit7', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  test('is shown as it is printed on the keys', () => {
    expect(shortcutWords('Mod+Shift+P', false)).toBe('Ctrl Shift P')
    expect(shortcutWords('Mod+Alt+F', true)).toBe('⌥ ⌘ F')
    expect(shortcutWords('Alt+ArrowUp', false)).toBe('Alt ↑')
    expect(acceleratorOf('Mod+Shift+P')).toBe('CmdOrCtrl+Shift+P')
  })
})

/** What one place shares its keys with: the conversation can stand beside a post, and a text is written in a post or a review. */
const TOGETHER: readonly (readonly CommandPlace[])[] = [
  ['desk', 'go', 'post', 'text'],
  ['desk', 'go', 'review'],
  ['desk', 'go', 'conversation', 'post'],
  ['desk', 'go', 'reading'],
  ['desk', 'go', 'outbox'],
]
/** The same keys on purpose: what they mean is told by what has the focus, or what is chosen. */
const SHARED: readonly Shortcut[] = ['Mod+K']

test('no two things that can be done in one place have the same key', () => {
  const collisions = TOGETHER.flatMap((places) => {
    const all = [
      ...COMMAND_IDS.flatMap((id) => {
        const { place, shortcut, also = [] } = factsOf(id)
        return places.includes(place) && shortcut !== undefined
          ? [shortcut, ...also].map((keys) => ({ of: id as string, keys }))
          : []
      }),
      ...PLACE_KEYS.filter(({ place }) => places.includes(place)).flatMap(({ keys, name }) =>
        keys.map((each) => ({ of: name(), keys: each })),
      ),
    ].filter(({ keys }) => !SHARED.includes(keys))
    return all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => isSameShortcut(one.keys, other.keys))
        .map((other) => `${one.keys}: ${one.of}, ${other.of}`),
    )
  })
  expect(collisions).toEqual([])
})
