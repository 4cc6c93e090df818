import { setImmediate } from 'node:timers/promises'
import { firstCalls, type FirstServices } from '../../shared/contract/first-calls.ts'
import type { CallRequest, CallResponse } from '../../shared/contract/wire.ts'
import type { AppCore, AppCorePorts } from './app-core.ts'
import { toBlog } from './blogs/to-blog.ts'
import { createChangeFeed } from './change-feed.ts'
import { errorDataOf } from './error-data.ts'
import type { ReadableReading } from './policy/readable-reading.ts'
import { listNewest } from './posts/list-posts.ts'
import { lockAfterMsOf } from './settings/settings-in-force.ts'
import { openStoredDesk } from './stored-desk.ts'

/** Nobody asked for anything for so long: the window is not there yet, or has what it shows first. */
const QUIET_MS = 100

/**
 * The whole program, from its first moment: what a window needs before it can show anything is answered from the store, and everything else is loaded
 * when it is first asked for, or in the first quiet moment after `start`. Nothing acts on the desk before it is loaded, so until then only reading is
 * to be done here. `policy`: what the machine has now. Throws as `openStoredDesk` does.
 */
export function createEarlyCore(ports: AppCorePorts, policy: ReadableReading): AppCore {
  const { clock, log, random } = ports
  const opened = openStoredDesk(ports, policy)
  const { desk, settings, store } = opened
  const feed = createChangeFeed()
  const services: FirstServices = {
    blogs: { list: () => desk.blogs.listBlogs().map(toBlog) },
    posts: { newest: (asked) => listNewest(desk, asked) },
    settings: { get: () => settings.get() },
  }
  let hasStarted = false
  let isClosing = false
  let loading: Promise<AppCore> | null = null
  let whole: AppCore | null = null
  let stopWaiting = (): void => undefined

  const load = (): Promise<AppCore> => {
    stopWaiting()
    loading ??= loadWhole().catch((error: unknown) => {
      // The next call tries once more.
      loading = null
      throw error
    })
    return loading
  }

  async function loadWhole(): Promise<AppCore> {
    // A window asks for everything on a screen in one breath: what can be answered already goes first.
    await setImmediate()
    const { createAppCore } = await import('./app-core.ts')
    const core = createAppCore(ports, opened)
    core.onChange(feed.emit)
    whole = core
    if (hasStarted && !isClosing) core.start()
    return core
  }

  function loadWhenQuiet(): void {
    stopWaiting()
    if (hasStarted && !isClosing && !loading) stopWaiting = clock.after(QUIET_MS, () => void load().catch(logFault))
  }
  const logFault = (error: unknown): void =>
    log.error('core.not-whole', { name: error instanceof Error ? error.name : typeof error })

  async function answerEarly(request: CallRequest): Promise<CallResponse> {
    const { path, type, input } = request
    const first = type === 'query' && Object.hasOwn(firstCalls, path) ? firstCalls[path] : undefined
    try {
      return first ? { ok: true, data: first(services, input) } : await (await load()).call(request)
    } catch (error) {
      return { ok: false, error: errorDataOf(error, log, random, path) }
    }
  }

  return {
    async call(request) {
      if (whole) return whole.call(request)
      const response = await answerEarly(request)
      if (!response.ok && response.error.kind === 'database' && response.error.reason === 'corrupt') ports.onDamage?.()
      loadWhenQuiet()
      return response
    },
    onChange: (listener) => feed.onChange(listener),
    start() {
      hasStarted = true
      if (whole) whole.start()
      else loadWhenQuiet()
    },
    lockAfterMs: () => lockAfterMsOf(settings.get()),
    saveEdits: () => whole?.saveEdits(),
    async close() {
      isClosing = true
      stopWaiting()
      if (!loading) return store.close()
      const core = await loading.catch(() => null)
      // What waited for it, an edit perhaps, is taken first.
      await setImmediate()
      if (core) await core.close()
      else store.close()
    },
  }
}
