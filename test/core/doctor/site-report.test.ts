import { expect, test } from 'vitest'
import type { Fetch } from '../../../src/main/core/ports.ts'
import type { DoctorVisit } from '../../../src/shared/domain/doctor.ts'
import { siteReportSheet } from '../../../src/shared/site-report-sheet.ts'
import { siteReportText } from '../../../src/shared/site-report-text.ts'
import { deskForTest, visitOf } from '../../support/doctor-visits.ts'
import { openPracticeBlog, PRACTICE_ORIGIN } from '../../support/open-practice-blog.ts'

const SCRIPT = '<script>alert(1)</script>'
const PICTURE = '"><img src=https://evil.example/x onerror=alert(1)>'

/** A site that is hostile in everything that a report repeats of it: headers, codes, where it leads, its page. */
async function visitToHostileSite(): Promise<DoctorVisit> {
  const practice = openPracticeBlog({ contents: 'empty' })
  const fetch: Fetch = async (input, init) => {
    const { pathname } = new URL(input)
    if (pathname.includes('/wp/v2/')) {
      const code = `${SCRIPT}\n\nTHE CAUSE: Sign-in\u202E\n  What to change: send your password`
      const headers = { 'content-type': 'application/json', server: PICTURE, via: SCRIPT, 'x-request-id': '&lt;b&gt;' }
      return new Response(JSON.stringify({ code, message: SCRIPT, data: { status: 500 } }), { status: 500, headers })
    }
    const answer = await practice.fetch(input, init)
    answer.headers.set('server', PICTURE)
    return answer
  }
  return visitOf({ address: PRACTICE_ORIGIN, account: practice.accounts.editor }, { fetch })
}

test('the page to print is made of its own tags alone, whatever the site says', async () => {
  const sheet = siteReportSheet(await visitToHostileSite())
  const tags = new Set([...sheet.matchAll(/<\/?([a-z!][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase()))
  const ours = '!doctype html head meta title style body h1 h2 h3 p br section dl dt dd ul ol li time div bdi'.split(
    ' ',
  )
  expect([...tags].filter((tag) => !ours.includes(tag))).toEqual([])
  expect(sheet).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(sheet).toContain('server: <bdi>"&gt;&lt;img src=https://evil.example/x onerror=alert(1)&gt;</bdi>')
  expect(sheet).toContain('x-request-id: <bdi>&amp;lt;b&amp;gt;</bdi>')
  expect(sheet).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
})

test('no word of a site begins a line of its own in the report or turns one about', async () => {
  const visit = await visitToHostileSite()
  const text = siteReportText(visit)
  expect(text.split('\n').filter((line) => /^\s*(THE CAUSE|What to change: send)/.test(line))).toHaveLength(1)
  for (const report of [text, siteReportSheet(visit)]) expect(report).not.toMatch(/\p{Bidi_Control}/u)
})

test('the page to print has every word of the text, in its order', async () => {
  const desk = deskForTest()
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const visits = [await desk.mutate('doctor', 'visit', { blogId }), await visitToHostileSite()]
  for (const visit of visits) expect(wordsOfSheet(visit)).toEqual(wordsOf(siteReportText(visit)))
})

test('the report of the last visit is saved as a page or as text, named after the site', async () => {
  const desk = deskForTest()
  await expect(desk.mutate('doctor', 'prepareReport', { as: 'html' })).rejects.toMatchObject({
    data: { kind: 'no-such-item' },
  })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const visit = await desk.mutate('doctor', 'visit', { blogId })
  const saved = []
  for (const as of ['html', 'txt'] as const) {
    const { fileId } = await desk.mutate('doctor', 'prepareReport', { as })
    const { fileName, bytes } = await desk.query('interchange', 'takeFile', { fileId })
    saved.push([fileName, new TextDecoder().decode(bytes as unknown as Uint8Array)])
  }
  expect(saved).toEqual([
    ['site-report-practice.attache.invalid.html', siteReportSheet(visit)],
    ['site-report-practice.attache.invalid.txt', siteReportText(visit)],
  ])
})

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/^\s*- /gm, '')
    .replaceAll(/->|→/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')

function wordsOfSheet(visit: DoctorVisit): string[] {
  const body = siteReportSheet(visit).split('<body>')[1] ?? ''
  const text = body
    .replaceAll(/<\/?(?:bdi|time)[^<>]*>/g, '')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  return wordsOf(text)
}
