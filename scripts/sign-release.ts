import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { signRelease } from './package/sign-release.ts'

/** `npm run sign-release -- [DIR]`: the checksums of what lies there (`dist` by itself), signed with ATTACHE_RELEASE_KEY (PEM) where it is set. */
const { positionals } = parseArgs({ allowPositionals: true })
const folder = resolve(positionals[0] ?? 'dist')
const key = process.env['ATTACHE_RELEASE_KEY']
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string
}
const names = signRelease(folder, version, key)
console.log(
  `${key ? 'Signed' : 'Checksums without a signature, as ATTACHE_RELEASE_KEY is not set'}: ${names.join(', ')}`,
)
