import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OURS = /^attache-.*\.(deb|rpm|AppImage|dmg|zip|exe|msi|json)$/

/**
 * Writes `SHA256SUMS` over the installers in the folder, as `sha256sum --check` reads it, and where a key is given `SHA256SUMS.sig`: the raw
 * Ed25519 signature of that file, for `openssl pkeyutl -verify -rawin`. Answers the names that it signed for.
 */
export function signRelease(folder: string, releaseKeyPem: string | undefined): string[] {
  const names = readdirSync(folder)
    .filter((name) => OURS.test(name) && statSync(join(folder, name)).isFile())
    .toSorted()
  const sums = names.map((name) => `${sha256(join(folder, name))}  ${name}\n`).join('')
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
  if (releaseKeyPem)
    writeFileSync(join(folder, 'SHA256SUMS.sig'), sign(null, Buffer.from(sums), createPrivateKey(releaseKeyPem)))
  return names
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
