import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { connectToCore } from '../../src/main/host/connect-to-core.ts'
import type { CoreProcess } from '../../src/main/host/core-process.ts'
import { serveCore } from '../../src/main/host/serve-core.ts'
import type { AppCore } from '../../src/main/core/app-core.ts'
import type { LogFields } from '../../src/main/core/ports.ts'
import type { KeyStore } from '../../src/main/core/vault/key-slots.ts'
import type { ChangeEvent, PortMessage } from '../../src/shared/contract/wire.ts'
import { AppError } from '../../src/shared/errors.ts'
import { createMemoryCore } from '../fakes/memory-core.ts'

/** Both ends over a real message channel, which clones as the processes' ports do. `crash` ends the core's side. */
function desk(makeCore: (keyStore: KeyStore) => AppCore = createMemoryCore) {
  const started: { crash(): void }[] = []
  const lines: { event: string; fields: LogFields }[] = []
  const write = (event: string, fields: LogFields = {}) => void lines.push({ event, fields })

  function startProcess(): CoreProcess {
    const { port1, port2 } = new MessageChannel()
    let tellEnd: (code: number | null) => void = () => undefined
    const crash = (): void => {
      port1.close()
      port2.close()
      tellEnd(9)
    }
    started.push({ crash })
    serveCore(
      {
        post: (message) => port2.postMessage(message),
        onMessage: (listener) => void port2.on('message', (message: PortMessage) => listener(message)),
      },
      (_start, lent) => makeCore(lent.keyStore),
    )
    return {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', (message: PortMessage) => listener(message)),
      onEnd: (listener) => void (tellEnd = listener),
      kill: crash,
    }
  }

  const core = connectToCore({
    startProcess,
    start: { profileFolder: '/nowhere' },
    keyStore: {
      strength: 'system',
      seal: async (bytes) => `sealed ${bytes.join()}`,
      open: async (sealed) =>
        sealed === '' ? null : new Uint8Array(sealed.replace('sealed ', '').split(',').map(Number)),
    },
    log: { info: write, warn: write, error: write },
  })
  return { core, started, lines }
}

test('a call, its answer and the event it causes cross the port', async () => {
  const { core } = desk()
  const events: ChangeEvent[] = []
  const stop = core.onChange((event) => events.push(event))
  const answer = await core.call({ path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
  stop()
  await core.call({ path: 'settings.set', type: 'mutation', input: { theme: 'light' } })
  expect({ answer, events }).toEqual({ answer: { ok: true, data: { theme: 'dark' } }, events: [{ topic: 'settings' }] })
  await core.close()
})

test('bytes stay bytes on the way there and back', async () => {
  const { core } = desk()
  const bytes = new Uint8Array([0, 255, 127])
  const added = await core.call({ path: 'media.add', type: 'mutation', input: { fileName: 'a.png', bytes } })
  const { id } = (added as { data: { id: string } }).data
  expect(await core.call({ path: 'media.read', type: 'query', input: { mediaId: id } })).toEqual({
    ok: true,
    data: { bytes, mimeType: 'image/png' },
  })
  await core.close()
})

test('the core seals and opens with the key store that only the serving process has', async () => {
  const { core } = desk()
  expect(await core.call({ path: 'lock.unlock', type: 'mutation', input: 'again' })).toEqual({
    ok: true,
    data: { sealed: 'sealed 1,2,3', opened: new Uint8Array([1, 2, 3]), other: null },
  })
  await core.close()
})

test('a database that does not open answers every call with why', async () => {
  const { core } = desk(() => {
    throw new AppError({ kind: 'database', reason: 'newer-version' })
  })
  const why = { ok: false, error: { kind: 'database', reason: 'newer-version' } }
  expect(await core.call({ path: 'blogs.list', type: 'query', input: undefined })).toEqual(why)
  expect(await core.call({ path: 'settings.get', type: 'query', input: undefined })).toEqual(why)
  await core.close()
})

test('a fault inside a call is answered as internal, and its text is not logged', async () => {
  const { core, lines } = desk()
  const answer = await core.call({ path: 'posts.get', type: 'query', input: {} })
  expect(answer).toEqual({ ok: false, error: { kind: 'internal', logId: expect.any(String) as string } })
  const logged = lines.find(({ event }) => event === 'core.internal')
  expect(logged?.fields).toMatchObject({ error: 'TypeError', during: 'posts.get' })
  expect(JSON.stringify(lines)).not.toContain('must not be logged')
  await core.close()
})

test('a core that ends is started again once, its open calls are answered, and the window is told', async () => {
  const { core, started } = desk()
  const events: ChangeEvent[] = []
  core.onChange((event) => events.push(event))
  const open = core.call({ path: 'line.syncNow', type: 'mutation', input: {} })
  started[0]?.crash()
  expect(await open).toMatchObject({ ok: false, error: { kind: 'internal' } })
  expect(events).toEqual([{ topic: 'core-restarted' }])
  expect(await core.call({ path: 'settings.get', type: 'query', input: undefined })).toMatchObject({ ok: true })

  started[1]?.crash()
  expect(await core.call({ path: 'settings.get', type: 'query', input: undefined })).toMatchObject({
    ok: false,
    error: { kind: 'internal' },
  })
  expect(started).toHaveLength(2)
})

test('closing waits until the core has saved', async () => {
  const cores: ReturnType<typeof createMemoryCore>[] = []
  const { core } = desk((keyStore) => {
    const made = createMemoryCore(keyStore)
    cores.push(made)
    return made
  })
  await core.call({ path: 'settings.get', type: 'query', input: undefined })
  await core.close()
  expect(cores.map(({ isClosed }) => isClosed)).toEqual([true])
  expect(await core.call({ path: 'settings.get', type: 'query', input: undefined })).toMatchObject({ ok: false })
})
