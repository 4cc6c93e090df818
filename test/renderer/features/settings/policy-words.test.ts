import { expect, test } from 'vitest'
import { faultWords, managedLines, managedWords } from '../../../../src/renderer/src/features/settings/policy-words.ts'

test('what is fixed is said with who decided it and why', () => {
  expect(managedWords({})).toBe('Set by your organisation.')
  expect(managedWords({ organisation: 'MFA', reason: 'Circular 12.' })).toBe('Set by MFA: Circular 12.')
})

test('each field that is decided is one line, and what is left to the person is none', () => {
  expect(
    managedLines({
      organisation: 'MFA',
      allowedBlogs: [],
      holdSeconds: 0,
      reviewRequired: 'always',
      lockAfterMinutes: 1,
    }),
  ).toEqual([
    { field: 'allowedBlogs', label: 'Blogs that may be connected', value: 'No further blog, but for practice' },
    { field: 'reviewRequired', label: 'Review', value: 'A post goes out only as it was approved' },
    { field: 'lockAfterMinutes', label: 'Lock', value: 'After one minute at the latest, on a desk with a passphrase' },
  ])
})

test('what cannot be read is said, with what holds instead', () => {
  expect(
    faultWords({
      inForce: {},
      place: null,
      trouble: 'signature',
      faults: [
        { field: 'holdSeconds', taken: 'strict' },
        { field: 'reason', taken: 'left-out' },
        { field: 'printers', taken: 'unknown' },
      ],
    }),
  ).toEqual([
    'The policy of this machine does not bear the signature it had before. What it said last stays in force.',
    '“holdSeconds” cannot be read; the strictest that it can say holds.',
    '“reason” cannot be read, and what cannot be read of it is left out.',
    '“printers” is nothing that this desk knows.',
  ])
})
