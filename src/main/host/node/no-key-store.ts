import type { KeyStore } from '../../core/vault/key-slots.ts'

/** Node has no way to the system's key store: a desk has a passphrase here, or lies open to whoever has its disk. */
export const noKeyStore: KeyStore = {
  strength: 'none',
  seal: () => Promise.reject(new Error('there is no key store')),
  open: async () => null,
}
