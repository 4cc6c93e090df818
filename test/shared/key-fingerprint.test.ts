import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyFingerprint, pastedKey } from '../../src/shared/key-fingerprint.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'))

test('a fingerprint is five groups of four that nobody mishears', () => {
  expect(keyFingerprint(Buffer.alloc(32).toString('base64url'))).toBe('0000-0000-0000-0000-0000')
  expect(keyFingerprint(Buffer.alloc(32, 0xff).toString('base64url'))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ')
  fc.assert(fc.property(key, (each) => /^(?:[\dA-HJKMNP-TV-Z]{4}-?){5}$/.test(keyFingerprint(each))))
})

test('two keys have the same fingerprint only where their first hundred bits are the same', () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 0, max: 99 }), (each, bit) => {
      const other = Buffer.from(each, 'base64url')
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
      return keyFingerprint(other.toString('base64url')) !== keyFingerprint(each)
    }),
  )
})

test('a key is known again from a mail that broke its line, and anything else is none', () => {
  fc.assert(fc.property(key, (each) => pastedKey(` ${each.slice(0, 20)}\r\n${each.slice(20)} `) === each))
  expect(pastedKey('the heron waits')).toBeNull()
  expect(pastedKey(`${'A'.repeat(42)}+`)).toBeNull()
})
