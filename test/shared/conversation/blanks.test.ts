import { expect, test } from 'vitest'
import { fillBlanks, leaveBlanks, openBlanks } from '../../../src/shared/conversation/blanks.ts'

const values = { name: 'Lê <Quang> & {post}', post: 'Forty\nquestions', link: '', me: 'Maren' }

test('what is known is filled as words, whatever a reader calls themselves, and what is not stays open', () => {
  const filled = fillBlanks('Dear {name},\n\n<em>{post}</em> is at {link}. {me}', values)
  expect(filled).toBe('Dear Lê &lt;Quang&gt; &amp; {post},\n\n<em>Forty questions</em> is at {link}. Maren')
})

test('anything in braces that begins with a letter is open, each once, also in other scripts', () => {
  expect(openBlanks('{link} {the day} {link} {الاسم} { no } {1} <strong>{n</strong>ame}')).toEqual([
    '{link}',
    '{the day}',
    '{الاسم}',
    '{name}',
  ])
  expect(openBlanks('Nothing is open.')).toEqual([])
})

test('what is said again and again leaves open whom it was said to, about what and by whom', () => {
  const said = 'Dear Lan,\n\n<a href="https://x.example/Lan">Landing</a> &amp; “Tides &amp; boats”, Lan.\nMaren'
  expect(leaveBlanks(said, { name: 'Lan', post: 'Tides & boats', me: 'Maren' })).toBe(
    'Dear {name},\n\n<a href="https://x.example/Lan">Landing</a> &amp; “{post}”, {name}.\n{me}',
  )
  expect(leaveBlanks('To me, a (b) c', { name: 'To', post: '(b) c', me: '' })).toBe('To me, a {post}')
})
