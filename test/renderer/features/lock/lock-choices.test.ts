import { expect, test } from 'vitest'
import { lockChoices } from '../../../../src/renderer/src/features/lock/lock-choices.ts'

test('without a limit of the organisation every time is offered, one of another version too', () => {
  expect(lockChoices(10, null)).toEqual([5, 10, 30, 60, null])
  expect(lockChoices(45, null)).toEqual([45, 5, 10, 30, 60, null])
})

test('nothing longer than the limit is offered, and never is not', () => {
  expect(lockChoices(10, 15)).toEqual([5, 10, 15])
  expect(lockChoices(15, 15)).toEqual([5, 10, 15])
  expect(lockChoices(1, 1)).toEqual([1])
})
