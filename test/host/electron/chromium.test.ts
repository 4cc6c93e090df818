import { type Browser, chromium } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { WindowBridge } from '../../../src/shared/contract/wire.ts'
import { type DeskInChromium, openInChromium } from '../../fakes/electron/open-in-chromium.ts'
import { ensureChromium } from '../../support/ensure-chromium.ts'
import { newProfileFolder } from './running-desk.ts'

const found = ensureChromium()
if ('missing' in found) {
  if (process.env['ATTACHE_REQUIRE_ALL'] === '1') throw new Error(found.missing)
  console.log(`skipped: the built program in Chromium. ${found.missing}`)
}

let browser: Browser
beforeAll(async () => {
  if ('path' in found) browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
})
afterAll(() => browser?.close())

async function open(userDataFolder = newProfileFolder(), commandLine: string[] = []): Promise<DeskInChromium> {
  const desk = await openInChromium({ browser, userDataFolder, commandLine })
  onTestFinished(() => desk.kill9())
  return desk
}

test.skipIf('missing' in found)('the window shows its first screen, and its policy has nothing to refuse', async () => {
  const { page, complaints } = await open()
  await expect.poll(() => page.getByRole('button').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

test.skipIf('missing' in found)(
  'a double click on a review file is answered in the window, whatever is in it',
  async () => {
    const path = join(newProfileFolder(), 'holiday.attache-review')
    writeFileSync(path, 'wish you were here')
    const { page, attache, complaints } = await open(newProfileFolder(), [path])
    const dialog = page.getByRole('dialog', { name: 'Open a review file' })
    await expect.poll(() => dialog.textContent()).toContain('holiday.attache-reviewThis is not a review file.')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await attache.control('openFile', path)
    await expect.poll(() => dialog.textContent()).toContain('This is not a review file.')
    expect(complaints).toEqual([])
  },
)

test.skipIf('missing' in found)(
  'the policy is in force: inline script, inline style and a foreign picture are refused',
  async () => {
    const { page, complaints } = await open()
    await page.evaluate(() => {
      const script = document.createElement('script')
      // The assignment itself is what Trusted Types refuses.
      try {
        script.textContent = 'window.isBroken = true'
      } catch {
        document.title = 'refused'
      }
      document.head.append(script)
      const style = document.createElement('style')
      style.textContent = 'body { display: none }'
      document.head.append(style)
      const picture = document.createElement('img')
      picture.src = 'https://evil.example/track.png'
      document.body.append(picture)
    })
    await expect.poll(() => complaints.length).toBe(3)
    expect(await page.evaluate(() => 'isBroken' in window)).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none')
  },
)

test.skipIf('missing' in found)('calls, bytes and events cross between page and core', async () => {
  const { page } = await open()
  const told = await page.evaluate(async () => {
    const { attache } = window as never as { attache: WindowBridge }
    const topics: string[] = []
    const first = new Promise<void>((resolve) => {
      attache.onChange(({ topic }) => {
        topics.push(topic)
        resolve()
      })
    })
    await attache.call({ path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })
    await first
    const png = atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
    const bytes = Uint8Array.from(png, (letter) => letter.charCodeAt(0))
    const added = await attache.call({ path: 'media.add', type: 'mutation', input: { fileName: 'dot.png', bytes } })
    const { id } = (added as { data: { id: string } }).data
    const picture = new Image()
    picture.src = `/media/${id}`
    await picture.decode()
    return { topics, widthPx: picture.naturalWidth }
  })
  expect(told).toEqual({ topics: ['settings', 'media'], widthPx: 1 })
})

test.skipIf('missing' in found)(
  'a link of the page reaches the person’s browser only through the question',
  async () => {
    const { page, attache } = await open()
    await attache.control('answerNextDialog', 0)
    await page.evaluate(() => void window.open('https://embassy.example/approve', '_blank', 'noreferrer'))
    await expect
      .poll(async () => (await attache.control('seen')).openedLinks)
      .toEqual(['https://embassy.example/approve'])
  },
)

test.skipIf('missing' in found)('after a power cut the same profile opens with what was set', async () => {
  const userDataFolder = newProfileFolder()
  const first = await open(userDataFolder)
  const set = `attache.call({ path: 'settings.set', type: 'mutation', input: { theme: 'dark' } })`
  expect(await first.page.evaluate(set)).toMatchObject({ ok: true })
  await first.kill9()
  const second = await open(userDataFolder)
  expect(await second.page.evaluate(`attache.call({ path: 'settings.get', type: 'query' })`)).toMatchObject({
    data: { theme: 'dark' },
  })
  await second.stop()
  expect(await second.attache.ended).toBe(0)
})
