import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedPackage } from './list-shipped-packages.ts'

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i
const LINE = '='.repeat(78)

/**
 * The text of THIRD-PARTY-NOTICES.txt: each package that is shipped, with the licence it names and the texts that it brings.
 * Throws when one names no licence: whether it may be passed on is then a person's question.
 */
export function thirdPartyNotices(root: string, packages: ShippedPackage[]): string {
  const unnamed = packages.filter(({ license }) => license === '')
  if (unnamed.length > 0)
    throw new Error(`No licence is named by ${unnamed.map(({ name }) => name).join(', ')}: look before it is shipped.`)
  const head =
    'Attaché is made with the work of others. Each part is listed here with its licence.\n' +
    'Electron and Chromium bring their own lists: LICENSE.electron.txt and LICENSES.chromium.html.\n'
  const parts = packages.map(({ place, name, version, license }) => {
    const texts = readdirSync(join(root, place))
      .filter((file) => LICENSE_FILE.test(file))
      .toSorted()
      .map((file) =>
        readFileSync(join(root, place, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim(),
      )
    return [LINE, `${name} ${version}: ${license}`, ...texts.map((text) => `\n${text}`)].join('\n')
  })
  return `${[head, ...parts].join('\n\n')}\n`
}
