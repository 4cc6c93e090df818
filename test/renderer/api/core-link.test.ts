import { describe, expect, it } from 'vitest'
import { appErrorOf } from '../../../src/renderer/src/api/core-link.ts'
import { openCoreAccess } from '../../../src/renderer/src/api/queries.ts'
import type { AppErrorData } from '../../../src/shared/errors.ts'
import { fakeCore } from '../fake-core.ts'

const blogId = '0d9f2f5e-0000-4000-8000-000000000001'

describe('the link to the core', () => {
  it('carries path, kind of call and input, and gives back the data', async () => {
    const core = fakeCore({ 'posts.list': () => ({ ok: true, data: [] }) })
    const { client } = openCoreAccess(core)
    expect(await client.posts.list.query({ blogId })).toEqual([])
    expect(core.calls).toEqual([{ path: 'posts.list', type: 'query', input: { blogId } }])
  })

  it('keeps the bytes of a picture as bytes', async () => {
    const core = fakeCore({ 'media.add': () => ({ ok: true, data: null }) })
    const bytes = new Uint8Array([1, 2, 3])
    await openCoreAccess(core).client.media.add.mutate({ fileName: 'a.png', bytes })
    expect(core.calls[0]).toEqual({ path: 'media.add', type: 'mutation', input: { fileName: 'a.png', bytes } })
  })

  it('an error keeps every field it was sent with', async () => {
    const sent: AppErrorData = { kind: 'not-the-blog', why: 'captive-portal', host: 'wifi.example' }
    const { client } = openCoreAccess(fakeCore({ 'blogs.list': () => ({ ok: false, error: sent }) }))
    expect(await client.blogs.list.query().catch(appErrorOf)).toEqual(sent)
  })

  it('a transport that breaks is an internal error, not an exception of its own', async () => {
    const { client } = openCoreAccess(
      fakeCore({
        'blogs.list': () => {
          throw new TypeError('Failed to fetch')
        },
      }),
    )
    expect(await client.blogs.list.query().catch(appErrorOf)).toEqual({ kind: 'internal', logId: 'no-core' })
  })
})
