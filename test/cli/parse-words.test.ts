import { expect, test } from 'vitest'
import { parseWords } from '../../src/main/cli/parse-words.ts'
import { runAttache } from '../support/run-attache.ts'

test.each([
  [['review', 'write', 'r', '--key', '-aB3_x'], { key: '-aB3_x' }],
  [['review', 'write', 'r', '--key', '--B3_x', '--out', 'f'], { key: '--B3_x', out: 'f' }],
  [['reply', 'c', '--text', '-5 °C at the ferry', '--json'], { text: '-5 °C at the ferry', json: true }],
  [['reply', 'c', '--text=--json'], { text: '--json', json: false }],
  [['posts', '--profile', 'p', '-h'], { profile: 'p', help: true }],
])('%j: what stands behind an option is its value, dash or not', (words, values) => {
  expect(parseWords(words).values).toMatchObject(values)
})

test('what stands behind two dashes is a word', () => {
  expect(parseWords(['search', '--', '--key', '-without']).positionals).toEqual(['search', '--key', '-without'])
})

test.each([[['posts', '--bolg', 'Hanoi']], [['posts', '--blog']], [['review', 'write', 'r', '--key', '--json']]])(
  '%j is a wrong call, said in a sentence and nothing done',
  async (words) => {
    expect(() => parseWords(words)).toThrow()
    const { code, stdout, stderr } = await runAttache(words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('attache <command>')
    expect(stderr).not.toContain('node:internal')
  },
)
