import type { Page } from '@playwright/test'
import { expect } from './open-desk-window.ts'

/** What a window under attack was seen to do. All of it must stay empty. */
export interface Seen {
  foreignRequests: string[]
  dialogs: string[]
  popups: string[]
  downloads: string[]
  /** Where the window itself went, other than within the desk. */
  departures: string[]
}

declare global {
  interface Window {
    /** How often a script of the blog's ran, and what the policy had to stop. */
    pwned: number
    pwn: () => void
    violations: string[]
    canary: unknown
  }
}

const CANARY = 'whole'

/**
 * Puts the canaries out and reloads. Call it on the desk's own first page. Whatever the page asks for is let through, so that a
 * request that leaves also arrives.
 */
export async function watch(page: Page): Promise<Seen> {
  const { origin } = new URL(page.url())
  const seen: Seen = { foreignRequests: [], dialogs: [], popups: [], downloads: [], departures: [] }
  page.context().on('request', (request) => {
    if (new URL(request.url()).origin !== origin) seen.foreignRequests.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('download', (download) => seen.downloads.push(download.url()))
  page.on('framenavigated', (frame) => {
    if (new URL(frame.url()).origin !== origin) seen.departures.push(frame.url())
  })
  page.context().on('page', (popup) => seen.popups.push(popup.url()))
  await page.addInitScript((canary) => {
    window.pwned = 0
    window.violations = []
    window.pwn = () => void (window.pwned += 1)
    window.canary = canary
    document.cookie = `canary=${canary}`
    localStorage.setItem('canary', canary)
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  }, CANARY)
  await page.reload()
  return seen
}

/**
 * What sanitiser and editor parse into a document of their own, which shows and runs nothing, is checked by the policy too. Where
 * foreign HTML is parsed in such a way, as the editor does, these reports mean no attempt.
 */
const ALSO_WHEN_INERT = /^(script-src-attr|style-src-attr|style-src-elem|base-uri) /

export async function expectUnharmed(
  page: Page,
  seen: Seen,
  { leaks, inertParsing }: { leaks: string[]; inertParsing: boolean },
): Promise<void> {
  const inPage = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')]
    const scheme = (address: string): string => new URL(address, document.baseURI).protocol
    const clobbered = ['body', 'forms', 'cookie', 'getElementById', 'defaultView', 'implementation'].filter(
      (name) => Reflect.get(document, name) instanceof Element && name !== 'body',
    )
    return {
      pwned: window.pwned,
      canaries: [window.canary, document.cookie, localStorage.getItem('canary')],
      opener: window.opener as unknown,
      polluted: [Reflect.get({}, 'polluted'), ...Object.keys(Object.prototype)],
      clobbered,
      isBody: document.body instanceof HTMLBodyElement,
      handlers: elements.flatMap((each) => each.getAttributeNames().filter((name) => name.startsWith('on'))),
      strange: elements
        .filter((each) =>
          each.matches(
            'iframe, frame, object, embed, base, form:not([class]), portal, math, meta[http-equiv], video, audio',
          ),
        )
        .map((each) => each.outerHTML.slice(0, 100)),
      scripts: [...document.scripts].filter((each) => !each.src.startsWith(location.origin)).length,
      schemes: [...new Set([...document.links].map((each) => scheme(each.href)))].filter(
        (each) => !['http:', 'https:', 'mailto:'].includes(each),
      ),
    }
  })
  expect(inPage).toEqual({
    pwned: 0,
    canaries: [CANARY, expect.stringContaining(`canary=${CANARY}`), CANARY],
    opener: null,
    polluted: [undefined],
    clobbered: [],
    isBody: true,
    handlers: [],
    strange: [],
    scripts: 0,
    schemes: [],
  })
  const violations = await page.evaluate(() => window.violations)
  expect(violations.filter((each) => !inertParsing || !ALSO_WHEN_INERT.test(each))).toEqual([])
  expect(seen).toEqual({ foreignRequests: [], dialogs: [], popups: [], downloads: [], departures: [] })
  expect(leaks).toEqual([])
}

/** Opens what is folded and moves over everything, as a person does in the end. */
export async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
    for (const each of document.querySelectorAll('.comment-words *, .ProseMirror *')) {
      for (const type of ['pointerover', 'mouseover', 'focus', 'animationstart', 'toggle', 'error', 'load']) {
        each.dispatchEvent(new Event(type))
      }
    }
  })
}
