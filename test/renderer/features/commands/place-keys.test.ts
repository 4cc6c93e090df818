import { getExtensionField, resolveExtensions, type AnyExtension } from '@tiptap/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { conversationKey } from '../../../../src/renderer/src/features/comments/conversation-keys.ts'
import { BlockKeys } from '../../../../src/renderer/src/features/editor/blocks/block-keys.ts'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { readingKey } from '../../../../src/renderer/src/features/reading/reading-keys.ts'
import { PLACE_KEYS } from '../../../../src/shared/commands/place-keys.ts'
import type { CommandPlace } from '../../../../src/shared/commands/commands.ts'
import type { Shortcut } from '../../../../src/shared/commands/shortcut.ts'

class Somewhere {
  closest = (): null => null
}
beforeEach(() => vi.stubGlobal('HTMLElement', Somewhere))
afterEach(() => vi.unstubAllGlobals())

const keysOf = (place: CommandPlace): Shortcut[] =>
  PLACE_KEYS.filter((each) => each.place === place).flatMap(({ keys }) => [...keys])

function press(shortcut: Shortcut) {
  const parts = shortcut.split('+')
  return {
    key: parts.at(-1) ?? '',
    repeat: false,
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    target: new Somewhere() as unknown as HTMLElement,
  }
}

/** Obeyed by the field in which a reply is written. */
const IN_A_REPLY: readonly Shortcut[] = ['Mod+Enter', 'Mod+;']

test('the conversation obeys each key that the sheet gives it', () => {
  const keys = keysOf('conversation').filter((key) => !IN_A_REPLY.includes(key))
  expect(keys.filter((key) => conversationKey(press(key)) === null)).toEqual([])
  expect(keys.length).toBeGreaterThan(10)
})

test('who reads feeds is obeyed in each key that the sheet gives', () => {
  expect(keysOf('reading').filter((key) => readingKey(press(key)) === null)).toEqual([])
})

/** Obeyed by the toolbar, the list of blocks and the checks, which listen for themselves. */
const BESIDE_THE_TEXT: readonly Shortcut[] = ['Mod+K', '/', 'Alt+Enter', 'Alt+F10']

test('the text obeys each key that the sheet gives it', () => {
  const bound = new Set(boundIn(resolveExtensions([...postExtensions, BlockKeys])).map(inOneForm))
  const keys = keysOf('text').filter((key) => !BESIDE_THE_TEXT.includes(key))
  expect(keys.filter((key) => !bound.has(inOneForm(key)))).toEqual([])
})

function boundIn(extensions: readonly AnyExtension[]): string[] {
  return extensions.flatMap((extension) => {
    const context = { name: extension.name, options: extension.options, storage: {}, editor: {}, type: null }
    const add = getExtensionField<(() => Record<string, unknown>) | undefined>(
      extension,
      'addKeyboardShortcuts',
      context,
    )
    return add ? Object.keys(add()) : []
  })
}

/** `Shift-Mod-z` and `Mod+Shift+Z` are the same keys. */
const inOneForm = (keys: string): string => keys.toLowerCase().split(/[-+]/).toSorted().join('+')
