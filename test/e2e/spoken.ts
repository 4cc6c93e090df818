import type { CDPSession, Page } from '@playwright/test'

interface Heard {
  heard: Map<Element, string>
}

/** What a screen reader would say: of what gets the focus its name, role and state; and what the page announces by itself. */
export interface Speech {
  /** Presses a key, or types words, and hears what comes of it; `until` is what the page has to show first. */
  press(key: string, until?: () => Promise<void>): Promise<void>
  type(words: string, until?: () => Promise<void>): Promise<void>
  /** All that was pressed and heard, one thing a line. */
  transcript(): string
}

export async function listenTo(page: Page): Promise<Speech> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  await page.evaluate(hearAnnouncements)
  const lines: string[] = []
  let focusSaid = ''
  async function step(what: string, act: () => Promise<void>, until?: () => Promise<void>): Promise<void> {
    lines.push(what)
    await act()
    await until?.()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const focus = await wordsOfFocus(session)
    // What is said about it besides, as it changes, is not said again.
    if (focus.name !== focusSaid) lines.push(`    ${focus.whole}`)
    focusSaid = focus.name
    const heard = await page.evaluate(() => {
      const { heard } = window as unknown as Heard
      const words = [...heard.values()]
      heard.clear()
      return words
    })
    for (const words of heard) lines.push(`    (says) ${words}`)
  }
  return {
    press: (key, until) => step(`[${key}]`, () => page.keyboard.press(key), until),
    type: (words, until) => step(`[types “${words}”]`, () => page.keyboard.type(words), until),
    transcript: () => `${lines.join('\n')}\n`,
  }
}

/** As a live region is read: the whole of it, when something in it changes; what is hidden says nothing. */
function hearAnnouncements(): void {
  const LIVE = 'output, [role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
  // What a region says is over when it says something else.
  const heard = new Map<Element, string>()
  const last = new WeakMap<Element, string>()
  Object.assign(window, { heard })
  const textOf = (region: Element): string => {
    const parts: string[] = []
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) parts.push(node.textContent ?? '')
    return parts.join(' ').replaceAll(/\s+/g, ' ').trim()
  }
  for (const region of document.querySelectorAll(LIVE)) last.set(region, textOf(region))
  new MutationObserver((changes) => {
    const regions = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE)
      if (around) regions.add(around)
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const each of [node, ...node.querySelectorAll(LIVE)]) if (each.matches(LIVE)) regions.add(each)
    }
    for (const region of regions) {
      const words = textOf(region)
      const isSilent = region.closest('[aria-hidden="true"], [aria-live="off"]') !== null || !region.isConnected
      if (words !== '' && words !== last.get(region) && !isSilent) heard.set(region, words)
      last.set(region, words)
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
}

interface Node {
  role?: { value?: string }
  name?: { value?: string }
  description?: { value?: string }
  value?: { value?: unknown }
  properties?: { name: string; value: { value?: unknown; relatedNodes?: { backendDOMNodeId: number }[] } }[]
}

async function wordsOfFocus(session: CDPSession): Promise<{ name: string; whole: string }> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  if (result.objectId === undefined) return { name: '', whole: '(nothing)' }
  const node = await nodeOf(session, { objectId: result.objectId })
  const active = node?.properties?.find(({ name }) => name === 'activedescendant')?.value.relatedNodes?.[0]
  const option = active && (await nodeOf(session, { backendNodeId: active.backendDOMNodeId }))
  const whole = [node, option].flatMap((each) => (each ? [wordsOf(each)] : [])).join(' → ')
  return { name: whole.replace(node?.description?.value ?? '', ''), whole }
}

async function nodeOf(
  session: CDPSession,
  of: { objectId: string } | { backendNodeId: number },
): Promise<Node | undefined> {
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { ...of, fetchRelatives: false })
  return nodes[0]
}

/** What is said of a state; what is not said is as everybody expects it. */
const STATES: Record<string, (value: unknown) => string> = {
  checked: (value) => (value === 'true' ? 'checked' : 'not checked'),
  expanded: (value) => (value === true ? 'expanded' : 'collapsed'),
  pressed: (value) => (value === 'true' ? 'pressed' : 'not pressed'),
  selected: (value) => (value === true ? 'selected' : ''),
  disabled: (value) => (value === true ? 'not available' : ''),
  invalid: (value) => (value === 'false' ? '' : 'invalid'),
  required: (value) => (value === true ? 'required' : ''),
  level: (value) => `level ${String(value)}`,
  hasPopup: (value) => (value === 'false' ? '' : `opens a ${String(value)}`),
}

function wordsOf({ role, name, description, value, properties = [] }: Node): string {
  const states = properties.flatMap(({ name: state, value: of }) => STATES[state]?.(of.value) ?? [])
  const written = typeof value?.value === 'string' && value.value.trim() !== '' ? [`“${value.value}”`] : []
  return [
    name?.value === undefined || name.value === '' ? '(no name)' : name.value,
    role?.value ?? '',
    ...states,
    ...written,
    description?.value ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
