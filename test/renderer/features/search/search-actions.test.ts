import { expect, test } from 'vitest'
import { actionsCalled, type SearchAction } from '../../../../src/renderer/src/features/search/search-actions.ts'

const actions = ['New post', 'Go to the outbox', 'Go to Đồng Tháp'].map((label): SearchAction => ({
  id: label,
  label,
  run: () => undefined,
}))
const called = (text: string): string[] => actionsCalled(actions, text).map(({ label }) => label)

test('an action is found by the beginnings of its words, without marks', () => {
  expect(called('out')).toEqual(['Go to the outbox'])
  expect(called('POST new')).toEqual(['New post'])
  expect(called('dong')).toEqual(['Go to Đồng Tháp'])
  expect(called('')).toHaveLength(3)
  expect(called('box')).toEqual([])
})
