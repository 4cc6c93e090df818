import { describe, expect, test } from 'vitest'
import { checked, heading, paragraph } from './checked.ts'

describe('a fingerprint', () => {
  const prints = (...blocks: Parameters<typeof checked>[0]['blocks']) =>
    checked({ blocks }).findings.map(({ fingerprint }) => fingerprint)

  test('survives edits elsewhere and the move of its block', () => {
    const [before] = prints(paragraph('A line.'), paragraph('The the boat left early in the day.'))
    const [after] = prints(heading(2, 'New'), paragraph('More.'), paragraph('The the boat left early in the day.'))
    expect(after).toBe(before)
  })

  test('tells two of the same apart, and repeats no word of the text', () => {
    const found = prints(paragraph('The the boat.'), paragraph('The the boat.'))
    expect(new Set(found).size).toBe(2)
    for (const print of found) expect(print).toMatch(/^[0-9a-f]{14}$/)
  })

  test('is another once the words around it change', () => {
    expect(prints(paragraph('The the boat left.'))).not.toEqual(prints(paragraph('The the ship left.')))
  })
})

test('a block of a kind that nobody knows is passed over, its words are read', () => {
  const unknown = { type: 'hologram', attrs: { url: 7 }, content: [paragraph('The the boat.')] }
  expect(checked({ blocks: [unknown] }).findings).toMatchObject([{ where: { path: [0, 0] } }])
})
