const FIELDS = 'input, textarea, select'

/**
 * A browser writes what stands in the fields of a page into its own files, to restore the session with, unless they say
 * `autocomplete="off"`. Every field that comes into `page` and says nothing gets it.
 */
export function keepOutOfSession(page: Element): void {
  const mark = (field: Element): void => {
    if (!field.hasAttribute('autocomplete')) field.setAttribute('autocomplete', 'off')
  }
  new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        if (node.matches(FIELDS)) mark(node)
        else node.querySelectorAll(FIELDS).forEach(mark)
      }
  }).observe(page, { childList: true, subtree: true })
}
