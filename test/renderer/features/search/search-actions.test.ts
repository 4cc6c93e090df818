import { expect, test } from 'vitest'
import { actionsCalled, type SearchAction } from '../../../../src/renderer/src/features/search/search-actions.ts'

const action = (label: string, isRare = false): SearchAction => ({
  id: label,
  label,
  heading: 'Everywhere',
  shortcut: null,
  isRare,
  run: () => undefined,
})
const actions = [action('New post'), action('Go to the outbox'), action('Go to Đồng Tháp'), action('Theme: dark', true)]
const labels = (found: readonly SearchAction[]): string[] => found.map(({ label }) => label)
function called(text: string): string[] {
  const found = actionsCalled(actions, text)
  return labels([...found.called, ...found.others])
}

test('an action is found by the beginnings of its words, without marks', () => {
  expect(called('out')).toEqual(['Go to the outbox'])
  expect(called('POST new')).toEqual(['New post'])
  expect(called('dong')).toEqual(['Go to Đồng Tháp'])
  expect(called('box')).toEqual([])
})

test('what is rare is shown to whoever asks for it by name, and to nobody else', () => {
  expect(called(' ')).toEqual(['New post', 'Go to the outbox', 'Go to Đồng Tháp'])
  expect(called('dark')).toEqual(['Theme: dark'])
})

test('what begins just as it was typed goes before what was found', () => {
  const { called: first, others } = actionsCalled(actions, 'Go to đồng')
  expect(labels(first)).toEqual(['Go to Đồng Tháp'])
  expect(labels(others)).toEqual([])
  expect(labels(actionsCalled(actions, 'outbox').others)).toEqual(['Go to the outbox'])
})
