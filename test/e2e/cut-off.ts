import type { Page } from '@playwright/test'

/**
 * The interface's own words that are cut off or lie outside of what they stand in, each with where. Only under the long English, whose sentences
 * stand in brackets: what a person, a blog or a file wrote has none and may be cut.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, data } = node as Text
      if (!parent || !/[⟦⟧~]/.test(data) || !parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const [left, right] = [...range.getClientRects()].reduce(
        ([from, to], each) => [Math.min(from, each.left), Math.max(to, each.right)],
        [Infinity, -Infinity],
      )
      const why = troubleOf(parent, left, right)
      if (why !== null) found.add(`${why}: ${data.trim()} (${pathOf(parent)})`)
    }
    return [...found]

    function troubleOf(parent: Element, left: number, right: number): string | null {
      let isOwnBox = true
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const { display, overflowX, position, clipPath } = getComputedStyle(box)
        if (display === 'inline' || display === 'contents') continue
        const { left: from, right: to, width } = box.getBoundingClientRect()
        // For those who hear the page.
        if (width <= 1 || (position === 'absolute' && clipPath !== 'none')) return null
        const isOutside = left < from - 1 || right > to + 1
        if (isOutside && (overflowX === 'hidden' || overflowX === 'clip')) return 'cut off'
        if (overflowX === 'auto' || overflowX === 'scroll') return isOutside && isOwnBox ? 'scrolls sideways' : null
        if (isOutside && isOwnBox) return 'outside its box'
        isOwnBox = false
      }
      return left < -1 || right > document.documentElement.clientWidth + 1 ? 'beyond the window' : null
    }

    function pathOf(element: Element): string {
      const names: string[] = []
      for (let each: Element | null = element; each && names.length < 4; each = each.parentElement)
        names.unshift(`${each.localName}${each.classList.length === 0 ? '' : `.${[...each.classList].join('.')}`}`)
      return names.join(' > ')
    }
  })
