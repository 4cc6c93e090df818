export type PackedSystem = 'linux' | 'mac' | 'windows'

type Environment = Record<string, string | undefined>

/** Each inner list is one way: all of it has to be set. */
const SIGNING: Record<PackedSystem, string[][]> = {
  linux: [],
  mac: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']],
  windows: [
    ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
    ['CSC_LINK', 'CSC_KEY_PASSWORD'],
  ],
}
const ALWAYS: Record<PackedSystem, string[]> = {
  linux: [],
  mac: ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  // What Windows shows as the publisher. It has to be the certificate's, or an update could come from anybody with a certificate.
  windows: ['ATTACHE_PUBLISHER_NAME'],
}
const EVERYWHERE = ['SOURCE_DATE_EPOCH']

/** What a release for this system still needs in the environment, a sentence each; empty when it can be built. Names only, never values. */
export function missingForRelease(system: PackedSystem, env: Environment): string[] {
  const isSet = (name: string): boolean => (env[name] ?? '') !== ''
  const missing = [...EVERYWHERE, ...ALWAYS[system]].filter((name) => !isSet(name)).map((name) => `${name} is not set.`)
  const ways = SIGNING[system]
  if (ways.length > 0 && !ways.some((way) => way.every(isSet)))
    missing.push(`Nothing to sign with: set ${ways.map((way) => way.join(' and ')).join(', or ')}.`)
  return missing
}
