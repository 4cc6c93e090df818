import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appRouter } from '../../src/shared/contract/router.ts'
import type { CallResponse } from '../../src/shared/contract/wire.ts'
import { errorSentence } from '../../src/shared/sentences.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { createPracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { newPost } from '../support/desk-on-practice-blog.ts'
import { newDocument } from '../shared/content/generated.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ORIGIN = 'https://blog.example'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR4nGNkEP7PgA0wYRUdABdYAGs7sLgdAAAAAElFTkSuQmCC',
  'base64',
)
const { _def: definition } = appRouter
const TYPES = new Map(
  Object.entries(definition.procedures as unknown as Record<string, { _def: { type: string } }>).map(
    ([path, { _def: procedure }]) => [path, procedure.type],
  ),
)

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    "'; DROP TABLE posts; --",
    '../../etc/passwd',
    '{}',
  ),
  fc.constantFrom('javascript:alert(1)', 'https://blog.example', 'attache://approved', '[::1]', 'http://', '\u202e'),
)
const oddNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, -1, 2 ** 53, 2 ** 31, 1e308, Number.NaN))
const oddValue = fc.oneof(
  { withCrossShrink: true },
  oddText,
  oddNumber,
  fc.constantFrom(undefined, null, true, false, 10n, new Date(Number.NaN), new Map(), new Uint8Array(3)),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as unknown),
)

/** A document of the editor, one value of it exchanged for anything: what a window that was taken over would send. */
const document = fc.tuple(newDocument, fc.nat(), fc.nat(9), oddValue).map(([written, at, chance, value]) => {
  if (chance < 5) return written
  const places: { in: Record<string, unknown>; key: string }[] = []
  JSON.parse(JSON.stringify(written), function (this: Record<string, unknown>, key, each: unknown) {
    places.push({ in: this, key })
    return each
  })
  const place = places[at % places.length]
  if (!place || place.key === '') return written
  place.in[place.key] = value
  return places.at(-1)?.in['']
})

/** Input by the names of the contract: what is well-formed, and how often it is anything else. `known` is there. */
function inputs(known: Record<string, string[]>, fieldsOfEdit: object): fc.Arbitrary<unknown> {
  const knownOf = (name: string) => fc.constantFrom(...(known[name] ?? ['']))
  const wellFormed = {
    blogId: knownOf('blogId'),
    postId: knownOf('postId'),
    commentId: knownOf('commentId'),
    entryId: knownOf('entryId'),
    before: fc.oneof(fc.constant(null), knownOf('entryId')),
    snapshotId: knownOf('snapshotId'),
    mediaId: fc.constantFrom(createHash('sha256').update(PICTURE).digest('hex'), 'a'.repeat(64)),
    commentIds: fc.array(knownOf('commentId'), { maxLength: 3 }),
    sequence: fc.nat(1_000_000),
    title: oddText,
    ...fieldsOfEdit,
    excerpt: oddText,
    language: fc.constantFrom('en', 'ar', '', 'x-\u0000', 'klingon', '-'),
    direction: fc.constantFrom('ltr', 'rtl'),
    categoryIds: fc.array(fc.integer({ min: 1, max: 2 ** 40 }), { maxLength: 3 }),
    tags: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 3 }),
    caret: fc.oneof(fc.constant(null), fc.record({ anchor: fc.maxSafeNat(), head: fc.maxSafeNat() })),
    as: fc.constantFrom('publish', 'pending'),
    keep: fc.constantFrom('mine', 'the-blogs'),
    isTrashed: fc.boolean(),
    text: fc.string({ unit: 'binary', minLength: 1 }),
    fileName: fc.constantFrom('a.png', '../../a.png', 'a\r\nset-cookie: b', '\u0000', '\ud800'),
    bytes: fc.oneof(
      fc.constant(PICTURE),
      fc.uint8Array(),
      fc.nat(100).map((end) => PICTURE.subarray(0, end)),
    ),
    address: fc.constantFrom(ORIGIN, `${ORIGIN}/wp-admin`, 'https://nowhere.example'),
    userName: knownOf('userName'),
    applicationPassword: knownOf('applicationPassword'),
    returnUrl: fc.constantFrom(null, 'attache://approved'),
    state: fc.constant('desk-'.padEnd(37, '0')),
    siteUrl: fc.constant(ORIGIN),
    words: fc.array(oddText, { maxLength: 4 }),
    word: oddText,
    affSizeBytes: fc.nat(200),
    documentPrint: fc.constant('abcdef01234567'),
    steps: oddText,
    name: oddText,
    theme: fc.constantFrom('dark', 'light', 'system'),
    formatLocale: fc.constantFrom('en-GB', 'fr-FR'),
    interfaceDirection: fc.constantFrom('ltr', 'rtl'),
    activeBlogId: knownOf('blogId'),
  }
  const mostly = (weight: number) =>
    fc.record(
      Object.fromEntries(
        Object.entries(wellFormed).map(([name, arbitrary]) => [
          name,
          fc.oneof({ weight, arbitrary: arbitrary as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: oddValue }),
        ]),
      ),
    )
  return fc.oneof({ weight: 6, arbitrary: mostly(100) }, { weight: 3, arbitrary: mostly(3) }, oddValue)
}

function isCallResponse(response: CallResponse): boolean {
  return response.ok ? Object.keys(response).toSorted().join() === 'data,ok' : errorSentence(response.error).what !== ''
}

test(
  'ten thousand calls of any shape are each answered, and the desk is whole afterwards',
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder()
    const clock = createManualClock()
    const offline = new TypeError('fetch failed', {
      cause: Object.assign(new Error('no route'), { code: 'ENETUNREACH' }),
    })
    const blog = createPracticeBlog({ store: memoryPracticeStore(), clock, random: systemRandom, origin: ORIGIN })
    const ports = {
      clock,
      fetch: (input: string, init?: RequestInit) =>
        input.startsWith(`${ORIGIN}/`) ? blog.fetch(input, init) : Promise.reject(offline),
    }
    const desk = openDesk(folder, ports)
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    await desk.mutate('line', 'syncNow', { blogId })
    const safe = await newPost(desk, blogId, 'Written before the storm')
    const fuzzed = await newPost(desk, blogId, 'In the storm')
    const comments = await desk.query('comments', 'list', { blogId, postId: null })
    const [snapshot] = await desk.query('posts', 'history', { postId: fuzzed })
    const reply = await desk.mutate('comments', 'reply', { commentId: comments[0]?.id ?? '', text: 'Thank you.' })
    const known = {
      userName: [blog.accounts.editor.userName, 'nobody'],
      applicationPassword: [blog.accounts.editor.applicationPassword, 'wrong'],
      blogId: [blogId],
      postId: [fuzzed],
      commentId: comments.slice(0, 3).map(({ id }) => id),
      entryId: [reply.id],
      snapshotId: [snapshot?.id ?? ''],
    }
    const internal: string[] = []
    let sequence = 1_000_000
    const edits = { taken: 0, refused: 0 }

    const anyOther = inputs(known, {})
    const anyEdit = inputs(known, { document })
    const anyPath = fc.oneof(
      { weight: 15, arbitrary: fc.constant('posts.edit') },
      // What deletes for good would take the post away from all the calls that follow.
      { weight: 40, arbitrary: fc.constantFrom(...[...TYPES.keys()].filter((path) => path !== 'trash.deleteNow')) },
      oddText,
      fc.constant('constructor.name'),
    )
    const anyCall = anyPath.chain((path) => fc.tuple(fc.constant(path), path === 'posts.edit' ? anyEdit : anyOther))
    const isTypeWrong = fc.nat(19).map((chance) => chance === 0)
    await fc.assert(
      fc.asyncProperty(anyCall, isTypeWrong, async ([path, drawn], isWrong) => {
        sequence += 1
        const isNumbered =
          typeof drawn === 'object' && drawn !== null && 'sequence' in drawn && typeof drawn.sequence === 'number'
        const input = isNumbered ? { ...drawn, sequence } : drawn
        const isMutation = TYPES.get(path) === 'mutation'
        const response = await desk.core.call({ path, type: isMutation === isWrong ? 'query' : 'mutation', input })
        expect(isCallResponse(response)).toBe(true)
        if (path === 'posts.edit') edits[response.ok ? 'taken' : 'refused'] += 1
        if (!response.ok && response.error.kind === 'internal') internal.push(`${path} ${desk.logLines.at(-1)}`)
        // Autosaves and what follows them run in timers, where an error would end the core.
        clock.advance(700)
      }),
      { numRuns: 10_000 },
    )
    expect(Math.min(edits.taken, edits.refused)).toBeGreaterThan(500)
    expect([...new Set(internal.map((line) => line.replaceAll(/[0-9a-f-]{36}/g, '…')))]).toEqual([])
    expect(desk.events.filter(({ topic }) => topic === 'save-failed')).toEqual([])
    expect(desk.logLines.filter((line) => /tidy-up-failed|round-failed|round-broke/.test(line))).toEqual([])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()

    expect(JSON.stringify(await desk.query('posts', 'get', { postId: safe }))).toContain('Written before the storm')
    for (const post of await desk.query('posts', 'list', { blogId }))
      await desk.query('posts', 'get', { postId: post.id })
    await desk.close()

    const { databasePath } = profileIn(folder)
    const database = new Database(databasePath, { readonly: true })
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()

    const again = openDesk(folder, ports)
    expect((await again.query('posts', 'get', { postId: safe })).title).toBe('Written before the storm')
    await again.close()
  },
)
