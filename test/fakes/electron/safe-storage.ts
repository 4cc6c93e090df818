import type { SafeStorage } from 'electron'
import { app } from './app.ts'
import { fakeOptions } from './fake-options.ts'

/** Chromium's own: `v10` is sealed with a fixed password, `v11` with the store's. */
const PREFIX = Buffer.from(fakeOptions.keyStoreBackend === 'basic_text' ? 'v10' : 'v11')
const OWNER = `${fakeOptions.keyStoreBackend}/${fakeOptions.keyStoreLogin}/`
const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xa5))

function assertAvailable(during: string): void {
  if (safeStorage.isEncryptionAvailable()) return
  throw new Error(`Error while ${during} safeStorage. Encryption is not available.`)
}

/** Sealing is a flip of bits: it hides a text from a search, and refuses what it did not seal. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => app.isReady() && fakeOptions.hasKeyStore,
  getSelectedStorageBackend: () => fakeOptions.keyStoreBackend,
  encryptString(plainText: string): Buffer {
    assertAvailable('encrypting the text provided to')
    return Buffer.concat([PREFIX, flip(Buffer.from(OWNER + plainText))])
  },
  decryptString(encrypted: Buffer): string {
    assertAvailable('decrypting the ciphertext provided to')
    const text = flip(encrypted.subarray(3)).toString()
    if (!encrypted.subarray(0, 3).equals(PREFIX) || !text.startsWith(OWNER)) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    }
    return text.slice(OWNER.length)
  },
} satisfies Pick<SafeStorage, 'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'>
