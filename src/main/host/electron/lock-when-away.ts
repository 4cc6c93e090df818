import { powerMonitor } from 'electron'
import type { CoreTransport } from '../../../shared/contract/wire.ts'

/** A laptop that goes to sleep, or whose screen is locked, has nobody at it. A desk without a passphrase stays as it is. */
export function lockWhenAway(core: Pick<CoreTransport, 'call'>): void {
  const shut = (): void => void core.call({ path: 'lock.shut', type: 'mutation', input: undefined })
  powerMonitor.on('suspend', shut)
  powerMonitor.on('lock-screen', shut)
}
