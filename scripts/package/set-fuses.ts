import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** What Electron's binary may still do once it is ours. Every fuse is named: an Electron with one more does not build. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Without it each WebAssembly memory access is checked by hand, and spelling is slow.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>

/** Flips the fuses in the binary and reads them back. Throws when one of them is not as it was set. */
export async function setFuses(binaryPath: string, options: { isAdHocSigned: boolean }): Promise<void> {
  await flipFuses(binaryPath, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // An Apple silicon binary that was changed does not start until it is signed again, at least ad hoc.
    resetAdHocDarwinSignature: options.isAdHocSigned,
    ...FUSES,
  })
  const wrong = await fusesNotAsSet(binaryPath)
  if (wrong.length > 0) throw new Error(`These fuses are not as they were set: ${wrong.join(', ')}.`)
}

/** The names of the fuses that the binary does not have as a package must have them. */
export async function fusesNotAsSet(binaryPath: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binaryPath)
  const states = Object.entries(wire)
  return Object.entries(FUSES)
    .filter(([fuse, isOn]) => !states.some(([read, state]) => read === fuse && state === stateOf(isOn)))
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? fuse)
}

function stateOf(isOn: boolean): FuseState {
  return isOn ? FuseState.ENABLE : FuseState.DISABLE
}
