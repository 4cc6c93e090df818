import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeUpdate } from './describe-update.ts'

const OURS = /^attache-.*\.(deb|rpm|AppImage|dmg|zip|exe|msi|json)$/

/**
 * Writes `SHA256SUMS` over what was packed into the folder, as `sha256sum --check` reads it. Where a key is given, also `SHA256SUMS.sig`, the raw
 * Ed25519 signature of that file for `openssl pkeyutl -verify -rawin`, and `update.json`, by which an installed Attaché knows the
 * installers. Answers the names in the sums.
 */
export function signRelease(folder: string, version: string, releaseKeyPem: string | undefined): string[] {
  const files = readdirSync(folder)
    .filter((name) => OURS.test(name) && statSync(join(folder, name)).isFile())
    .toSorted()
    .map((fileName) => {
      const bytes = readFileSync(join(folder, fileName))
      return { fileName, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
  const sums = files.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join('')
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
  if (releaseKeyPem) {
    const key = createPrivateKey(releaseKeyPem)
    writeFileSync(join(folder, 'SHA256SUMS.sig'), sign(null, Buffer.from(sums), key))
    writeFileSync(join(folder, 'update.json'), describeUpdate(version, files, key))
  }
  return files.map(({ fileName }) => fileName)
}
