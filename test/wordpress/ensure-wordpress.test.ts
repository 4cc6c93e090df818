import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A machine on which nothing is installed but what every Linux has, and no apt. */
let bare = ''
beforeAll(async () => {
  bare = await mkdtemp(join(tmpdir(), 'attache-bare-'))
  for (const name of ['cat', 'sh', 'flock']) await symlink(`/usr/bin/${name}`, join(bare, name))
})
afterAll(() => rm(bare, { recursive: true, force: true }))

async function ensureOnBareMachine(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const module = join(import.meta.dirname, 'ensure-wordpress.ts')
  const code = `console.log(JSON.stringify(await (await import(${JSON.stringify(module)})).ensureWordpress('6.1')))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { env: { PATH: bare, ...env } })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { output: await text(child.stdout), code: await ended }
}

describe('where WordPress cannot be had', () => {
  it('the reason is told', async () => {
    const { code, output } = await ensureOnBareMachine({})
    expect([code, JSON.parse(output)]).toEqual([0, { missing: expect.stringMatching(/^WordPress 6\.1: .*apt/) }])
  })

  it('it is a failure when everything is required', async () => {
    expect((await ensureOnBareMachine({ ATTACHE_REQUIRE_ALL: '1' })).code).toBe(1)
  })
})
