import { describe, expect, test } from 'vitest'
import { hasAddressBlank, likelyAddress, withAddress } from '../../../src/shared/share/post-address.ts'

describe('the address in a share line', () => {
  test('stands wherever it was left open, and nothing else of it is read', () => {
    expect(withAddress('{link} and {link}, {name}', 'https://a.example/$&')).toBe(
      'https://a.example/$& and https://a.example/$&, {name}',
    )
    expect([hasAddressBlank('See {link}.'), hasAddressBlank('See link.')]).toEqual([true, false])
  })

  test('is as long as WordPress is likely to make it', () => {
    expect(likelyAddress('https://blog.example.org/', 'The ferry at Cần Thơ!')).toBe(
      'https://blog.example.org/2026/01/31/the-ferry-at-can-tho/',
    )
    expect(likelyAddress('https://blog.example.org', 'سفر')).toBe(
      'https://blog.example.org/2026/01/31/%D8%B3%D9%81%D8%B1/',
    )
    expect(likelyAddress('https://a.example', '')).toBe('https://a.example/2026/01/31/post/')
    expect(likelyAddress('https://a.example', 'a'.repeat(900))).toHaveLength(
      'https://a.example/2026/01/31//'.length + 200,
    )
  })

  test('is found for a title that ends in half of a character', () => {
    expect(likelyAddress('https://a.example', 'ab\ud83d')).toBe('https://a.example/2026/01/31/ab/')
  })
})
