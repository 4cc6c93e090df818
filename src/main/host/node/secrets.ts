import { join } from 'node:path'
import type { SecretStore } from '../../core/ports.ts'
import { openSecretFile } from '../secret-file.ts'

/**
 * Application passwords in `passwords.json` of the profile, mode 0600: kept from other users of the machine, but NOT
 * encrypted. Node has no way to the system's key store; the encrypted store, a later piece of work, will hold them.
 */
export function openSecrets(profileFolder: string): SecretStore {
  const file = openSecretFile(join(profileFolder, 'passwords.json'))
  return {
    lasts: 'across-restarts',
    find: async (blogId) => file.find(blogId),
    put: (blogId, applicationPassword) => file.put(blogId, applicationPassword),
    remove: (blogId) => file.remove(blogId),
  }
}
