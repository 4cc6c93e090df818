import { createHash } from 'node:crypto'
import type { CallRequest, CallResponse, ChangeEvent } from '../../src/shared/contract/wire.ts'
import type { AppCore } from '../../src/main/core/app-core.ts'
import type { KeyStore } from '../../src/main/core/vault/key-slots.ts'

/** A core with memory and a few calls, for what carries calls: settings, pictures, and bytes by the key store it was lent. */
export function createMemoryCore(keyStore?: KeyStore): AppCore & { readonly isClosed: boolean } {
  const listeners = new Set<(event: ChangeEvent) => void>()
  const pictures = new Map<string, { bytes: Uint8Array; mimeType: string }>()
  let settings: object = { theme: 'system' }
  let isClosed = false

  async function answer({ path, input }: CallRequest): Promise<CallResponse> {
    const fields = (input ?? {}) as Record<string, unknown>
    switch (path) {
      case 'settings.get':
        return { ok: true, data: settings }
      case 'settings.set':
        settings = { ...settings, ...fields }
        for (const listener of listeners) listener({ topic: 'settings' })
        return { ok: true, data: settings }
      case 'media.add': {
        if (!(fields['bytes'] instanceof Uint8Array)) break
        const id = createHash('sha256').update(fields['bytes']).digest('hex')
        pictures.set(id, {
          bytes: fields['bytes'],
          mimeType: String(fields['fileName']).endsWith('.svg') ? 'image/svg+xml' : 'image/png',
        })
        return { ok: true, data: { id, sizeBytes: fields['bytes'].byteLength } }
      }
      case 'media.read': {
        const picture = pictures.get(String(fields['mediaId']))
        return picture ? { ok: true, data: picture } : { ok: false, error: { kind: 'no-such-item', what: 'media' } }
      }
      case 'lock.unlock': {
        const sealed = await keyStore?.seal(new Uint8Array([1, 2, 3]))
        return {
          ok: true,
          data: { sealed, opened: await keyStore?.open(String(sealed)), other: await keyStore?.open('') },
        }
      }
      case 'posts.get':
        throw new TypeError('the text of a post must not be logged')
      case 'line.syncNow':
        return new Promise(() => undefined)
    }
    return { ok: false, error: { kind: 'invalid-input', field: path, rule: 'known' } }
  }

  return {
    call: answer,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => undefined,
    lockAfterMs: () => null,
    saveEdits: () => undefined,
    close: async () => {
      isClosed = true
    },
    get isClosed() {
      return isClosed
    },
  }
}
