import { expect, it } from 'vitest'
import { toLinkAddress } from '../../../../../src/renderer/src/features/editor/schema/link-address.ts'

const cases: [typed: string, address: string | null][] = [
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['example.org/page', 'https://example.org/page'],
  ['example.org:8080/page', 'https://example.org:8080/page'],
  ['  example.org ', 'https://example.org'],
  ['consul@example.org', 'mailto:consul@example.org'],
  ['mailto:consul@example.org', 'mailto:consul@example.org'],
  ['tel:+8424555', 'tel:+8424555'],
  ['/2026/11/post', '/2026/11/post'],
  ['#part', '#part'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['just words', null],
  ['word', null],
  ['', null],
]

for (const [typed, address] of cases) {
  it(`“${typed}” becomes ${address ?? 'no link'}`, () => {
    expect(toLinkAddress(typed)).toBe(address)
  })
}
