import { describe, expect, it } from 'vitest'
import { answerError, type Answer } from '../../../../src/main/core/blog-api/wordpress/answer-errors.ts'

const HOST = 'blog.example.org'
const HTML = '<!doctype html><title>Some page</title>'

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const isPage = typeof body === 'string'
  return {
    url: `https://${HOST}/wp-json/wp/v2/posts`,
    status,
    headers: new Headers({ 'content-type': isPage ? 'text/html; charset=UTF-8' : 'application/json', ...headers }),
    text: isPage ? body : JSON.stringify(body),
    json: isPage ? undefined : body,
  }
}

const wordpress = (status: number, code: string, headers: Record<string, string> = {}) =>
  answer(status, { code, message: 'Some text.', data: { status } }, headers)
const notTheBlog = (why: string, host = HOST) => ({ kind: 'not-the-blog', why, host })

describe('an answer', () => {
  it('in JSON with success is no error', () => {
    expect(answerError(answer(200, []))).toBeNull()
    expect(answerError(answer(201, { id: 1 }))).toBeNull()
  })

  it.each([
    ['a page where JSON was due', answer(200, HTML), notTheBlog('captive-portal')],
    ['a sign-in to the network (RFC 6585)', answer(511, HTML), notTheBlog('captive-portal')],
    [
      'a redirect to another host',
      answer(302, '', { location: 'https://login.hotel.example/?to=x' }),
      notTheBlog('captive-portal', 'login.hotel.example'),
    ],
    ['a redirect on the same host', answer(301, '', { location: '/new/wp-json/' }), notTheBlog('redirected')],
    [
      'a redirect to the same host with www',
      answer(308, '', { location: `https://www.${HOST}/` }),
      notTheBlog('redirected', `www.${HOST}`),
    ],
    ['a refused page, 403', answer(403, HTML), notTheBlog('firewall')],
    ['a refused page, 406', answer(406, HTML), notTheBlog('firewall')],
    ['a refused page, 400', answer(400, HTML), notTheBlog('firewall')],
    ['a refused page, 503', answer(503, HTML), notTheBlog('firewall')],
    ['a page that says there is no such address', answer(404, HTML), notTheBlog('rest-disabled')],
    ['a route that the blog does not have', wordpress(404, 'rest_no_route'), notTheBlog('rest-disabled')],
    [
      'application passwords switched off for this user',
      wordpress(401, 'application_passwords_disabled_for_user'),
      notTheBlog('application-passwords-off'),
    ],
    ['half of a JSON text', { ...answer(200, {}), text: '{"id":', json: undefined }, { kind: 'answer-lost' }],
    ['nothing at all', { ...answer(200, {}), text: '', json: undefined }, { kind: 'answer-lost' }],
    ['a proxy that wants a password', answer(407, HTML), { kind: 'offline' }],
    ['401 of WordPress', wordpress(401, 'incorrect_password'), { kind: 'unauthorized' }],
    ['401 of the host', answer(401, HTML), { kind: 'unauthorized' }],
    ['403 of WordPress', wordpress(403, 'rest_cannot_edit'), { kind: 'forbidden', code: 'rest_cannot_edit' }],
    ['404 of WordPress', wordpress(404, 'rest_post_invalid_id'), { kind: 'not-found' }],
    ['409', wordpress(409, 'comment_duplicate'), { kind: 'conflict', code: 'comment_duplicate' }],
    ['410', wordpress(410, 'rest_already_trashed'), { kind: 'gone' }],
    ['412', wordpress(412, 'rest_upload_hash_mismatch'), { kind: 'unavailable', status: 412, retryAfterMs: 5_000 }],
    ['413', answer(413, HTML), { kind: 'too-large', sizeBytes: null, limitBytes: null }],
    [
      'a file that the blog finds too big',
      wordpress(400, 'rest_upload_file_too_big'),
      { kind: 'too-large', sizeBytes: null, limitBytes: null },
    ],
    ['429 without a time', answer(429, HTML), { kind: 'rate-limited', retryAfterMs: null }],
    ['429 with seconds', answer(429, {}, { 'retry-after': '7' }), { kind: 'rate-limited', retryAfterMs: 7_000 }],
    [
      'comments too quick',
      wordpress(400, 'comment_flood'),
      { kind: 'rate-limited', retryAfterMs: 15_000, isFlood: true },
    ],
    [
      'maintenance',
      answer(503, HTML, { 'retry-after': '600' }),
      { kind: 'unavailable', status: 503, retryAfterMs: 600_000 },
    ],
    [
      'a site without room',
      wordpress(400, 'rest_upload_limited_space'),
      { kind: 'too-large', sizeBytes: null, limitBytes: null },
    ],
    [
      'a kind of file that the site does not take',
      wordpress(500, 'rest_upload_sideload_error'),
      { kind: 'rejected', code: 'rest_upload_sideload_error', status: 415 },
    ],
    ['400', wordpress(400, 'rest_invalid_param'), { kind: 'rejected', code: 'rest_invalid_param', status: 400 }],
    [
      '501',
      wordpress(501, 'rest_trash_not_supported'),
      { kind: 'rejected', code: 'rest_trash_not_supported', status: 501 },
    ],
    [
      '500 of WordPress',
      wordpress(500, 'internal_server_error'),
      { kind: 'unavailable', status: 500, retryAfterMs: null },
    ],
    ['502 of a page', answer(502, HTML), { kind: 'unavailable', status: 502, retryAfterMs: null }],
    ['524 of a page', answer(524, HTML), { kind: 'unavailable', status: 524, retryAfterMs: null }],
  ])('that is %s is named', (_name, given, expected) => {
    expect(answerError(given)).toEqual(expected)
  })

  it('that refuses a right by way of a parameter is about the right', () => {
    const details = { status: { code: 'rest_forbidden_status', message: 'x', data: { status: 401 } } }
    const denied = answer(400, { code: 'rest_invalid_param', message: 'x', data: { status: 400, details } })
    expect(answerError(denied)).toEqual({ kind: 'unauthorized' })
  })

  it('with a date to retry at is measured by its own clock', () => {
    const headers = { 'retry-after': 'Sat, 21 Nov 2026 10:02:00 GMT', date: 'Sat, 21 Nov 2026 10:00:30 GMT' }
    expect(answerError(answer(503, HTML, headers))).toEqual({ kind: 'unavailable', status: 503, retryAfterMs: 90_000 })
  })
})
