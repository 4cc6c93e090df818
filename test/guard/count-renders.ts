import type { Page } from '@playwright/test'

/** What React's own tools for developers are told, also by the built program. */
interface Fiber {
  tag: number
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
}

interface Counted {
  componentRenders: number
  /** How often something was drawn at all. */
  commits: number
}

/** From now on each page counts what its components draw; to be called before the page is opened. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Functions, classes, and both inside `forwardRef` and `memo`.
    const components = new Set([0, 1, 11, 14, 15])
    const PERFORMED_WORK = 1
    const counted: Counted = { componentRenders: 0, commits: 0 }
    const count = (fiber: Fiber, before: Fiber | null): void => {
      if (components.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) counted.componentRenders += 1
      // The same child: nothing below was drawn.
      if (fiber.child === before?.child) return
      for (let child = fiber.child; child; child = child.sibling) count(child, child.alternate)
    }
    Object.assign(window, counted, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        checkDCE: () => undefined,
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot(_renderer: number, { current }: { current: Fiber }) {
          count(current, current.alternate)
          counted.commits += 1
          Object.assign(window, counted)
        },
      },
    })
  })
}

/** From now on each page notes what its own thread asks the host for; to be called before the page is opened. */
export async function watchCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const calls: string[] = []
    const ask = window.fetch
    window.fetch = (address, init) => {
      if (typeof init?.body === 'string') calls.push((JSON.parse(init.body) as { path: string }).path)
      return ask(address, init)
    }
    Object.assign(window, { calls })
  })
}

/** By their names, since the page was opened. */
export const callsSoFar = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as { calls: string[] }).calls])

/** How many components are drawn by each of so many keys, until the letter is on the screen; of a key in the middle. */
export const rendersPerKey = (page: Page, keys: number): Promise<number> => perKey(page, keys, drawnSoFar)

/** How often the page is laid out, and how often something in it is styled anew, for a key in the middle. */
export async function layoutsPerKey(page: Page, keys: number): Promise<{ layouts: number; styles: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const soFar = (name: string) => async (): Promise<number> => {
    await drawnSoFar(page)
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }
  const layouts = await perKey(page, keys, soFar('LayoutCount'))
  const styles = await perKey(page, keys, soFar('RecalcStyleCount'))
  await session.detach()
  return { layouts, styles }
}

async function perKey(page: Page, keys: number, soFar: (page: Page) => Promise<number>): Promise<number> {
  const counts: number[] = []
  for (let key = 0; key < keys; key += 1) {
    const before = await soFar(page)
    await page.keyboard.press('n')
    counts.push((await soFar(page)) - before)
  }
  return counts.toSorted((one, other) => one - other)[Math.floor(keys / 2)] ?? Number.NaN
}

/** Renders of components since the page was opened, once the next frame is drawn. */
export const drawnSoFar = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as Counted).componentRenders)))
      }),
  )
