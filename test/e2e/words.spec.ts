import type { Page } from '@playwright/test'
import { languageFacts, speechFor, type Language } from '../../src/shared/words/languages.ts'
import { speak } from '../../src/shared/words/speak.ts'
import { t } from '../../src/shared/words/t.ts'
import { holdPosts } from '../support/held-posts.ts'
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
  await speak(speechFor('ar', []))
  // In the paper: the list shows the same words beside it as soon as its row is read.
  await expect(page.getByRole('textbox', { name: t('Text of the post') })).toHaveText(
    'The last words before the language',
  )
  await keepPicture(page, 'words-ar-writing')
  await outboxLink(page).click()
  await expect(page.getByRole('heading', { name: t('Nothing waits') })).toBeVisible()
})

const outboxLink = (page: Page) => placeLink(page, t('Outbox'))

/** With how much waits behind its name. */
const placeLink = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`, 'u') })

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').getByText(languageFacts[language].ownName, { exact: true }).click()
}

async function fillOutbox(profileFolder: string, language: Language | 'as-the-computer'): Promise<void> {
  const core = openCore(profileFolder)
  const { id: blogId } = await core.mutate('blogs', 'connectPractice')
  await core.mutate('settings', 'set', { language })
  await holdPosts(
    core,
    blogId,
    TITLES.map((title) => ({ title, text: title })),
  )
  await core.close()
}
