import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeStandInElectron } from '../../scripts/package/make-stand-in-electron.ts'
import { fusesNotAsSet, setFuses } from '../../scripts/package/set-fuses.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const asShipped = (): string => join(makeStandInElectron(temporaryFolder(), '45.4.1'), 'electron')

test('the fuses of an Electron as it is shipped are told from those of a package', async () => {
  const binary = asShipped()
  expect(await fusesNotAsSet(binary)).toEqual([
    'RunAsNode',
    'EnableCookieEncryption',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'GrantFileProtocolExtraPrivileges',
  ])
  await setFuses(binary, { isAdHocSigned: false })
  expect(await fusesNotAsSet(binary)).toEqual([])
})

test('one fuse that was flipped back afterwards is named', async () => {
  const binary = asShipped()
  await setFuses(binary, { isAdHocSigned: false })
  const bytes = readFileSync(binary)
  const wireAt = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34
  bytes.write('1', wireAt)
  writeFileSync(binary, bytes)
  expect(await fusesNotAsSet(binary)).toEqual(['RunAsNode'])
})

test('an Electron with a fuse that nobody decided about is not packed', async () => {
  const binary = asShipped()
  const bytes = readFileSync(binary)
  bytes.writeUInt8(10, bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 33)
  writeFileSync(binary, bytes)
  await expect(setFuses(binary, { isAdHocSigned: false })).rejects.toThrow('10 fuses')
})

test('a file without fuses is not packed', async () => {
  const binary = join(temporaryFolder(), 'electron')
  writeFileSync(binary, 'no fuses here')
  await expect(setFuses(binary, { isAdHocSigned: false })).rejects.toThrow('sentinel')
})
