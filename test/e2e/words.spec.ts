import type { Page } from '@playwright/test'
import { languageFacts, LONG_ENGLISH, speechFor, type Language } from '../../src/shared/words/languages.ts'
import { speak } from '../../src/shared/words/speak.ts'
import { t } from '../../src/shared/words/t.ts'
import { openDesk as openCore } from '../support/open-desk.ts'
import { keepPicture } from './at-the-desk.ts'
import { expect, test } from './open-desk-window.ts'
import { newPost, postText } from './write-blocks.ts'

const PASSPHRASE = 'four herons over the delta'
const TITLES = ['We gave you the wrong bus', 'مكتبة صغيرة في الحي القديم', 'Học bổng: năm câu hỏi']

test.afterEach(() => speak(speechFor('en', [])))

const SPOKEN: { language: Language; locale: string; direction: string }[] = [
  { language: 'fr', locale: 'fr-FR', direction: 'ltr' },
  { language: 'ar', locale: 'ar-EG', direction: 'rtl' },
  { language: 'vi', locale: 'vi-VN', direction: 'ltr' },
]

for (const { language, locale, direction } of SPOKEN) {
  test(`the outbox and the lock speak ${language}`, async ({ openDesk, profile }) => {
    await fillOutbox(profile, language)
    await speak(speechFor(language, [locale]))
    const { page } = await openDesk(profile, { colorScheme: 'light', locale })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await outboxLink(page).click()
    const lines = page.getByRole('list', { name: t('Waiting', {}, 'list of what waits') })
    await expect(lines.getByRole('listitem')).toHaveCount(TITLES.length)
    await keepPicture(page, `words-${language}-outbox`)

    const what = TITLES[0] ?? ''
    await page.getByRole('button', { name: t('More about “{what}”', { what }) }).click()
    await keepPicture(page, `words-${language}-menu`)
    await expect(page.getByRole('menuitem', { name: t('Take back') })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: t('Settings') }).click()
    await page.getByRole('button', { name: t('Protection of this desk…') }).click()
    const protection = page.getByRole('dialog', { name: t('Protection of this desk') })
    await protection.getByRole('button', { name: t('Choose a passphrase…') }).click()
    await protection.getByRole('textbox', { name: t('Passphrase') }).fill(PASSPHRASE)
    await protection.getByRole('textbox', { name: t('Once more') }).fill(PASSPHRASE)
    await keepPicture(page, `words-${language}-protection`)
    await protection.getByRole('button', { name: t('Set it') }).click()
    await protection.getByRole('button', { name: t('Lock now (Ctrl+Shift+L)') }).click()
    await expect(page.getByRole('heading', { name: t('The desk is locked') })).toBeVisible()
    await page.getByLabel(t('Passphrase'), { exact: true }).fill('something else altogether')
    await page.getByRole('button', { name: t('Unlock') }).click()
    await expect(page.getByText(t('That is not the passphrase of this desk.'))).toBeVisible()
    await keepPicture(page, `words-${language}-lock`)
    await page.reload()
    await expect(page.getByRole('heading', { name: t('The desk is locked') })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
  })
}

test('another language is spoken at once, and what was being written is there in it', async ({ openDesk, profile }) => {
  const { page } = await openDesk(profile, { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Use the practice blog' }).click()
  await newPost(page, 'Three bridges')
  await postText(page).click()
  await page.keyboard.type('The last words before the language')
  await chooseLanguage(page, 'ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('The last words before the language')).toBeVisible()
  await speak(speechFor('ar', []))
  await outboxLink(page).click()
  await expect(page.getByRole('heading', { name: t('Nothing waits') })).toBeVisible()
})

test('in the long English nothing of the outbox is cut off or lies over another', async ({ openDesk, profile }) => {
  await fillOutbox(profile, 'as-the-computer')
  const { page } = await openDesk(profile, { colorScheme: 'light', locale: LONG_ENGLISH })
  await page.getByRole('link', { name: /^⟦Ôütbôx/ }).click()
  await expect(page.getByRole('heading', { name: /^⟦Ôütbôx~+⟧$/ })).toBeVisible()
  await expectNothingOutside(page)
  await keepPicture(page, 'words-long-outbox')
  await page.setViewportSize({ width: 640, height: 800 })
  await expectNothingOutside(page)
  await keepPicture(page, 'words-long-narrow')
})

/** With how much waits behind its name. */
const outboxLink = (page: Page) => page.getByRole('link', { name: new RegExp(`^${t('Outbox')}`, 'u') })

/** Each part of a line has room for its words. */
async function expectNothingOutside(page: Page): Promise<void> {
  const outside = await page
    .locator('.outbox-line > *, .outbox h1, .button')
    .evaluateAll((parts) =>
      parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent),
    )
  expect(outside).toEqual([])
}

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').getByText(languageFacts[language].ownName, { exact: true }).click()
}

async function fillOutbox(profileFolder: string, language: Language | 'as-the-computer'): Promise<void> {
  const core = openCore(profileFolder)
  const { id: blogId } = await core.mutate('blogs', 'connectPractice')
  await core.mutate('settings', 'set', { language })
  for (const title of TITLES) {
    const { id: postId, ...post } = await core.mutate('posts', 'create', { blogId })
    const document = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          attrs: { dir: null, source: null },
          content: [{ type: 'text' as const, text: title }],
        },
      ],
    }
    await core.mutate('posts', 'edit', { ...post, postId, sequence: 1, title, document, caret: null })
    await core.mutate('posts', 'flush', { postId })
    const { id: entryId } = await core.mutate('posts', 'publish', { postId, as: 'publish' })
    await core.mutate('outbox', 'hold', { entryId })
  }
  await core.close()
}
