import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2, A and AA, as far as a program can see. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Nothing on the screen, as it came to rest, keeps anybody out. A journey goes on and says so at its end. `contrast` is all that
 * another light changes.
 */
export async function expectAccessible(page: Page, screen: string, about: 'all' | 'contrast' = 'all'): Promise<void> {
  await page.evaluate(cameToRest)
  const { violations, passes } = await new AxeBuilder({
    page,
    ...((await hasAxe(page)) ? { axeSource: 'void 0' } : {}),
  })
    // What passed is counted only: to name each element that did is most of the time.
    .options({
      ...(about === 'all'
        ? { runOnly: { type: 'tag', values: RULES }, rules: { 'target-size': { enabled: true } } }
        : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
      resultTypes: ['violations'],
    })
    // Words that are neither seen nor heard: they only carry the marks of those beneath them.
    .exclude('.field-marks')
    // What was just said aloud stays in its place for some seconds, and may be the name of something that has gone since.
    .exclude('[data-live-announcer] [role="img"]')
    .setLegacyMode()
    .analyze()
  // Of contrast alone it may be that it can judge none: words of one script, before two layers.
  if (about === 'all') expect(passes.length, `${screen} was looked at`).toBeGreaterThan(0)
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [`${id}: ${help}`, target.join(' '), html.slice(0, 300), failureSummary ?? ''].join('\n    '),
    ),
  )
  expect.soft(found.join('\n'), `${screen} keeps somebody out`).toBe('')
}

/** From a look before. To read all of it in again is more than half of the work of a look; a page within the page may still lack it. */
const hasAxe = async (page: Page): Promise<boolean> =>
  page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))

/** What fades in has no contrast yet; what turns for ever is not waited for. */
const cameToRest = async (): Promise<void> => {
  const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(passing.map((each) => each.finished))
}
