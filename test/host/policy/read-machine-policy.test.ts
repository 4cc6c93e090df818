import { execFileSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseJsonPolicy, parseManagedPreference } from '../../../src/main/host/policy/parse-json-policy.ts'
import { parseRegQuery } from '../../../src/main/host/policy/parse-reg-query.ts'
import { isAdministrators, readPolicyFile, readRegistry } from '../../../src/main/host/policy/read-machine-policy.ts'
import { policyOfMachine } from '../../../src/main/host/policy/policy-of-machine.ts'
import { proxyConfigOf } from '../../../src/main/host/policy/proxy-config.ts'
import { STRICTEST } from '../../../src/main/core/policy/read-policy.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PLACE = 'HKLM\\SOFTWARE\\Policies\\Attache'
const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Attache'

/** As reg.exe of Windows 11 prints: an empty line first and last, four spaces between. */
const PRINTED = [
  '',
  KEY,
  '    (Default)    REG_SZ    ',
  '    organisation    REG_SZ    Ministry of    Foreign Affairs',
  '    holdSeconds    REG_DWORD    0x3c',
  '    allowedBlogs    REG_MULTI_SZ    blog.example.org\\0*.mfa.example',
  '    quietDates    REG_MULTI_SZ    [{"from": "2026-12-05T00:00:00Z",\\0 "until": "2026-12-06T00:00:00Z", "why": "Vote"}]',
  '    answeringPromise    REG_SZ    {"workingDays": 2, "closedOn": [0]}',
  '    connection    REG_SZ    {broken',
  '    reason    REG_SZ',
  '',
  `${KEY}\\forbiddenExports`,
  '    1    REG_SZ    blog',
  '    2    REG_SZ    post',
  '',
].join('\r\n')

describe('the registry', () => {
  test('numbers, texts and lists become fields; JSON in a text is what it says, and a broken one stays a text', () => {
    expect(parseRegQuery(PRINTED, PLACE)).toEqual({
      organisation: 'Ministry of    Foreign Affairs',
      holdSeconds: 60,
      allowedBlogs: ['blog.example.org', '*.mfa.example'],
      quietDates: [{ from: '2026-12-05T00:00:00Z', until: '2026-12-06T00:00:00Z', why: 'Vote' }],
      answeringPromise: { workingDays: 2, closedOn: [0] },
      connection: '{broken',
      reason: '',
      forbiddenExports: ['blog', 'post'],
    })
  })

  test('a key without values is no policy', () => {
    expect(parseRegQuery(`\r\n${KEY}\r\n\r\n`, PLACE)).toBe(null)
  })

  test.each([[''], ['ERROR: Access is denied.\r\n'], [`${KEY}\r\nsomething else\r\n`]])(
    '%j is not what reg prints',
    (printed) => {
      expect(() => parseRegQuery(printed, PLACE)).toThrow('not what reg prints')
    },
  )
})

describe('what keeps reg from answering', () => {
  const ABOVE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies'
  const refused = (): never => {
    throw Object.assign(new Error('reg ended'), { status: 1 })
  }
  const answering = (above: () => string) => (_command: string, args: string[]) =>
    args.includes(PLACE) ? refused() : above()

  test('is no policy only where the key above is there without it', () => {
    const others = `\r\n${ABOVE}\\Google\r\n${ABOVE}\\AttacheOther\r\n`
    expect(readRegistry(answering(() => others))).toEqual({ found: 'nothing' })
  })

  test.each([
    ['a policy against registry tools', refused],
    ['a key that nobody may read', () => `\r\n${ABOVE}\\Google\r\n${ABOVE}\\Attache\r\n`],
    ['something else under its name', () => 'hello'],
  ])('%s is a policy that cannot be read', (_what, above) => {
    expect(readRegistry(answering(above))).toEqual({ found: 'unreadable', place: PLACE })
  })
})

describe('a file', () => {
  test('that everybody may write, or that is not the administrator’s, is one that cannot be read', () => {
    const place = join(temporaryFolder(), 'policy.json')
    writeFileSync(place, '{"holdSeconds": 5}')
    expect(readPolicyFile(place, () => false)).toEqual({ found: 'unreadable', place })
    expect(
      [
        { uid: 0, mode: 0o100644 },
        { uid: 0, mode: 0o100666 },
        { uid: 1000, mode: 0o100600 },
      ].map(isAdministrators),
    ).toEqual([true, false, false])
  })

  test('that is a pipe, or as long as no policy is, is not opened at all', () => {
    const pipe = join(temporaryFolder(), 'policy.json')
    execFileSync('/usr/bin/env', ['mkfifo', pipe])
    expect(readPolicyFile(pipe)).toEqual({ found: 'unreadable', place: pipe })
    const long = join(temporaryFolder(), 'policy.json')
    writeFileSync(long, '')
    truncateSync(long, 9 * 1024 * 1024)
    expect(readPolicyFile(long)).toEqual({ found: 'unreadable', place: long })
  })

  test.each([
    '{"quietDates": [{"from": "x"}], "holdSeconds": 5, "quietDates": []}',
    '{"holdSeconds": 5, "hold\\u0053econds": 0}',
    '{"answeringPromise": {"workingDays": 1, "closedOn": [], "workingDays": 9}}',
  ])('in which a name stands twice cannot be read: %s', (text) => {
    expect(() => parseJsonPolicy(text)).toThrow('twice')
  })

  test('may have the same name in two places, and anything in its texts', () => {
    const value = { quietDates: [{ why: 'a "b": {"why": 1}' }, { why: '\\' }], reason: '{"reason": "x"}:' }
    expect(parseJsonPolicy(JSON.stringify({ ...value, why: 1 }))).toMatchObject({
      quietDates: value.quietDates,
      why: 1,
    })
  })

  test('is read with a mark of its encoding and with lists written as text, as plutil gives a managed preference', () => {
    expect(parseJsonPolicy('\u{FEFF}{"holdSeconds": 5, "allowedBlogs": "[\\"blog.example.org\\"]"}')).toEqual({
      holdSeconds: 5,
      allowedBlogs: ['blog.example.org'],
    })
  })

  test('is a managed preference without what macOS keeps in it of the profile', () => {
    expect(parseManagedPreference('{"holdSeconds":60,"PayloadUUID":"6B0E7C54"}')).toEqual({ holdSeconds: 60 })
  })

  test('is no policy where there is none', () => {
    expect(readPolicyFile(join(temporaryFolder(), 'attache', 'policy.json'))).toEqual({ found: 'nothing' })
  })

  test.each([
    ['half of one', '{"holdSeconds": 6'],
    ['an empty one', ''],
  ])('%s is a policy that cannot be read', (_what, text) => {
    const place = join(temporaryFolder(), 'policy.json')
    writeFileSync(place, text)
    expect(readPolicyFile(place)).toEqual({ found: 'unreadable', place })
  })

  test('a folder in its place is a policy that cannot be read', () => {
    const place = join(temporaryFolder(), 'policy.json')
    mkdirSync(place)
    expect(readPolicyFile(place)).toEqual({ found: 'unreadable', place })
  })

  test('a whole one is handed over as it is', () => {
    const place = join(temporaryFolder(), 'policy.json')
    writeFileSync(place, '["a list"]')
    expect(readPolicyFile(place)).toEqual({ found: 'policy', place, value: ['a list'] })
  })
})

describe('before the desk is open', () => {
  const place = '/etc/attache/policy.json'

  test('the machine’s own place says what holds, and the strictest does where it cannot be read', () => {
    expect(policyOfMachine({ found: 'nothing' })).toEqual({})
    expect(policyOfMachine({ found: 'policy', place, value: { holdSeconds: 5 } })).toEqual({ holdSeconds: 5 })
    expect(policyOfMachine({ found: 'policy', place, value: 'rubbish' })).toEqual(STRICTEST)
    expect(policyOfMachine({ found: 'unreadable', place })).toEqual(STRICTEST)
  })

  test('the proxy of the policy is told to Chromium in its words, and the system’s counts without one', () => {
    const server = 'http://proxy.mfa.example:8080'
    expect(proxyConfigOf({})).toEqual({ mode: 'system' })
    expect(proxyConfigOf({ proxy: { mode: 'direct' } })).toEqual({ mode: 'direct' })
    expect(proxyConfigOf({ proxy: { mode: 'fixed', server } })).toEqual({ mode: 'fixed_servers', proxyRules: server })
    expect(proxyConfigOf({ proxy: { mode: 'fixed', server, bypass: ['*.mfa.example', '<local>'] } })).toEqual({
      mode: 'fixed_servers',
      proxyRules: server,
      proxyBypassRules: '*.mfa.example,<local>',
    })
  })
})
