import { expect, test } from 'vitest'
import { cloudSizes } from '../../../../src/renderer/src/features/tags/cloud-sizes.ts'

const sizesOf = (counts: number[]): number[] => [
  ...cloudSizes(counts.map((postCount, at) => ({ name: `t${at}`, postCount }))).values(),
]

test('a tag is as large as its posts have doubled; one giant does not make all others the smallest', () => {
  expect(sizesOf([256, 64, 16, 4, 1, 0])).toEqual([5, 4, 3, 2, 1, 1])
})

test('on a blog with few posts none is large', () => {
  expect(sizesOf([1, 1, 0])).toEqual([1, 1, 1])
  expect(sizesOf([4, 2, 1])).toEqual([3, 2, 1])
})
