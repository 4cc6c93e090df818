import { join } from 'node:path'
import { LANGUAGES, LONG_ENGLISH, speechFor, type Speech } from '../../src/shared/words/languages.ts'
import { speak } from '../../src/shared/words/speak.ts'
import { expectAccessible } from './accessible.ts'
import { keepPictureIfWanted } from './at-the-desk.ts'
import { cutOff } from './cut-off.ts'
import { fillDeskToLookAt } from './desk-to-look-at.ts'
import { expect, test, type DeskWindow } from './open-desk-window.ts'
import { screens, type Screen } from './visual-screens.ts'

// What fails is said in words, for each screen; a trace of so many costs more than it tells.
test.use({ trace: 'off', actionTimeout: 20_000 })
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

const WIDE = { width: 1440, height: 900 }
const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const

const APPEARANCES = {
  light: { viewport: WIDE, media: {}, about: 'all' },
  dark: { viewport: WIDE, media: { colorScheme: 'dark' }, about: 'contrast' },
  // Whose colours are the system's own.
  'forced-colors': { viewport: WIDE, media: { forcedColors: 'active' }, about: null },
  // What 200 % leaves of a wide window.
  '200-percent': { viewport: { width: 720, height: 450 }, media: {}, about: 'all' },
  // Between two that are looked at whole.
  narrow: { viewport: { width: 900, height: 700 }, media: {}, about: null },
  'very-narrow': { viewport: { width: 640, height: 800 }, media: {}, about: 'all' },
} as const

type Appearance = keyof typeof APPEARANCES
const appearances = (): Appearance[] => Object.keys(APPEARANCES) as Appearance[]

interface Set {
  name: string
  speech: Speech
  direction: 'ltr' | 'rtl'
  appearances: readonly Appearance[]
}

const SETS: Set[] = [
  { name: 'en', speech: speechFor('en', ['en-GB']), direction: 'ltr', appearances: appearances() },
  {
    name: 'ar',
    speech: speechFor('ar', ['ar-EG']),
    direction: 'rtl',
    appearances: ['light', 'dark', '200-percent', 'very-narrow'],
  },
  // Whose sentences are longer than any language's: nothing of them is cut off.
  {
    name: 'long',
    speech: { language: 'en', formatLocale: LONG_ENGLISH },
    direction: 'ltr',
    appearances: ['light', 'very-narrow'],
  },
]

/** To look at others, too: `ATTACHE_LOOK_IN=fr,vi`. */
for (const language of LANGUAGES)
  if ((process.env['ATTACHE_LOOK_IN'] ?? '').split(',').includes(language))
    SETS.push({
      name: language,
      speech: speechFor(language, [language]),
      direction: 'ltr',
      appearances: ['light', 'very-narrow'],
    })

const softly = expect.configure({ soft: true })

test.afterEach(() => speak(speechFor('en', [])))

/** Light and width change without a reload: what is on a screen, and how far somebody had come, stays. */
for (const { name, speech, direction, appearances: each } of SETS) {
  test(`every screen in every light and width keeps nobody out, in ${name}`, async ({ openDesk, profile }) => {
    const isLong = speech.formatLocale === LONG_ENGLISH
    async function look({ page }: Pick<DeskWindow, 'page'>, screen: string, settle?: Screen['settle']): Promise<void> {
      for (const appearance of each) {
        const { viewport, media, about } = APPEARANCES[appearance]
        await page.emulateMedia({ ...LIGHT, ...media })
        await page.setViewportSize(viewport)
        await settle?.(page)
        const seen = `set-${name}-${screen}-${appearance}`
        // In a window that was just made narrow a panel may still be on its way to where it stays.
        if (isLong) await softly.poll(() => cutOff(page), { message: seen, timeout: 5000 }).toEqual([])
        else if (about !== null) await expectAccessible(page, seen, about)
        await keepPictureIfWanted(page, seen)
      }
      await page.setViewportSize(WIDE)
      await page.emulateMedia(LIGHT)
    }

    const context = { colorScheme: 'light', reducedMotion: 'reduce', locale: speech.formatLocale } as const
    await test.step('first-screen', async () => {
      const first = await openDesk(join(profile, 'first'), context)
      await expect(first.page.locator('html')).toHaveAttribute('dir', direction)
      await expect(first.page.locator('.welcome')).toBeVisible()
      await look(first, 'first-screen')
      await first.stop()
    })
    const posts = await fillDeskToLookAt(join(profile, 'full'), isLong ? 'as-the-computer' : speech.language)
    await speak(speech)
    const desk = await openDesk(join(profile, 'full'), context)
    await expect(desk.page.locator('html')).toHaveAttribute('dir', direction)
    for (const [screen, { open, settle }] of Object.entries(screens(posts)))
      await test.step(screen, async () => {
        await open(desk.page)
        await look(desk, screen, settle)
      })
  })
}
