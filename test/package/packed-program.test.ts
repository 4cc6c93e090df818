import { extractFile, listPackage, statFile } from '@electron/asar'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { fusesNotAsSet } from '../../scripts/package/set-fuses.ts'
import { assertValidBom } from '../../scripts/package/write-sbom.ts'
import { startAttache } from '../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder } from '../host/electron/running-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { layOutAsElectronDoes, packAClone, type Packed, unpackedFiles } from './pack-a-clone.ts'

let packed: Packed
let packedAgain: Packed
let files: string[]

beforeAll(() => {
  packed = packAClone()
  packedAgain = packAClone()
  files = listPackage(packed.asar, { isPack: false }).map((path) => path.slice(1))
}, 600_000)

test('two clean builds in two folders give the same app.asar, list of parts and licence list', () => {
  for (const name of ['app.asar', 'sbom.cdx.json', 'THIRD-PARTY-NOTICES.txt'])
    expect(sha256(readFileSync(join(packedAgain.resources, name))), name).toBe(
      sha256(readFileSync(join(packed.resources, name))),
    )
})

test('the package has the program, its parts, the licences and the list of parts, and nothing that could be loaded in its place', () => {
  expect(readdirSync(packed.resources).toSorted()).toEqual([
    'THIRD-PARTY-NOTICES.txt',
    'app.asar',
    'app.asar.unpacked',
    'sbom.cdx.json',
  ])
  expect(readdirSync(packed.folder)).toEqual(
    expect.arrayContaining(['attache', 'LICENSE.electron.txt', 'LICENSES.chromium.html']),
  )
  expect([...new Set(files.map((path) => path.split('/')[0] ?? ''))].toSorted((a, b) => a.localeCompare(b))).toEqual([
    'node_modules',
    'out',
    'package.json',
  ])
  expect(files).toEqual(
    expect.arrayContaining([
      'out/main/index.js',
      'out/main/core-entry.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ]),
  )
})

test('no sources, maps, tests, types or files of a developer are packed', () => {
  const unwanted =
    /\.(map|tsx?|mts|cts|flow|c|cc|cpp|h|hpp|gypi?|md|pem|p12|pfx|key|env)$|(^|\/)\.|\/(tests?|__tests__|examples?)\//
  expect(files.filter((path) => unwanted.test(path))).toEqual([])
  const manifest = JSON.parse(extractFile(packed.asar, 'package.json').toString()) as object
  expect(Object.keys(manifest).filter((key) => key === 'devDependencies' || key === 'scripts')).toEqual([])
})

test('no folder of the building machine is named in the program', () => {
  const own = files.filter((path) => /^out\/.*\.(js|cjs|html|css)$/.test(path))
  expect(own.length).toBeGreaterThan(4)
  const folder = join(packed.folder, '../..')
  expect(own.filter((path) => extractFile(packed.asar, path).includes(folder))).toEqual([])
})

test('native parts lie beside the asar file, and only this system’s', () => {
  const native = files.filter((path) => path.endsWith('.node') || /\.so(\.|$)/.test(path))
  const unpacked = unpackedFiles(packed)
  expect(native.filter((path) => !unpacked.includes(path))).toEqual([])
  expect(native).toContain(`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`)
  expect(native.filter((path) => /darwin|win32/.test(path))).toEqual([])
  expect(unpacked.filter((path) => !existsSync(join(`${packed.asar}.unpacked`, path)))).toEqual([])
})

test('each file of the program has its checksum in the asar file', () => {
  const own = files.filter((path) => path.startsWith('out/') && 'size' in statFile(packed.asar, path))
  const wrong = own.filter((path) => {
    const entry = statFile(packed.asar, path)
    return !('integrity' in entry) || entry.integrity?.hash !== sha256(extractFile(packed.asar, path))
  })
  expect(own.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
})

test('every fuse of the binary is as it was set', async () => {
  expect(await fusesNotAsSet(packed.binary)).toEqual([])
})

test('the list of parts is valid CycloneDX and names what is packed, what is built in, and Electron', async () => {
  const text = readFileSync(join(packed.resources, 'sbom.cdx.json'), 'utf8')
  await assertValidBom(text)
  await expect(assertValidBom(text.replace('"bomFormat": "CycloneDX"', '"bomFormat": "other"'))).rejects.toThrow(
    'not valid',
  )
  const { components } = JSON.parse(text) as { components: { name: string; purl: string }[] }
  const names = components.map(({ purl }) => purl.replace(/^pkg:npm\/(.*)@.*$/, '$1'))
  expect(names).toEqual(
    expect.arrayContaining(['electron', 'better-sqlite3-multiple-ciphers', 'sharp', 'react', '%40tiptap/core']),
  )
  expect(names.filter((name) => /^(vitest|oxlint|electron-builder|typescript)$/.test(name))).toEqual([])
  const notices = readFileSync(join(packed.resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  expect(names.filter((name) => name !== 'electron' && !notices.includes(name.replace('%40', '@')))).toEqual([])
})

test('the packed program starts, and its encrypted database is opened, and opened again, by the native part beside the asar file', async () => {
  const entry = layOutAsElectronDoes(packed, temporaryFolder())
  const userDataFolder = newProfileFolder()
  const first = await startAttache({ userDataFolder, isPackaged: true }, [], entry)
  onTestFinished(() => first.kill9())
  await callFromPage(first, { path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  const [corePid] = await first.control('utilityPids')
  const loaded = readFileSync(`/proc/${corePid}/maps`, 'utf8')
  expect(loaded).toMatch(/app\.asar\.unpacked\/node_modules\/better-sqlite3\/prebuilds\/linux-\w+\.node/)
  await first.stop()
  const start = readFileSync(join(userDataFolder, 'desk.sqlite')).toString('latin1', 0, 15)
  expect(start).not.toBe('SQLite format 3')

  const second = await startAttache({ userDataFolder, isPackaged: true }, [], entry)
  onTestFinished(() => second.kill9())
  const settings = await callFromPage(second, { path: 'settings.get', type: 'query', input: undefined })
  expect(settings).toMatchObject({ ok: true, data: { theme: 'dark' } })
})

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
