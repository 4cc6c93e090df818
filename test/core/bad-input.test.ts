import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'
import { errorSentence } from '../../src/shared/sentences.ts'
import { captivePage } from '../fakes/faulty-fetch.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../support/desk-on-practice-blog.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What the person reads, and what is kept, for each thing that is put in wrongly or comes back wrong. */
async function refusal(call: Promise<unknown>): Promise<AppErrorData> {
  try {
    await call
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
  throw new Error('it was not refused')
}

const htmlPage = (body: string, status = 200): Response =>
  new Response(`<!doctype html><title>A page</title>${body}`, { status, headers: { 'content-type': 'text/html' } })

const account = { userName: 'amir', applicationPassword: 'abcd efgh ijkl mnop qrst uvwx' }

describe('connecting', () => {
  const cases: { name: string; address: string; answer: (address: string) => Response; error: object; says: RegExp }[] =
    [
      {
        name: 'words that are no address',
        address: 'my blog, the good one',
        answer: () => htmlPage(''),
        error: { kind: 'not-the-blog', why: 'bad-address' },
        says: /address/,
      },
      {
        name: 'an address without a lock',
        address: 'http://blog.example',
        answer: () => htmlPage(''),
        error: { kind: 'not-the-blog', why: 'insecure-address' },
        says: /password could be read/,
      },
      {
        name: 'a site that is not a WordPress',
        address: 'https://shop.example',
        answer: (address) => htmlPage('<h1>Bicycles</h1>', /wp-json|rest_route/.test(address) ? 404 : 200),
        error: { kind: 'not-the-blog', why: 'not-wordpress' },
        says: /WordPress/,
      },
      {
        name: 'a hotel page that answers for everything',
        address: 'https://blog.example',
        answer: captivePage,
        error: { kind: 'not-the-blog' },
        says: /sign-in|WordPress/,
      },
      {
        name: 'a blog that is down',
        address: 'https://blog.example',
        answer: () => htmlPage('Bad gateway', 502),
        error: { kind: 'unavailable', status: 502 },
        says: /not available/,
      },
    ]
  test.each(cases)('$name is a sentence, and nothing is stored', async ({ address, answer, error, says }) => {
    const desk = openDesk(temporaryFolder(), { fetch: async (input) => answer(input) })
    const refused = await refusal(desk.mutate('blogs', 'connect', { ...account, address }))
    expect(refused).toMatchObject(error)
    const { what, kept } = errorSentence(refused)
    expect(what).toMatch(says)
    expect(kept).not.toBe('')
    expect(await desk.query('blogs', 'list')).toEqual([])
    await desk.close()
  })

  test('no line at all is a sentence', async () => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    const desk = openDesk(temporaryFolder(), { fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) })
    const refused = await refusal(desk.mutate('blogs', 'connect', { ...account, address: 'https://blog.example' }))
    expect(refused).toEqual({ kind: 'offline' })
    expect(errorSentence(refused).what).toBe('There is no line to the blog.')
    await desk.close()
  })

  test('a wrong password is a sentence, and neither it nor the account is kept or logged', async () => {
    const { desk, line } = await deskOnPracticeBlog()
    const secret = 'zzzz yyyy xxxx wwww vvvv uuuu'
    const refused = await refusal(
      desk.mutate('blogs', 'connect', {
        address: 'https://blog.example',
        userName: 'author',
        applicationPassword: secret,
      }),
    )
    expect(refused).toEqual({ kind: 'unauthorized' })
    expect(errorSentence(refused).what).toContain('did not accept')
    expect(await desk.query('blogs', 'list')).toHaveLength(1)
    expect(desk.logLines.join('\n')).not.toContain('zzzz')
    expect(line.seen.map(({ path }) => path).join('\n')).not.toContain('zzzz')
    await desk.close()
  })

  test('a blog whose REST interface is switched off is named as that', async () => {
    const desk = openDesk(temporaryFolder(), {
      fetch: async (input) =>
        input.includes('wp-json') || input.includes('rest_route')
          ? Response.json({ code: 'rest_disabled', message: 'The REST API is disabled.' }, { status: 401 })
          : new Response('<!doctype html>', {
              headers: {
                'content-type': 'text/html',
                link: '<https://blog.example/wp-json/>; rel="https://api.w.org/"',
              },
            }),
    })
    const refused = await refusal(desk.mutate('blogs', 'connect', { ...account, address: 'https://blog.example' }))
    expect(refused).toMatchObject({ kind: 'not-the-blog', why: 'rest-disabled' })
    expect(errorSentence(refused).what).not.toBe('')
    await desk.close()
  })
})

describe('writing', () => {
  test('a title longer than the blog can hold is kept here, and refused before anything is sent', async () => {
    const { desk, blogId, line } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'short')
    const title = 'Ộ'.repeat(40_000)
    await write(desk, postId, { title })
    line.seen.length = 0
    const refused = await refusal(desk.mutate('posts', 'publish', { postId, as: 'publish' }))
    expect(refused).toEqual({ kind: 'invalid-input', field: 'title', rule: 'too-long' })
    expect(errorSentence(refused).what).toMatch(/title/)
    expect((await desk.query('posts', 'get', { postId })).title).toBe(title)
    expect(line.seen).toEqual([])
    await desk.close()
  })

  test('5 MB pasted at once are saved, survive a restart and go to the blog whole', async () => {
    const { desk, blogId, profileFolder, openOther, as, clock } = await deskOnPracticeBlog()
    const pasted = Array.from({ length: 5_000 }, (_, index) => paragraph(`${index} ${'words and water '.repeat(64)}`))
    const postId = await newPost(desk, blogId, 'Pasted', ...pasted)
    await desk.close()
    const again = openOther(profileFolder)
    expect((await again.query('posts', 'get', { postId })).document.content).toEqual(pasted)
    await again.mutate('posts', 'publish', { postId, as: 'publish' })
    clock.advance(1_000)
    await again.mutate('line', 'syncNow', { blogId })
    const [post] = (await as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
    expect(post?.content.length).toBeGreaterThan(5_000_000)
    expect(post?.status).toBe('publish')
    await again.close()
  })

  test('a post without a title or without words is asked about before anything is sent', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const untitled = await newPost(desk, blogId, '  ', paragraph('Words.'))
    expect(await refusal(desk.mutate('posts', 'publish', { postId: untitled, as: 'publish' }))).toMatchObject({
      field: 'title',
      rule: 'empty',
    })
    const { id: empty } = await desk.mutate('posts', 'create', { blogId })
    await write(desk, empty, { title: 'A title' })
    expect(await refusal(desk.mutate('posts', 'publish', { postId: empty, as: 'publish' }))).toMatchObject({
      field: 'document',
      rule: 'empty',
    })
    await desk.close()
  })

  test('what is not a document at all never reaches the desk', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    const post = await desk.query('posts', 'get', { postId })
    for (const document of [
      null,
      'text',
      { type: 'doc' },
      { type: 'doc', content: [{ type: 7 }] },
      { type: 'doc', content: [null] },
    ]) {
      const response = await desk.core.call({
        type: 'mutation',
        path: 'posts.edit',
        input: { ...post, postId, sequence: 1, document },
      })
      expect(response).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
    }
    await desk.close()
  })
})

test('a database file that is none is named, and left as it is', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'desk.sqlite')
  writeFileSync(path, 'my holiday pictures')
  let refused: AppErrorData | null = null
  try {
    openDesk(folder)
  } catch (error) {
    if (isAppError(error)) refused = error.data
  }
  expect(refused).toEqual({ kind: 'database', reason: 'not-a-database' })
  expect(errorSentence({ kind: 'database', reason: 'not-a-database' }).kept).toBe('It was left exactly as it is.')
  expect(readFileSync(path, 'utf8')).toBe('my holiday pictures')
})

test('a call the contract does not know is answered, not thrown', async () => {
  const desk = openDesk(temporaryFolder())
  for (const path of ['posts.explode', 'nothing', '', '__proto__.list', 'posts.list']) {
    const response = await desk.core.call({ type: 'query', path, input: { blogId: 'not-an-id' } })
    expect(response).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
  }
  await desk.close()
})
