import { Spec, SPDX, Validation } from '@cyclonedx/cyclonedx-library'
import { createHash } from 'node:crypto'
import type { ShippedPackage } from './list-shipped-packages.ts'

interface Program {
  version: string
  electronVersion: string
  /** Names this build in the list: SHA-256 of its app.asar, in hex. */
  asarSha256: string
  builtAt: string
}

/** The list of parts in CycloneDX 1.6 as JSON text. The same build gives the same text, whenever and wherever it is made. */
export function softwareBillOfMaterials(program: Program, packages: ShippedPackage[]): string {
  const ownRef = `pkg:generic/attache@${program.version}`
  const electronRef = `pkg:npm/electron@${program.electronVersion}`
  const refOf = new Map(packages.map((shipped) => [shipped.place, `${purl(shipped)}#${shipped.place}`]))
  const refs = (places: string[]): string[] => places.flatMap((place) => refOf.get(place) ?? []).toSorted()
  const needed = new Set(packages.flatMap(({ dependsOn }) => dependsOn))
  const direct = packages.map(({ place }) => place).filter((place) => !needed.has(place))
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom(program.asarSha256)}`,
    version: 1,
    metadata: {
      timestamp: program.builtAt,
      component: {
        type: 'application',
        'bom-ref': ownRef,
        name: 'attache',
        version: program.version,
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-256', content: program.asarSha256 }],
      },
    },
    components: [
      {
        type: 'framework',
        'bom-ref': electronRef,
        name: 'electron',
        version: program.electronVersion,
        licenses: [{ license: { id: 'MIT' } }],
        purl: electronRef,
      },
      ...packages.map((shipped) => ({
        type: 'library',
        'bom-ref': refOf.get(shipped.place),
        ...nameParts(shipped.name),
        version: shipped.version,
        licenses: [licenseChoice(shipped.license)],
        purl: purl(shipped),
        ...hashes(shipped.integrity),
      })),
    ],
    dependencies: [
      { ref: ownRef, dependsOn: [electronRef, ...refs(direct)] },
      { ref: electronRef },
      ...packages.map(({ place, dependsOn }) => ({ ref: refOf.get(place), dependsOn: refs(dependsOn) })),
    ],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

/** Throws with the first fault when the text is not what CycloneDX's own schema asks for. */
export async function assertValidBom(text: string): Promise<void> {
  const fault = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)
  if (fault !== null) throw new Error(`The list of parts is not valid CycloneDX: ${JSON.stringify(fault)}`)
}

function purl({ name, version }: ShippedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function nameParts(name: string): { group?: string; name: string } {
  const [group, rest] = name.startsWith('@') ? name.split('/') : []
  return group !== undefined && rest !== undefined ? { group, name: rest } : { name }
}

/** One licence by its SPDX id, several as an expression; a word that SPDX does not know as it is. */
function licenseChoice(license: string): object {
  const isKnown = (id: string): boolean => SPDX.isSupportedSpdxId(id)
  if (isKnown(license)) return { license: { id: license } }
  const ids = license.split(/ (?:AND|OR) |[()]/).filter((part) => part !== '')
  return ids.every(isKnown) ? { expression: license } : { license: { name: license } }
}

function hashes(integrity: string): { hashes?: object[] } {
  const base64 = /^sha512-([A-Za-z0-9+/=]+)$/.exec(integrity)?.[1]
  if (base64 === undefined) return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }
}

/** A UUID of version 8 (RFC 9562: the maker's own bits) that is the same for the same build. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
