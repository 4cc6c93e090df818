import { safeStorage } from 'electron'
import { join } from 'node:path'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Log, SecretStore } from '../../core/ports.ts'
import { openSecretFile } from '../secret-file.ts'

/**
 * Application passwords, sealed by the system's key store. Call after `ready`. Where the system has none (on Linux the
 * fallback `basic_text` seals with a fixed password, which is none) they live in memory and last for the session.
 */
export function openSecrets(profileFolder: string, log: Log): SecretStore {
  if (!hasKeyStore()) {
    log.warn('secrets.no-key-store')
    return memorySecrets()
  }
  const sealed = openSecretFile(join(profileFolder, 'passwords.sealed.json'))
  return {
    lasts: 'across-restarts',
    find: async (blogId) => {
      const value = sealed.find(blogId)
      if (value === null) return null
      try {
        return safeStorage.decryptString(Buffer.from(value, 'base64'))
      } catch {
        // The key store was replaced. Without its key the value is noise, and the person signs in again.
        log.warn('secrets.not-readable', { blogId })
        return null
      }
    },
    put: (blogId, applicationPassword) =>
      sealed.put(blogId, safeStorage.encryptString(applicationPassword).toString('base64')),
    remove: (blogId) => sealed.remove(blogId),
  }
}

function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  const backend = safeStorage.getSelectedStorageBackend()
  return backend !== 'basic_text' && backend !== 'unknown'
}

function memorySecrets(): SecretStore {
  const values = new Map<BlogId, string>()
  return {
    lasts: 'session',
    find: async (blogId) => values.get(blogId) ?? null,
    put: async (blogId, applicationPassword) => {
      values.set(blogId, applicationPassword)
    },
    remove: async (blogId) => {
      values.delete(blogId)
    },
  }
}
