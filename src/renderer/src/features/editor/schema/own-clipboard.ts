/**
 * Pictures and blocks kept verbatim travel through the clipboard as HTML that carries this window's mark. Without it the
 * same HTML, on a page somebody copies from, could slip any block into a post.
 */
const MARK = crypto.randomUUID()

export const CARRIER_TAG = '[data-desk-block]'

/** The attributes of a carrier element for a node's attributes. */
export function toCarrier(name: string, attrs: object): Record<string, string> {
  return { 'data-desk-block': MARK, 'data-desk-name': name, 'data-desk-attrs': JSON.stringify(attrs) }
}

/** The node's attributes, or false when this window did not write the element or it carries another node. */
export function fromCarrier(element: HTMLElement, name: string): Record<string, unknown> | false {
  const { deskBlock, deskName, deskAttrs } = element.dataset
  if (deskBlock !== MARK || deskName !== name || deskAttrs === undefined) return false
  return JSON.parse(deskAttrs) as Record<string, unknown>
}

/** What is kept of an element that is itself drawn as HTML. */
export const keptToClipboard = (kept: unknown): Record<string, string> =>
  kept === null || kept === undefined ? {} : { 'data-desk-kept': `${MARK} ${JSON.stringify(kept)}` }

export function keptFromClipboard(element: HTMLElement): unknown {
  const carried = element.dataset['deskKept']
  return carried?.startsWith(`${MARK} `) ? JSON.parse(carried.slice(MARK.length + 1)) : null
}
