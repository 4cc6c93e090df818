import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseJsonPolicy, parseManagedPreference } from '../../../src/main/host/policy/parse-json-policy.ts'
import { parseRegExport } from '../../../src/main/host/policy/parse-reg-export.ts'
import { isAdministrators, readPolicyFile, readRegistry } from '../../../src/main/host/policy/read-machine-policy.ts'
import { policyOfMachine } from '../../../src/main/host/policy/policy-of-machine.ts'
import { proxyConfigOf } from '../../../src/main/host/policy/proxy-config.ts'
import { STRICTEST } from '../../../src/main/core/policy/strictest-policy.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PLACE = 'HKLM\\SOFTWARE\\Policies\\Attache'
const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Attache'

/** As `reg export` writes it: a mark of the encoding, UTF-16, lines of 80 signs. */
const asFile = (text: string): Buffer => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le')

function asBytes(lines: string[]): string {
  const bytes = [...Buffer.from(`${lines.join('\0')}\0\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'))
  const rows = Array.from({ length: Math.ceil(bytes.length / 25) }, (_, row) => bytes.slice(row * 25, row * 25 + 25))
  return rows.map((row) => row.join(',')).join(',\\\n  ')
}

const QUIET = '[{"from": "2026-12-05T00:00:00Z",|"until": "2026-12-06T00:00:00Z", "why": "Bầu cử"}]'

const WRITTEN = asFile(`Windows Registry Editor Version 5.00

[${KEY}]
@="nobody’s"
"organisation"="Bộ Ngoại giao   وزارة الخارجية"
"reason"="He said \\"no\\", in C:\\\\House,
on two lines"
"holdSeconds"=dword:0000003c
"lockAfterMinutes"=hex(b):0f,00,00,00,00,00,00,00
"allowedBlogs"=hex(7):${asBytes(['blog.example.org', '*.außen.example'])}
"quietDates"=hex(7):${asBytes(QUIET.split('|'))}
"answeringPromise"="{\\"workingDays\\": 2, \\"closedOn\\": [0]}"
"connection"="{broken"
"escrowKey"=hex(2):${asBytes(['%KEY%'])}
"updates"=hex:01,02

[${KEY}\\forbiddenExports]
"1"="blog"
"2"="post"

`)

const FIELDS = {
  organisation: 'Bộ Ngoại giao   وزارة الخارجية',
  reason: 'He said "no", in C:\\House,\r\non two lines',
  holdSeconds: 60,
  lockAfterMinutes: 15,
  allowedBlogs: ['blog.example.org', '*.außen.example'],
  quietDates: [{ from: '2026-12-05T00:00:00Z', until: '2026-12-06T00:00:00Z', why: 'Bầu cử' }],
  answeringPromise: { workingDays: 2, closedOn: [0] },
  connection: '{broken',
  escrowKey: '%KEY%',
  updates: '01,02',
  forbiddenExports: ['blog', 'post'],
}

describe('the registry', () => {
  test('numbers, texts and lists in any script become fields; JSON in a text is what it says, and a broken one stays a text', () => {
    expect(parseRegExport(WRITTEN, PLACE)).toEqual(FIELDS)
  })

  test('the bytes are those of Windows', () => {
    expect(WRITTEN.subarray(0, 6).toString('hex')).toBe('fffe57006900')
    expect(WRITTEN.toString('utf16le')).toContain('"allowedBlogs"=hex(7):62,00,6c,00,6f,00,67,00,2e,00,')
    expect(WRITTEN.toString('utf16le')).toMatch(/,[0-9a-f]{2},\\\r\n {2}[0-9a-f]{2},/)
  })

  test('a key without values is no policy', () => {
    expect(parseRegExport(asFile(`Windows Registry Editor Version 5.00\n\n[${KEY}]\n\n`), PLACE)).toBe(null)
  })

  test.each([
    ['nothing', ''],
    ['another head', `REGEDIT4\n\n[${KEY}]\n\n`],
    ['a head alone', 'Windows Registry Editor Version 5.00\n\n'],
    ['a value without a key', 'Windows Registry Editor Version 5.00\n\n"holdSeconds"=dword:0000003c\n'],
    ['another key', `Windows Registry Editor Version 5.00\n\n[${KEY}Other]\n"holdSeconds"=dword:0000003c\n`],
    ['a text that does not end', `Windows Registry Editor Version 5.00\n\n[${KEY}]\n"organisation"="Ministry\n`],
    ['a line of something else', `Windows Registry Editor Version 5.00\n\n[${KEY}]\nsomething else\n`],
  ])('%s is not what reg writes', (_what, text) => {
    expect(() => parseRegExport(asFile(text), PLACE)).toThrow('not what reg writes')
  })

  test('in another encoding, or cut off within a letter, it cannot be read', () => {
    const read = (bytes: Uint8Array) => () => parseRegExport(bytes, PLACE)
    expect(read(Buffer.from(WRITTEN.toString('utf16le'), 'utf8'))).toThrow()
    expect(read(WRITTEN.subarray(0, -1))).toThrow()
  })
})

describe('what reg is asked', () => {
  const ABOVE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies'
  const OTHERS = `\r\n${ABOVE}\\Google\r\n${ABOVE}\\AttacheOther\r\n`
  const OURS = `\r\n${ABOVE}\\Google\r\n${ABOVE}\\Attache\r\n`
  const refused = (): never => {
    throw Object.assign(new Error('reg ended'), { status: 1 })
  }
  function machine({ above, writes }: { above: () => string; writes: (file: string) => void }) {
    const files: string[] = []
    const runs = (_command: string, [verb, key, file = '']: string[]): string => {
      if (verb === 'query') return above()
      files.push(file)
      expect(key).toBe(PLACE)
      writes(file)
      return ''
    }
    return { runs, files }
  }

  test('is to write the policy into a file, of which nothing stays', () => {
    const { runs, files } = machine({ above: () => OURS, writes: (file) => writeFileSync(file, WRITTEN) })
    expect(readRegistry(runs)).toEqual({ found: 'policy', place: PLACE, value: FIELDS })
    expect(files.map((file) => existsSync(dirname(file)))).toEqual([false])
  })

  test('is no policy where the key above is there without it, and then no file is made', () => {
    const { runs, files } = machine({ above: () => OTHERS, writes: refused })
    expect(readRegistry(runs)).toEqual({ found: 'nothing' })
    expect(files).toEqual([])
  })

  test('is read also where the key above cannot be', () => {
    const { runs } = machine({ above: refused, writes: (file) => writeFileSync(file, WRITTEN) })
    expect(readRegistry(runs)).toMatchObject({ found: 'policy', value: FIELDS })
  })

  test.each([
    ['a policy against registry tools', refused, refused],
    ['a key that nobody may read', () => OURS, refused],
    ['something else under its name', () => 'hello', refused],
    ['a file that was not written', () => OURS, () => undefined],
    ['more than a policy is', () => OURS, (file: string) => writeFileSync(file, Buffer.alloc(9 * 1024 * 1024))],
  ])('%s is a policy that cannot be read', (_what, above, writes) => {
    const { runs, files } = machine({ above, writes })
    expect(readRegistry(runs)).toEqual({ found: 'unreadable', place: PLACE })
    expect(files.filter((file) => existsSync(dirname(file)))).toEqual([])
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
