import type { Page } from '@playwright/test'
import { speechFor } from '../../src/shared/words/languages.ts'
import { speak } from '../../src/shared/words/speak.ts'
import { t } from '../../src/shared/words/t.ts'
import { expectAccessible } from './accessible.ts'
import { keepPictureIfWanted, leaveDialogs } from './at-the-desk.ts'
import { fillDesk } from './full-desk.ts'
import { expect, test } from './open-desk-window.ts'

// What fails is said in words, for each screen; a trace of so many costs more than it tells.
test.use({ trace: 'off' })

const WIDE = { width: 1440, height: 900 }
const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const

const APPEARANCES = {
  light: { viewport: WIDE, media: {}, about: 'all' },
  dark: { viewport: WIDE, media: { colorScheme: 'dark' }, about: 'contrast' },
  // Whose colours are the system's own.
  'forced-colors': { viewport: WIDE, media: { forcedColors: 'active' }, about: null },
  // What 200 % leaves of a wide window.
  '200-percent': { viewport: { width: 720, height: 450 }, media: {}, about: 'all' },
  narrow: { viewport: { width: 900, height: 700 }, media: {}, about: 'all' },
  'very-narrow': { viewport: { width: 640, height: 800 }, media: {}, about: 'all' },
} as const

type Appearance = keyof typeof APPEARANCES

const SETS = [
  { language: 'en', direction: 'ltr', appearances: Object.keys(APPEARANCES) as Appearance[] },
  { language: 'ar', direction: 'rtl', appearances: ['light', 'very-narrow'] satisfies Appearance[] },
] as const

test.afterEach(() => speak(speechFor('en', [])))

/** Light and width change without a reload: what is on a screen, and how far somebody had come, stays. */
for (const { language, direction, appearances } of SETS) {
  test(`every screen in every light and width keeps nobody out, in ${language}`, async ({ openDesk, profile }) => {
    await fillDesk(profile, language)
    await speak(speechFor(language, []))
    const { page } = await openDesk(profile, { colorScheme: 'light', reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    for (const [screen, { open, settle }] of Object.entries(SCREENS)) {
      await test.step(screen, async () => {
        await open(page)
        for (const name of appearances) {
          const { viewport, media, about } = APPEARANCES[name]
          await page.emulateMedia({ ...LIGHT, ...media })
          await page.setViewportSize(viewport)
          await settle?.(page)
          const seen = `set-${language}-${screen}-${name}`
          if (about !== null) await expectAccessible(page, seen, about)
          await keepPictureIfWanted(page, seen)
        }
        await page.setViewportSize(WIDE)
        await page.emulateMedia(LIGHT)
      })
    }
  })
}

interface Screen {
  open(page: Page): Promise<void>
  /** What has to be done in this width, too. */
  settle?(page: Page): Promise<void>
}

const place = (path: string, seen: string): Screen => ({
  async open(page) {
    await page.evaluate((to) => void (location.hash = to), path)
    await expect(page.locator(seen).first()).toBeVisible()
  },
})

const detailsTab = (name: () => string): Screen => ({
  async open(page) {
    await page.getByRole('tab', { name: name() }).click()
  },
  async settle(page) {
    const show = page.getByRole('button', { name: t('Show details') })
    if (await show.isVisible()) await show.click()
    await expect(page.getByRole('tab', { name: name() })).toBeVisible()
  },
})

const question = (button: () => string): Screen => ({
  async open(page) {
    await page.getByRole('button', { name: button(), exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
})

/** One dialog over another; what stood there before is put away. */
const ofSettings = (button: () => string): Screen => ({
  async open(page) {
    await page.getByRole('button', { name: t('Settings'), exact: true }).click()
    await page.getByRole('button', { name: button(), exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(2)
  },
})

const leaving = ({ open, settle }: Screen): Screen => ({
  async open(page) {
    await leaveDialogs(page)
    await open(page)
  },
  ...(settle ? { settle } : {}),
})

const SCREENS: Record<string, Screen> = {
  posts: place('/writing', '.post-row'),
  editor: {
    async open(page) {
      await page
        .getByRole('list', { name: t('Posts') })
        .getByRole('link', { name: /We gave you the wrong bus/ })
        .click()
      await expect(page.getByRole('textbox', { name: t('Text of the post') })).toContainText('bus')
    },
  },
  'about-the-post': detailsTab(() => t('About', {}, 'what is about a post')),
  'before-you-publish': detailsTab(() => t('Before you publish')),
  share: detailsTab(() => t('Share')),
  history: detailsTab(() => t('History')),
  outline: detailsTab(() => t('Outline')),
  publish: leaving(question(() => t('Update…'))),
  outbox: leaving(place('/outbox', '.outbox-line')),
  conversation: place('/conversation', '.comment'),
  review: place('/review', '.review-line'),
  pictures: place('/pictures', '.library'),
  reading: place('/reading', '.reading-item, main h2'),
  insight: place('/insight', '.insight .total'),
  boarding: place('/boarding', '.departure'),
  connect: place('/connect', 'form'),
  search: {
    async open(page) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('the')
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    },
  },
  settings: leaving(question(() => t('Settings'))),
  protection: leaving(ofSettings(() => t('Protection of this desk…'))),
  backups: leaving(ofSettings(() => t('Backups…'))),
  doctor: leaving(ofSettings(() => t('Site doctor…'))),
  'saved-replies': leaving(ofSettings(() => t('Saved replies…'))),
}
