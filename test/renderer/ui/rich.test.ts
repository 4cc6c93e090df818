import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { Rich } from '../../../src/renderer/src/ui/rich.tsx'
import { speechFor } from '../../../src/shared/words/languages.ts'
import { speak } from '../../../src/shared/words/speak.ts'
import { begin } from '../../../src/shared/words/spoken.ts'

afterEach(() => speak(speechFor('en', [])))

test('what is marked up stands where the language puts it', () => {
  const sentence = () =>
    renderToStaticMarkup(
      createElement(Rich<'Sent to <b><i>{name}</i></b> by <a>hand</a>.'>, {
        message: 'Sent to <b><i>{name}</i></b> by <a>hand</a>.',
        values: { name: 'Ana' },
        parts: {
          b: createElement('b'),
          i: createElement('i'),
          a: createElement('a'),
        },
      }),
    )
  expect(sentence()).toBe('Sent to <b><i>Ana</i></b> by <a>hand</a>.')
  begin(
    { language: 'fr', formatLocale: 'fr-FR' },
    { 'Sent to <b><i>{name}</i></b> by <a>hand</a>.': ['<a>À la main</a> : <b><i>', ['name'], '</i></b>.'] },
  )
  expect(sentence()).toBe('<a>À la main</a> : <b><i>Ana</i></b>.')
})

test('tags that a person wrote are letters', () => {
  const drawn = renderToStaticMarkup(
    createElement(Rich<'To <b>{name}</b>'>, {
      message: 'To <b>{name}</b>',
      values: { name: '</b><b>x</b>' },
      parts: { b: createElement('b') },
    }),
  )
  expect(drawn).toBe('To <b>&lt;/b&gt;&lt;b&gt;x&lt;/b&gt;</b>')
})
