import { expect, type Page } from '@playwright/test'
import { t } from '../../src/shared/words/t.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import type { PostsToLookAt } from './desk-to-look-at.ts'
import { leaveDialogs } from './at-the-desk.ts'

export interface Screen {
  open(page: Page): Promise<void>
  /** What has to be done in this width, too. */
  settle?(page: Page): Promise<void>
}

const PASSPHRASE = 'four herons over the delta'

/** Every screen of a desk that was filled to be looked at, each reached from the one before. */
export const screens = (posts: PostsToLookAt): Record<string, Screen> => ({
  arrivals: place('/arrivals', '.boarding li'),
  today: {
    async open(page) {
      const count = await page.locator('.boarding li').count()
      await page
        .getByRole('button', { name: t('{count, plural, one {Let it go} other {Let all # go}}', { count }) })
        .click()
      await expect(page.locator('.outbox-line').first()).toBeVisible()
      await place('/today', '.today-list').open(page)
    },
  },
  tags: place('/writing/tags', '.tag-cloud'),
  posts: place('/writing', '.post-row'),
  page: {
    async open(page) {
      await openPost(page, posts.page)
      await page.getByRole('button', { name: new RegExp(t('Posts or pages')) }).click()
      await page.getByRole('option', { name: new RegExp(`^${t('Pages', {}, 'of a blog')}`) }).click()
    },
    settle: detailsTab(about).settle,
  },
  'with-a-password': {
    open: (page) => openPost(page, posts.withPassword),
    settle: (page) => unfoldAt(page, t('Keep at the top of the blog')),
  },
  conflict: {
    async open(page) {
      await openPost(page, posts.changed)
      await page.getByRole('button', { name: t('See what changed') }).click()
      await expect(page.locator('.conflict').first()).toBeVisible()
    },
  },
  source: {
    async open(page) {
      await openPost(page, posts.translated)
      await page.getByRole('tab', { name: t('Source', {}, 'the text that this one translates') }).click()
    },
    settle: detailsTab(() => t('Source', {}, 'the text that this one translates')).settle,
  },
  translation: {
    open: detailsTab(about).open,
    settle: (page) => unfoldAt(page, t('In other languages')),
  },
  'publish-translation': question(() => t('Publish…')),
  editor: leaving({ open: (page) => openPost(page, posts.published) }),
  'about-the-post': detailsTab(about),
  'in-other-languages': {
    async open() {},
    settle: (page) => unfoldAt(page, t('In other languages')),
  },
  'before-you-publish': detailsTab(() => t('Before you publish')),
  share: detailsTab(() => t('Share')),
  history: detailsTab(() => t('History')),
  outline: detailsTab(() => t('Outline')),
  publish: leaving(question(() => t('Update…'))),
  outbox: leaving(place('/outbox', '.outbox-line')),
  conversation: place('/conversation', '.comment'),
  review: place('/review', '.review-line'),
  suggestions: {
    async open(page) {
      await expect(page.locator('.post-text ins').first()).toBeVisible()
    },
    settle: (page) => unfold(page, t('Suggestions'), t('Show what is said')),
  },
  pictures: place('/pictures', '.library'),
  reading: place('/reading', '.reading-item, main h2'),
  insight: place('/insight', '.insight .total'),
  boarding: place('/boarding', '.departure'),
  connect: place('/connect', 'form'),
  guidance: {
    async open(page) {
      await page.keyboard.press('F1')
      await page.locator('.guidance-list li a').nth(3).click()
      await expect(page.locator('.guidance-page article h2')).toBeVisible()
    },
  },
  lessons: place('/guidance/practice', '.practice-lessons'),
  search: {
    async open(page) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('the')
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    },
  },
  palette: leaving({
    async open(page) {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    },
  }),
  shortcuts: leaving({
    async open(page) {
      await page.keyboard.press('Control+/')
      await expect(page.getByRole('dialog').locator('.shortcuts-group').first()).toBeVisible()
    },
  }),
  settings: leaving(question(() => t('Settings'))),
  backups: leaving(ofSettings(() => t('Backups…'))),
  doctor: leaving(ofSettings(() => t('Site doctor…'))),
  'doctor-result': {
    async open(page) {
      await page.getByRole('button', { name: t('Look at the site') }).click()
      await expect(page.getByRole('button', { name: t('Look again') })).toBeVisible({ timeout: 60_000 })
    },
  },
  'saved-replies': leaving(ofSettings(() => t('Saved replies…'))),
  protection: leaving(ofSettings(() => t('Protection of this desk…'))),
  // The last: behind it is nothing to be seen.
  lock: {
    async open(page) {
      const protection = page.getByRole('dialog', { name: t('Protection of this desk') })
      await protection.getByRole('button', { name: t('Choose a passphrase…') }).click()
      await protection.getByRole('textbox', { name: t('Passphrase') }).fill(PASSPHRASE)
      await protection.getByRole('textbox', { name: t('Once more') }).fill(PASSPHRASE)
      await protection.getByRole('button', { name: t('Set it') }).click()
      await protection.getByRole('button', { name: t('Lock now (Ctrl+Shift+L)') }).click()
      await expect(page.getByRole('heading', { name: t('The desk is locked') })).toBeVisible()
    },
  },
})

async function openPost(page: Page, postId: PostId): Promise<void> {
  const path = `/writing/${postId}`
  await place(path, `[aria-current][href="#${path}"], .paper .post-text`).open(page)
  await expect(page.locator('.post-text p').first()).not.toBeEmpty()
}

function place(path: string, seen: string): Screen {
  return {
    async open(page) {
      await page.evaluate((to) => void (location.hash = to), path)
      await expect(page.locator(seen).first()).toBeVisible()
    },
  }
}

function detailsTab(name: () => string): Required<Screen> {
  return {
    async open(page) {
      await page.getByRole('tab', { name: name() }).click()
    },
    settle: (page) => unfold(page, name(), t('Show details')),
  }
}

const about = (): string => t('About', {}, 'what is about a post')

async function unfoldAt(page: Page, seen: string): Promise<void> {
  // The panel becomes a sheet, or a sheet the panel, while one looks for it, and then it has to be unfolded again.
  await expect(async () => {
    await unfold(page, about(), t('Show details'))
    await page.getByText(seen).last().scrollIntoViewIfNeeded({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
}

/** What stands beside a text is a sheet where the window is narrow, which is asked for once the window knows that it is. */
const unfold = (page: Page, tab: string, show: string): Promise<void> =>
  expect(async () => {
    const button = page.getByRole('button', { name: show })
    if (await button.isVisible()) await button.click({ timeout: 1000 })
    await expect(page.getByRole('tab', { name: tab })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })

function question(button: () => string): Screen {
  return {
    async open(page) {
      await page.getByRole('button', { name: button(), exact: true }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  }
}

/** One dialog over another; what stood there before is put away. */
function ofSettings(button: () => string): Screen {
  return {
    async open(page) {
      await page.getByRole('button', { name: t('Settings'), exact: true }).click()
      await page.getByRole('button', { name: button(), exact: true }).click()
      await expect(page.getByRole('dialog')).toHaveCount(2)
    },
  }
}

function leaving({ open, settle }: Screen): Screen {
  return {
    async open(page) {
      await leaveDialogs(page)
      await open(page)
    },
    ...(settle ? { settle } : {}),
  }
}
