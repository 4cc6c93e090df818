import { join } from 'node:path'
import type { BlogId } from '../../src/shared/domain/ids.ts'

const ENTRY = join(import.meta.dirname, '../../out/main/node-core-entry.js')

/**
 * A program for `node -e` that starts the built core and asks what a window asks until it can show its first posts, then for all of them. It says how many
 * it was given each time, on a line of its own. `process`: the core is the process, as in the installed program. `thread`: it is a thread
 * of it, as on the browser host. `before` and `atFirst` are run as what they say.
 */
export function askFirst({
  profile,
  blogId,
  where,
  before = '',
  atFirst = '',
}: {
  profile: string
  blogId: BlogId
  where: 'process' | 'thread'
  before?: string
  atFirst?: string
}): string {
  const requests = [
    { path: 'lock.state' },
    { path: 'settings.get' },
    { path: 'blogs.list' },
    { path: 'posts.newest', input: { blogId, limit: 60 } },
    { path: 'posts.list', input: { blogId } },
  ]
  const messages = [
    { kind: 'start', start: { profileFolder: profile, keyStore: 'none' } },
    ...requests.map((request, callId) => ({ kind: 'call', callId, request: { type: 'query', ...request } })),
  ]
  return `
    ${before}
    const threads = require('node:worker_threads')
    const messages = ${JSON.stringify(messages)}
    function heard({ kind, callId, response }) {
      if (kind === 'closed') process.exit()
      if (kind !== 'answer') return
      if (!response.ok) throw new Error(JSON.stringify(response.error))
      if (callId === ${requests.length - 2}) {
        ${atFirst}
      }
      if (callId >= ${requests.length - 2}) process.stdout.write(response.data.length + '\\n')
      if (callId === ${requests.length - 1}) post({ kind: 'close' })
    }
    ${where === 'process' ? AS_PROCESS : AS_THREAD}`
}

const AS_PROCESS = `
    let post
    threads.parentPort = { on: (_, listener) => (post = listener), postMessage: heard }
    require('node:module').syncBuiltinESMExports()
    import(${JSON.stringify(ENTRY)}).then(() => messages.forEach((message) => post(message)))`

const AS_THREAD = `
    const core = new threads.Worker(${JSON.stringify(ENTRY)})
    const post = (message) => core.postMessage(message)
    core.on('message', heard)
    messages.forEach(post)`
