import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingForRelease } from '../../scripts/package/required-for-release.ts'
import { signRelease } from '../../scripts/package/sign-release.ts'
import { decideUpdate } from '../../src/main/host/electron/updates/decide-update.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const dated = { SOURCE_DATE_EPOCH: '1' }

test('a release for Windows is not built without a publisher’s name or without a certificate', () => {
  expect(missingForRelease('windows', dated)).toEqual([
    'ATTACHE_PUBLISHER_NAME is not set.',
    'Nothing to sign with: set WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD, or CSC_LINK and CSC_KEY_PASSWORD.',
  ])
  const whole = { ...dated, ATTACHE_PUBLISHER_NAME: 'Ministry', WIN_CSC_LINK: 'a.pfx', WIN_CSC_KEY_PASSWORD: 'x' }
  expect(missingForRelease('windows', whole)).toEqual([])
  expect(missingForRelease('windows', { ...whole, ATTACHE_PUBLISHER_NAME: '' })).toEqual([
    'ATTACHE_PUBLISHER_NAME is not set.',
  ])
})

test('a release for macOS is not built without what notarises it', () => {
  const signed = { ...dated, CSC_LINK: 'a.p12', CSC_KEY_PASSWORD: 'x' }
  expect(missingForRelease('mac', signed)).toEqual([
    'APPLE_API_KEY is not set.',
    'APPLE_API_KEY_ID is not set.',
    'APPLE_API_ISSUER is not set.',
  ])
})

test('a release that is not dated is not built, as no second build could be the same', () => {
  expect(missingForRelease('linux', {})).toEqual(['SOURCE_DATE_EPOCH is not set.'])
})

test('the checksums name each installer, and their signature is told from that of any other text', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'attache-1.0.0-linux-x64.deb'), 'one')
  writeFileSync(join(folder, 'attache-1.0.0-windows-x64.msi'), 'two')
  writeFileSync(join(folder, 'builder-debug.yml'), 'not ours')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  signRelease(folder, '1.0.0', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const sums = readFileSync(join(folder, 'SHA256SUMS'))
  expect(sums.toString()).toBe(
    `${sha256('one')}  attache-1.0.0-linux-x64.deb\n${sha256('two')}  attache-1.0.0-windows-x64.msi\n`,
  )
  const signature = readFileSync(join(folder, 'SHA256SUMS.sig'))
  expect(verify(null, sums, publicKey, signature)).toBe(true)
  expect(verify(null, Buffer.from(`${sums.toString()} `), publicKey, signature)).toBe(false)
})

test('an installed program knows a newer release by the description that signing wrote', () => {
  const folder = temporaryFolder()
  const names = [
    'linux-amd64.deb',
    'linux-x86_64.rpm',
    'mac-arm64.dmg',
    'win-x64.exe',
    'win-x64.msi',
    'linux-x64.cdx.json',
  ]
  for (const name of names) writeFileSync(join(folder, `attache-1.2.0-${name}`), name)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  signRelease(folder, '1.2.0', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const description = readFileSync(join(folder, 'update.json'), 'utf8')
  const known = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
  const installersFor = ([installs, arch]: readonly ['deb' | 'rpm' | 'dmg' | 'exe', string]): unknown => {
    const decision = decideUpdate({ version: '1.1.9', arch, installs, publicKey: known }, description)
    return decision.decided === 'install' ? decision.installer.fileName : decision.why
  }
  expect(
    (
      [
        ['deb', 'x64'],
        ['rpm', 'x64'],
        ['dmg', 'arm64'],
        ['exe', 'x64'],
        ['dmg', 'x64'],
      ] as const
    ).map(installersFor),
  ).toEqual([
    'attache-1.2.0-linux-amd64.deb',
    'attache-1.2.0-linux-x86_64.rpm',
    'attache-1.2.0-mac-arm64.dmg',
    'attache-1.2.0-win-x64.exe',
    'not-for-this-system',
  ])
})

test('without a key there are checksums and no signature', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'attache-1.0.0-linux-x64.deb'), 'one')
  expect(signRelease(folder, '1.0.0', undefined)).toEqual(['attache-1.0.0-linux-x64.deb'])
  expect(existsSync(join(folder, 'SHA256SUMS.sig'))).toBe(false)
})

test('every package that would run a script when it is installed was decided about, and one alone may', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { name?: string; hasInstallScript?: true }>
  }
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>
  }
  const withScripts = Object.entries(packages)
    .filter(([, locked]) => locked.hasInstallScript)
    .map(([place, { name }]) => name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(withScripts.length).toBeGreaterThan(0)
  expect(withScripts.filter((name) => !(name in allowScripts))).toEqual([])
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node'])
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
