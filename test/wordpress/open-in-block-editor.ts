import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type FrameLocator, type Page } from '@playwright/test'
import { findChromium } from '../support/ensure-chromium.ts'
import type { RunningWordpress } from './start-wordpress.ts'

/** What WordPress's own editor makes of one block. `issues` is what it would log about markup it does not know again. */
export interface JudgedBlock {
  name: string
  isValid: boolean
  issues: string[]
}

export interface BlockEditor {
  /** Opens the post and says every block of it, those inside others after their own. */
  judge(postId: number): Promise<JudgedBlock[]>
  /** The words of WordPress's warnings in the text now shown. */
  warnings(): Promise<string[]>
  /** What the editor would save of the post now shown. */
  serialized(): Promise<string>
  /** The footnotes as the post now shown has them. */
  notes(): Promise<string[]>
  /** Types behind the first footnote, and saves the post. */
  writeBehindNote(words: string): Promise<void>
  keepPicture(name: string): Promise<void>
  close(): Promise<void>
}

const FOLDER = process.env['ATTACHE_SCREENSHOTS_TO'] ?? 'test-results/screens'

/** The part of `wp` that is asked here (WordPress 7.1). */
interface EditorBlock {
  name: string
  isValid: boolean
  validationIssues?: { args: unknown[] }[]
  innerBlocks: EditorBlock[]
}
declare global {
  interface Window {
    wp?: {
      blocks?: { serialize(blocks: EditorBlock[]): string }
      data?: {
        select(store: string): {
          getBlocks(): EditorBlock[]
        }
        dispatch(store: string): {
          set(scope: string, name: string, value: boolean): void
          savePost(): Promise<void>
        }
      }
    }
  }
}

/** Signs into wp-admin in Chromium, as the person with this role. */
export async function openBlockEditor(site: RunningWordpress, role: 'administrator' | 'editor'): Promise<BlockEditor> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } })
  const { userName, password } = site.users[role]
  await page.goto(`${site.url}/wp-login.php`)
  await page.locator('#user_login').fill(userName)
  await page.locator('#user_pass').fill(password)
  await page.locator('#wp-submit').click()
  await page.waitForURL(/wp-admin/)
  return {
    async judge(postId) {
      await page.goto(`${site.url}/wp-admin/post.php?post=${postId}&action=edit`)
      await closeWelcome(page)
      const blocks = await page.evaluate(() => window.wp?.data?.select('core/block-editor').getBlocks() ?? [])
      return flat(blocks)
    },
    warnings: async () => {
      const inFrame = page.frameLocator('iframe[name="editor-canvas"]').locator('.block-editor-warning')
      const onPage = page.locator('.block-editor-warning')
      return [...(await inFrame.allInnerTexts()), ...(await onPage.allInnerTexts())]
    },
    serialized: () =>
      page.evaluate(() => {
        const blocks = window.wp?.data?.select('core/block-editor').getBlocks() ?? []
        return window.wp?.blocks?.serialize(blocks) ?? ''
      }),
    async notes() {
      const notes = (await canvasOf(page)).locator('.wp-block-footnotes li')
      await notes.first().waitFor()
      return notes.allInnerTexts()
    },
    async writeBehindNote(words) {
      const note = (await canvasOf(page)).locator('.wp-block-footnotes [contenteditable="true"]').first()
      await note.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(words)
      await page.evaluate(() => window.wp?.data?.dispatch('core/editor').savePost())
    },
    async keepPicture(name) {
      await mkdir(FOLDER, { recursive: true })
      await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
    },
    close: () => browser.close(),
  }
}

/** The text stands in a frame of its own, or on the page where a plugin's block needs that. */
const canvasOf = async (page: Page): Promise<Page | FrameLocator> =>
  (await page.locator('iframe[name="editor-canvas"]').count()) > 0
    ? page.frameLocator('iframe[name="editor-canvas"]')
    : page

async function closeWelcome(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.wp?.data?.select('core/block-editor').getBlocks().length ?? 0) > 0)
  await page.evaluate(() => window.wp?.data?.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false))
  const dialog = page.locator('.components-modal__frame')
  if (await dialog.isVisible()) await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached', timeout: 20_000 })
}

function flat(blocks: EditorBlock[]): JudgedBlock[] {
  return blocks.flatMap(({ name, isValid, validationIssues, innerBlocks }) => [
    { name, isValid, issues: (validationIssues ?? []).map(({ args }) => args.map(String).join(' ')) },
    ...flat(innerBlocks),
  ])
}
