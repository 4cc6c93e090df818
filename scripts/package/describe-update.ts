import { type KeyObject, sign } from 'node:crypto'

interface PackedFile {
  fileName: string
  sizeBytes: number
  sha256: string
}

/** What deb, rpm and Node call the same processor. */
const ARCHES: Record<string, string> = { amd64: 'x64', x86_64: 'x64', x64: 'x64', arm64: 'arm64', aarch64: 'arm64' }

/** The text of `update.json`, which src/main/host/electron/updates/decide-update.ts reads. MSI and zip are for fleets and are left out. */
export function describeUpdate(version: string, packed: PackedFile[], key: KeyObject): string {
  const files = packed.flatMap((file) => {
    const [, arch = '', kind] = /-([a-z0-9_]+)\.(exe|dmg|deb|rpm)$/.exec(file.fileName) ?? []
    return kind === undefined || ARCHES[arch] === undefined ? [] : [{ kind, arch: ARCHES[arch], ...file }]
  })
  const signed = JSON.stringify({ format: 'attache-update-1', version, files })
  return `${JSON.stringify({ signed, signature: sign(null, Buffer.from(signed), key).toString('base64') }, null, 2)}\n`
}
