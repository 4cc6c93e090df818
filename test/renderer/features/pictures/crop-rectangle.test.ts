import { describe, expect, test } from 'vitest'
import {
  dragCorner,
  fitShape,
  moveCrop,
  setSide,
  SMALLEST,
  turnRight,
  WHOLE,
  type Crop,
} from '../../../../src/renderer/src/features/pictures/crop-rectangle.ts'

const middle: Crop = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 }

test('a frame that is moved stays in the picture and keeps its size', () => {
  expect(moveCrop(middle, 0.1, -0.1)).toEqual({ ...middle, left: 0.35, top: 0.15 })
  expect(moveCrop(middle, 9, -9)).toEqual({ ...middle, left: 0.5, top: 0 })
})

describe('a corner that is dragged', () => {
  test('leaves the opposite one where it is', () => {
    expect(dragCorner(middle, 'top-left', 0.125, 0.25, null)).toEqual({
      left: 0.375,
      top: 0.5,
      width: 0.375,
      height: 0.25,
    })
    expect(dragCorner(middle, 'bottom-right', 9, 9, null)).toEqual({ left: 0.25, top: 0.25, width: 0.75, height: 0.75 })
  })

  test('never makes the frame smaller than can be seen', () => {
    expect(dragCorner(middle, 'bottom-right', -9, -9, null)).toMatchObject({ width: SMALLEST, height: SMALLEST })
  })

  test('keeps the shape that was chosen, inside of the picture', () => {
    const { left, top, width, height } = dragCorner(middle, 'bottom-left', -0.5, 0, 2)
    expect(width / height).toBeCloseTo(2)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(top).toBe(0.25)
    expect(left + width).toBeCloseTo(0.75)
  })
})

test('a side set by its number moves or stretches the frame, never beyond the picture', () => {
  expect(setSide(middle, 'left', 0.9)).toEqual({ ...middle, left: 0.5 })
  expect(setSide(middle, 'width', 1)).toEqual({ ...middle, left: 0, width: 1 })
  expect(setSide(middle, 'height', 0)).toEqual({ ...middle, height: SMALLEST })
})

test('a shape is as large as fits, around what was framed', () => {
  expect(fitShape(WHOLE, 0.5)).toEqual({ left: 0.25, top: 0, width: 0.5, height: 1 })
  expect(fitShape({ ...middle, left: 0.5 }, 0.5)).toEqual({ left: 0.5, top: 0, width: 0.5, height: 1 })
})

test('four quarters to the right are none', () => {
  const crop = { left: 0.125, top: 0.25, width: 0.5, height: 0.25 }
  expect(turnRight(crop)).toEqual({ left: 0.5, top: 0.125, width: 0.25, height: 0.5 })
  expect(turnRight(turnRight(turnRight(turnRight(crop))))).toEqual(crop)
})
