import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { BUILT, newProfile, root, run, SOURCE, startDesk } from './running-desk.ts'

test.each([SOURCE, BUILT])('%s keeps a setting over a power cut, and ends by itself when asked', async (program) => {
  const profile = newProfile()
  const first = await startDesk(program, profile)
  expect(await first.call('settings.set', 'mutation', { theme: 'dark' })).toMatchObject({ ok: true })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await startDesk(program, profile)
  expect(await second.call('settings.get', 'query')).toMatchObject({ ok: true, data: { theme: 'dark' } })
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

test.runIf(process.platform !== 'win32')('the profile is its owner’s alone', async () => {
  const profile = newProfile()
  const { call } = await startDesk(SOURCE, profile)
  await call('settings.get', 'query')
  expect(statSync(profile).mode & 0o777).toBe(0o700)
})

test('a second desk on the same profile says that it is in use', async () => {
  const profile = newProfile()
  const first = await startDesk(SOURCE, profile)
  await first.call('settings.get', 'query')
  const second = await startDesk(SOURCE, profile)
  expect(await second.call('settings.get', 'query')).toEqual({
    ok: false,
    error: { kind: 'database', reason: 'in-use' },
  })
})

test('a served desk that nobody opens says so and ends by itself', async () => {
  // Half an hour in this process is a moment; everything else takes its time.
  const hurry = `const wait = setTimeout; globalThis.setTimeout = (run, ms, ...rest) => wait(run, ms === 1_800_000 ? 1 : ms, ...rest)`
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hurry)}`, join(root, SOURCE), '--profile', newProfile()],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  expect(lines.at(-1)).toBe('No window was open for 30 minutes. Everything is saved, and Attaché has stopped.')
  expect(await ended).toEqual([0, null])
})

test.each(['seventy', '-1', '70000'])('--port %s is refused in a sentence', async (port) => {
  const child = run(SOURCE, '--profile', newProfile(), `--port=${port}`)
  const [line] = (await once(createInterface({ input: child.stderr ?? process.stdin }), 'line')) as string[]
  expect(line).toBe(`--port ${port} is not a port.`)
  expect(await once(child, 'exit')).toEqual([1, null])
})

test.runIf(process.platform === 'linux')('npm start without a display says so, and serves the desk', async () => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--profile', newProfile()], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) if (lines.push(line) === 2) break
  expect(lines[0]).toBe(
    'No window of its own here: this session has no display. The desk is served to your browser instead.',
  )
  expect(lines[1]).toMatch(/^Attaché is at http:\/\/127\.0\.0\.1:\d+\/\?token=/)
})

test('a review file named at the start is opened by the window, and one that is not there is said', async () => {
  const profile = newProfile()
  const path = join(dirname(profile), 'trip.attache-review')
  writeFileSync(path, 'ATTACHE-REVIEW')
  const { call, outputs } = await startDesk(SOURCE, profile, `${path}.gone`, path)
  await expect
    .poll(() => call('reviews.given', 'query'))
    .toMatchObject({ ok: true, data: [{ fileName: 'trip.attache-review' }] })
  expect(outputs.join('')).toContain('“trip.attache-review.gone” cannot be read.')
})
