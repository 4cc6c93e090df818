import { expect, test } from 'vitest'
import { runAttache } from '../support/run-attache.ts'

test('spell prints each unknown word once, with what may be meant, and needs no profile', async () => {
  const { code, stdout } = await runAttache(['spell', '--lang', 'en'], {
    input: 'We recieved tea. They recieved none; see https://exmple.org.',
  })
  expect({ code, lines: stdout.trim().split('\n') }).toEqual({
    code: 1,
    lines: [expect.stringMatching(/^recieved: received, /)],
  })
})

test('a language without a bundled dictionary is refused, and a text without a slip is good news', async () => {
  expect(await runAttache(['spell', '--lang', 'vi'], { input: 'xin' })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('No dictionary for vi'),
  })
  expect(await runAttache(['spell', '--lang', 'fr'], { input: 'Le thé.' })).toMatchObject({ code: 0, stdout: '' })
})
