import { type AfterPackContext, Arch } from 'electron-builder'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listShippedPackages } from './list-shipped-packages.ts'
import { setFuses } from './set-fuses.ts'
import { assertValidBom, softwareBillOfMaterials } from './write-sbom.ts'
import { thirdPartyNotices } from './write-notices.ts'

/** electron-builder calls this when the program's folder is whole and nothing is signed yet. */
export default async function afterPack({ appOutDir, outDir, arch, packager }: AfterPackContext): Promise<void> {
  const root = packager.info.projectDir
  const isMac = packager.platform.name === 'mac'
  const resources = packager.getResourcesDir(appOutDir)
  const asarPath = join(resources, 'app.asar')
  const packages = listShippedPackages(root, asarPath)
  writeFileSync(join(resources, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, packages))
  const bom = softwareBillOfMaterials(
    {
      version: packager.appInfo.version,
      electronVersion: packager.config.electronVersion ?? '',
      asarSha256: createHash('sha256').update(readFileSync(asarPath)).digest('hex'),
      builtAt: builtAt(),
    },
    packages,
  )
  await assertValidBom(bom)
  writeFileSync(join(resources, 'sbom.cdx.json'), bom)
  const { buildConfigurationKey } = packager.platform
  writeFileSync(
    join(outDir, `attache-${packager.appInfo.version}-${buildConfigurationKey}-${Arch[arch]}.cdx.json`),
    bom,
  )
  await setFuses(binaryPath(appOutDir, packager), { isAdHocSigned: isMac && arch === Arch.arm64 })
}

function binaryPath(appOutDir: string, packager: AfterPackContext['packager']): string {
  const { productFilename } = packager.appInfo
  if (packager.platform.name === 'mac') return join(appOutDir, `${productFilename}.app`)
  if (packager.platform.name === 'windows') return join(appOutDir, `${productFilename}.exe`)
  return join(appOutDir, packager.platformSpecificBuildOptions.executableName ?? productFilename)
}

/** SOURCE_DATE_EPOCH (seconds) where it is set, so that two builds of one commit say the same. */
function builtAt(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return new Date(epoch === undefined ? Date.now() : Number(epoch) * 1000).toISOString()
}
