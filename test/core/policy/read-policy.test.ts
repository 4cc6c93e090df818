import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readPolicy } from '../../../src/main/core/policy/read-policy.ts'
import { STRICTEST } from '../../../src/main/core/policy/strictest-policy.ts'
import type { PolicyFault, PolicyTrouble } from '../../../src/shared/domain/policy.ts'

const PACK = {
  format: 'attache-rule-pack',
  version: 1,
  id: 'ministry',
  name: 'Ministry',
  language: 'en',
  rules: [{ id: 'city', phrases: ['Saigon'], sentence: 'Say Ho Chi Minh City.', why: 'It is called so.' }],
}
const ELECTION = { from: '2026-12-05T00:00:00+07:00', until: '2026-12-07T06:00:00+07:00', why: 'Election silence' }
const HELD = {
  from: '2026-12-04T17:00:00.000Z',
  until: '2026-12-06T23:00:00.000Z',
  why: 'Election silence',
  allowsUrgent: false,
}
const ALL_EXPORTS = ['blog', 'post', 'review', 'review-word', 'handover']
const FIXED = { mode: 'fixed', server: 'http://proxy.mfa.example:8080', bypass: ['*.mfa.example', '<local>'] }
const EVER = '1970-01-01T00:00:00.000Z'
const ALWAYS = { from: EVER, until: null, why: '', allowsUrgent: false }
const ESCROW = 'a'.repeat(42) + 'A'
const strict = (field: string): PolicyFault[] => [{ field, taken: 'strict' }]
const leftOut = (field: string): PolicyFault[] => [{ field, taken: 'left-out' }]

test.each<[what: string, value: unknown, policy: unknown, faults: PolicyFault[]]>([
  [
    'a quiet date for ever, west of Greenwich, where that is another year',
    { quietDates: [{ from: '2026-12-05T00:00:00+07:00', until: '9999-12-31T23:59:59-05:00', why: 'For ever' }] },
    { quietDates: [{ ...HELD, until: '9999-12-31T00:00:00.000Z', why: 'For ever' }] },
    [],
  ],
  ['nothing decided', {}, {}, []],
  ['only a schema named', { $schema: './attache-policy.schema.json' }, {}, []],
  [
    'who decides and why',
    { organisation: ' MFA ', reason: 'Circular 12.' },
    { organisation: 'MFA', reason: 'Circular 12.' },
    [],
  ],
  [
    'blogs by address, path and host',
    { allowedBlogs: ['https://blog.example.org/vn', '*.mfa.example'] },
    { allowedBlogs: ['https://blog.example.org/vn', '*.mfa.example'] },
    [],
  ],
  ['no blog at all', { allowedBlogs: [] }, { allowedBlogs: [] }, []],
  [
    'a connection without an account',
    { connection: { address: 'blog.example.org' } },
    { connection: { address: 'blog.example.org' } },
    [],
  ],
  [
    'a connection with an account',
    { connection: { address: 'blog.example.org', userName: 'amir' } },
    { connection: { address: 'blog.example.org', userName: 'amir' } },
    [],
  ],
  [
    'a review for all but the urgent',
    { reviewRequired: 'urgent-afterwards' },
    { reviewRequired: 'urgent-afterwards' },
    [],
  ],
  ['a hold of a minute', { holdSeconds: 60 }, { holdSeconds: 60 }, []],
  ['an election', { quietDates: [ELECTION] }, { quietDates: [HELD] }, []],
  [
    'a date with exceptions',
    { quietDates: [{ ...ELECTION, allowsUrgent: true }] },
    { quietDates: [{ ...HELD, allowsUrgent: true }] },
    [],
  ],
  ['checks that stop', { blockingChecks: ['alt-text'] }, { blockingChecks: ['alt-text'] }, []],
  [
    'a promise',
    { answeringPromise: { workingDays: 2, closedOn: [0, 6] } },
    { answeringPromise: { workingDays: 2, closedOn: [0, 6] } },
    [],
  ],
  ['a lock after a quarter of an hour', { lockAfterMinutes: 15 }, { lockAfterMinutes: 15 }, []],
  ['a lock that never comes', { lockAfterMinutes: 0 }, { lockAfterMinutes: 1 }, strict('lockAfterMinutes')],
  ['an escrow key', { escrowKey: ESCROW }, { escrowKey: ESCROW }, []],
  ['an escrow key cut short', { escrowKey: ESCROW.slice(1) }, {}, leftOut('escrowKey')],
  ['no whole blogs as files', { forbiddenExports: ['blog'] }, { forbiddenExports: ['blog'] }, []],
  [
    'a field of another desk',
    { holdSeconds: 5, printers: [] },
    { holdSeconds: 5 },
    [{ field: 'printers', taken: 'unknown' }],
  ],
  ['a field in other letters', { ReviewRequired: 'always' }, {}, [{ field: 'ReviewRequired', taken: 'unknown' }]],
  ['a name that is no name is not repeated', { 'a <b>': 1 }, {}, [{ field: '*', taken: 'unknown' }]],
  [
    'a review in a word that is none',
    { reviewRequired: 'yes' },
    { reviewRequired: 'always' },
    strict('reviewRequired'),
  ],
  [
    'a review switched off by a truth value',
    { reviewRequired: false },
    { reviewRequired: 'always' },
    strict('reviewRequired'),
  ],
  ['blogs as one text', { allowedBlogs: 'blog.example.org' }, { allowedBlogs: [] }, strict('allowedBlogs')],
  [
    'one broken blog among good ones',
    { allowedBlogs: ['blog.example.org', 'not a blog', 7] },
    { allowedBlogs: ['blog.example.org'] },
    strict('allowedBlogs'),
  ],
  ['a hold as words', { holdSeconds: 'a minute' }, { holdSeconds: 600 }, strict('holdSeconds')],
  ['a hold below nothing', { holdSeconds: -1 }, { holdSeconds: 600 }, strict('holdSeconds')],
  ['a hold of a day', { holdSeconds: 86_400 }, { holdSeconds: 600 }, strict('holdSeconds')],
  ['quiet dates that are no list', { quietDates: 'tomorrow' }, { quietDates: [ALWAYS] }, strict('quietDates')],
  ['a quiet date that is none', { quietDates: [ELECTION, 5] }, { quietDates: [HELD, ALWAYS] }, strict('quietDates')],
  [
    'an end without a zone',
    { quietDates: [{ ...ELECTION, until: '2026-12-07 06:00' }] },
    { quietDates: [{ ...HELD, until: null }] },
    strict('quietDates'),
  ],
  [
    'a beginning that no calendar has',
    { quietDates: [{ ...ELECTION, from: '2026-13-40T00:00:00Z' }] },
    { quietDates: [{ ...HELD, from: EVER }] },
    strict('quietDates'),
  ],
  [
    'an end before the beginning',
    { quietDates: [{ ...ELECTION, from: ELECTION.until, until: ELECTION.from }] },
    { quietDates: [{ ...ALWAYS, why: HELD.why }] },
    strict('quietDates'),
  ],
  [
    'exceptions in a word',
    { quietDates: [{ ...ELECTION, allowsUrgent: 'yes' }] },
    { quietDates: [HELD] },
    strict('quietDates'),
  ],
  [
    'a date with a field too many',
    { quietDates: [{ ...ELECTION, for: 'Hanoi' }] },
    { quietDates: [HELD] },
    strict('quietDates'),
  ],
  [
    'an export that is none',
    { forbiddenExports: ['blog', 'fax'] },
    { forbiddenExports: ALL_EXPORTS },
    strict('forbiddenExports'),
  ],
  ['updates from a file', { updates: { from: 'file' } }, { updates: { from: 'file' } }, []],
  [
    'updates from a feed',
    { updates: { from: 'feed', feed: 'https://updates.mfa.example/attache/' } },
    { updates: { from: 'feed', feed: 'https://updates.mfa.example/attache/' } },
    [],
  ],
  ...[
    'feed',
    { from: 'feed' },
    { from: 'feed', feed: 'http://updates.mfa.example/' },
    { from: 'feed', feed: 'https://updates.mfa.example/attache' },
    { from: 'feed', feed: 'https://who@updates.mfa.example/' },
    { from: 'nowhere', feed: 'https://updates.mfa.example/' },
  ].map((updates): [string, unknown, unknown, PolicyFault[]] => [
    `updates from ${JSON.stringify(updates)}`,
    { updates },
    { updates: { from: 'nowhere' } },
    strict('updates'),
  ]),
  ['a proxy of its own', { proxy: FIXED }, { proxy: FIXED }, []],
  ['no proxy', { proxy: { mode: 'direct' } }, { proxy: { mode: 'direct' } }, []],
  ...[
    { mode: 'fixed' },
    { mode: 'fixed', server: 'proxy.mfa.example' },
    { mode: 'fixed', server: 'http://proxy.mfa.example:8080;direct://' },
    { mode: 'fixed', server: 'http://who:secret@proxy.mfa.example:8080' },
    { mode: 'fixed', server: 'http://proxy.mfa.example:8080', bypass: ['a,*'] },
    { mode: 'pac' },
  ].map((proxy): [string, unknown, unknown, PolicyFault[]] => [
    `a proxy as ${JSON.stringify(proxy)}`,
    { proxy, holdSeconds: 9 },
    { holdSeconds: 9 },
    leftOut('proxy'),
  ]),
  [
    'one check that is none',
    { blockingChecks: ['alt-text', 'Alt Text'] },
    { blockingChecks: ['alt-text'] },
    leftOut('blockingChecks'),
  ],
  ['a pack that is none', { rulePacks: [{ format: 'other' }] }, { rulePacks: [] }, leftOut('rulePacks')],
  ['a weekday too many', { answeringPromise: { workingDays: 2, closedOn: [7] } }, {}, leftOut('answeringPromise')],
  [
    'a connection that is a text',
    { connection: 'blog.example.org', holdSeconds: 9 },
    { holdSeconds: 9 },
    leftOut('connection'),
  ],
  ['an empty name', { organisation: '' }, {}, leftOut('organisation')],
  [
    'two broken, one good',
    { reviewRequired: 1, holdSeconds: null, forbiddenExports: [] },
    { reviewRequired: 'always', holdSeconds: 600, forbiddenExports: [] },
    [...strict('reviewRequired'), ...strict('holdSeconds')],
  ],
])('%s', (_what, value, policy, faults) => {
  expect(readPolicy(value, null)).toEqual({ policy, faults, signedBy: null })
})

test('the packs of an organisation are read as any pack', () => {
  expect(readPolicy({ rulePacks: [PACK] }, null)).toMatchObject({
    policy: { rulePacks: [{ id: 'ministry', rules: [{ id: 'city', in: 'text' }] }] },
    faults: [],
  })
})

test.each([['a text'], [7], [null], [['a', 'list']]])('%j is no policy', (value) => {
  expect(readPolicy(value, null)).toEqual({ trouble: 'not-an-object' })
})

test('where nothing could ever be read everything that protects is at its strictest', () => {
  expect(STRICTEST).toEqual({
    allowedBlogs: [],
    reviewRequired: 'always',
    holdSeconds: 600,
    quietDates: [ALWAYS],
    forbiddenExports: ALL_EXPORTS,
    lockAfterMinutes: 1,
    updates: { from: 'nowhere' },
  })
})

describe('signed', () => {
  const keys = generateKeyPairSync('ed25519')
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  const signed = (text: string): object => ({
    signedPolicy: text,
    signature: sign(null, Buffer.from(text), keys.privateKey).toString('base64'),
    publicKey,
  })
  const MINUTE = JSON.stringify({ holdSeconds: 60 })
  const OTHER_KEY = Buffer.alloc(32, 1).toString('base64')

  test('a policy says who signed it', () => {
    expect(readPolicy(signed(MINUTE), null)).toEqual({ policy: { holdSeconds: 60 }, faults: [], signedBy: publicKey })
    expect(readPolicy(signed(MINUTE), publicKey)).toMatchObject({ policy: { holdSeconds: 60 } })
  })

  test.each<[what: string, value: unknown, pinned: string | null, trouble: PolicyTrouble]>([
    ['a text that was changed', { ...signed(MINUTE), signedPolicy: '{"holdSeconds":0}' }, null, 'signature'],
    ['a signature that is none', { ...signed(MINUTE), signature: 'AAAA' }, null, 'signature'],
    ['a key that is no key', { ...signed(MINUTE), publicKey: 'AAAA' }, null, 'signature'],
    ['fields beside what is signed', { ...signed(MINUTE), holdSeconds: 0 }, null, 'signature'],
    ['another key than before', signed(MINUTE), OTHER_KEY, 'signature'],
    ['none after one that was signed', { holdSeconds: 0 }, publicKey, 'signature'],
    ['a signed text that is no JSON', signed('{'), null, 'unreadable'],
    ['a signed list', signed('[]'), publicKey, 'not-an-object'],
  ])('%s is not taken', (_what, value, pinned, trouble) => {
    expect(readPolicy(value, pinned)).toEqual({ trouble })
  })
})
