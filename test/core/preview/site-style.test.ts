import { expect, test } from 'vitest'
import { fetchSiteStyle } from '../../../src/main/core/preview/site-style.ts'
import type { Fetch } from '../../../src/main/core/ports.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'

const HOME = 'https://blog.example/'

/** A site with these pages; whatever else is asked for is noted and not there. */
async function styleOf(pages: Record<string, { type: string; body: string; status?: number }>) {
  const asked: string[] = []
  const fetch: Fetch = async (input) => {
    const url = input
    asked.push(url)
    const page = pages[url]
    return page
      ? new Response(page.body, { status: page.status ?? 200, headers: { 'content-type': page.type } })
      : new Response('', { status: 404 })
  }
  const style = await fetchSiteStyle(HOME, { fetch, clock: createManualClock(), signal: new AbortController().signal })
  return { style, asked }
}

test('the styles of the front page come in their order, from the blog’s own host alone', async () => {
  const { style, asked } = await styleOf({
    [HOME]: {
      type: 'text/html; charset=utf-8',
      body: `<html dir="rtl"><head><link rel="stylesheet" href="/theme.css?ver=2"><style>p{color:red}</style>
        <link rel="stylesheet" href="https://fonts.example/f.css"><link rel=stylesheet media=print href="/print.css">
        <link rel="stylesheet" media="(min-width: 600px)" href="wide.css"><link rel="icon" href="/i.png"></head></html>`,
    },
    'https://blog.example/theme.css?ver=2': {
      type: 'text/css',
      body: '@import "https://evil.example/x.css";\nbody{margin:0}',
    },
    'https://blog.example/wide.css': { type: 'text/css', body: 'p{margin:2em}' },
  })
  expect(style).toEqual({
    css: '\nbody{margin:0}\np{color:red}\n@media (min-width: 600px) {\np{margin:2em}\n}',
    direction: 'rtl',
  })
  expect(asked).toEqual([HOME, 'https://blog.example/theme.css?ver=2', 'https://blog.example/wide.css'])
})

test.each([
  ['a sign-in page of a hotel', { type: 'text/html', body: '<style>p{}</style>', status: 302 }],
  ['something else than a page', { type: 'application/json', body: '{}' }],
  ['a page without any style', { type: 'text/html', body: '<p>x</p>' }],
  ['a page without an end', { type: 'text/html', body: 'x'.repeat(4_000_000) }],
  ['a page of a million tags', { type: 'text/html', body: '<b>'.repeat(900_000) }],
])('%s gives no style', async (_what, page) => {
  expect((await styleOf({ [HOME]: page })).style).toBeNull()
})

test('a stylesheet that is none, or larger than a theme needs, is left out', async () => {
  const { style } = await styleOf({
    [HOME]: {
      type: 'text/html',
      body: '<link rel=stylesheet href=/a.css><link rel=stylesheet href=/b.css><style>i{}</style>',
    },
    'https://blog.example/a.css': { type: 'text/html', body: 'sign in' },
    'https://blog.example/b.css': { type: 'text/css', body: 'x'.repeat(700_000) },
  })
  expect(style?.css).toBe('i{}')
})
