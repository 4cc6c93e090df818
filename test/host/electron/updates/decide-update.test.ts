import { expect, test } from 'vitest'
import { decideUpdate, type UpdateDecision } from '../../../../src/main/host/electron/updates/decide-update.ts'
import { anInstaller, newMaker, running, signedUpdate } from './signed-update.ts'

const maker = newMaker()
const refusal = (decision: UpdateDecision): string => (decision.decided === 'refused' ? decision.why : 'none')

test('a newer version with an installer for this system, signed by the key compiled in, may be installed', () => {
  const { fileName, sha256, sizeBytes } = anInstaller
  expect(decideUpdate(running(maker), signedUpdate(maker))).toEqual({
    decided: 'install',
    installer: { version: '1.5.0', fileName, sha256, sizeBytes },
  })
})

test.each([
  ['1.4.2', 'same-version'],
  ['1.4.1', 'older-version'],
  ['1.3.99', 'older-version'],
  ['0.99.0', 'older-version'],
  ['1.4.10', 'none'],
  ['1.10.0', 'none'],
  ['2.0.0', 'none'],
])('over 1.4.2, version %s is refused for: %s', (version, why) => {
  expect(refusal(decideUpdate(running(maker), signedUpdate(maker, { version })))).toBe(why)
})

test('a copy built without a key takes no update', () => {
  expect(refusal(decideUpdate({ ...running(maker), publicKey: '' }, signedUpdate(maker)))).toBe('no-key')
})

test('an update signed by another key is refused', () => {
  expect(refusal(decideUpdate(running(maker), signedUpdate(newMaker())))).toBe('wrong-signature')
})

test('no letter of a signed description can be changed', () => {
  const text = signedUpdate(maker)
  const { signed, signature } = JSON.parse(text) as { signed: string; signature: string }
  for (let at = 0; at < signed.length; at += 1) {
    const changed = signed.slice(0, at) + String.fromCharCode(signed.charCodeAt(at) ^ 1) + signed.slice(at + 1)
    expect(refusal(decideUpdate(running(maker), JSON.stringify({ signed: changed, signature })))).toBe(
      'wrong-signature',
    )
  }
})

test('a key that is none makes every signature wrong', () => {
  expect(refusal(decideUpdate({ ...running(maker), publicKey: 'AAAA' }, signedUpdate(maker)))).toBe('wrong-signature')
})

test.each([
  ['another processor', { arch: 'arm64' }],
  ['another system', { installs: 'dmg' as const }],
  ['a copy that its system cannot replace', { installs: null }],
])('for %s there is no installer in it', (_what, change) => {
  expect(refusal(decideUpdate({ ...running(maker), ...change }, signedUpdate(maker)))).toBe('not-for-this-system')
})

test('an installer or a description that is too large is refused', () => {
  const files = [{ ...anInstaller, sizeBytes: 1024 ** 3 + 1 }]
  expect(refusal(decideUpdate(running(maker), signedUpdate(maker, { files })))).toBe('too-large')
  expect(refusal(decideUpdate(running(maker), ' '.repeat(64 * 1024 + 1)))).toBe('too-large')
})

test.each([
  ['a path for a name', { files: [{ ...anInstaller, fileName: '../../etc/passwd' }] }],
  ['a name of another program', { files: [{ ...anInstaller, fileName: 'setup.exe' }] }],
  ['a version with words', { version: '2.0.0-beta' }],
  ['another format', { format: 'attache-update-2' }],
  ['a checksum that is none', { files: [{ ...anInstaller, sha256: 'abc' }] }],
])('a signed description with %s cannot be read', (_what, change) => {
  expect(refusal(decideUpdate(running(maker), signedUpdate(maker, change)))).toBe('unreadable')
})

test.each(['', 'null', '[]', '{"signed":1}', '<html>sign in</html>'])('%j is no description', (text) => {
  expect(refusal(decideUpdate(running(maker), text))).toBe('unreadable')
})

test('a program whose own version cannot be read is not replaced', () => {
  expect(refusal(decideUpdate({ ...running(maker), version: 'dev' }, signedUpdate(maker)))).toBe('older-version')
})
