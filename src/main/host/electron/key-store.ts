import { safeStorage } from 'electron'
import type { Log } from '../../core/ports.ts'
import type { KeyStore } from '../../core/vault/key-slots.ts'

/** The system's key store. Call after `ready`. On Linux `basic_text` seals with a fixed password, which protects from nobody. */
export function openKeyStore(log: Log): KeyStore {
  const strength = strengthOfKeyStore()
  if (strength === 'weak') log.warn('key-store.weak')
  return {
    strength,
    seal: async (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')).toString('base64'),
    async open(sealed) {
      try {
        return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'base64'))
      } catch {
        // Another login, another computer, or a store that was replaced: without its key the value is noise.
        log.warn('key-store.not-readable')
        return null
      }
    },
  }
}

function strengthOfKeyStore(): KeyStore['strength'] {
  if (!safeStorage.isEncryptionAvailable()) return 'weak'
  if (process.platform !== 'linux') return 'system'
  const backend = safeStorage.getSelectedStorageBackend()
  return backend === 'basic_text' || backend === 'unknown' ? 'weak' : 'system'
}
