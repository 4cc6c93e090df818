import type { PasteSource } from './paste-source.ts'
import { LOOKS } from './quiet-styles.ts'

const CLIMBS_AT_MOST = 3

/**
 * A reference and its note link to each other: so it is in Word (`_ftn1`), Google Docs (`ftnt1`), LibreOffice
 * (`sdfootnote1sym`), Wikipedia and most other pages. Whichever of two such links comes first is the reference. A reference
 * whose note was not copied stays as it is.
 */
export function takeFootnotes(source: PasteSource): void {
  const anchors = [...source.root.querySelectorAll('a[href*="#"]')]
  if (anchors.length < 2) return
  const byName = namedElements(source.root)
  const linkingTo = Map.groupBy(anchors, fragmentOf)
  const placeOf = new Map(anchors.map((anchor, place) => [anchor, place]))
  const found = anchors.flatMap((reference, place) => {
    const target = byName.get(fragmentOf(reference))
    const note = target && !target.contains(reference) ? noteAround(target, source.root) : null
    if (!note || note.contains(reference)) return []
    const back = namesNear(reference)
      .flatMap((name) => linkingTo.get(name) ?? [])
      .find((other) => (placeOf.get(other) ?? 0) > place && note.contains(other))
    return back ? [{ reference, note, back }] : []
  })
  const notes = new Set(found.map(({ note }) => note))
  const ids = new Map<Element, string>()
  const boxes = Map.groupBy(notes, ({ parentElement }) => parentElement)
  for (const { reference, note, back } of found) {
    const id = ids.get(note) ?? crypto.randomUUID()
    ids.set(note, id)
    source.references.set(wholeMarker(reference), id)
    wholeMarker(back).remove()
  }
  for (const [note, id] of ids) {
    const whole = boxes.get(note.parentElement)?.length === 1 ? wholeNote(note, source.root) : note
    source.notes.set(id, whole)
    removeWithRule(whole, source.root)
  }
}

const fragmentOf = (anchor: Element): string => {
  const href = anchor.getAttribute('href') ?? ''
  return href.slice(href.indexOf('#') + 1)
}

function namedElements(root: Element): Map<string, Element> {
  const named = new Map<string, Element>()
  for (const element of root.querySelectorAll('[id], a[name]')) {
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element)
  }
  return named
}

/** Its own names, and those of what stands closely around it, inside or right before. */
function namesNear(reference: Element): string[] {
  const near: Element[] = [...reference.querySelectorAll('[id], [name]')]
  let around: Element | null = reference
  for (let climbs = 0; around && climbs < CLIMBS_AT_MOST; climbs += 1) {
    near.push(around)
    around = around.parentElement
  }
  if (reference.previousElementSibling) near.push(reference.previousElementSibling)
  return near.flatMap(namesOf)
}

const namesOf = (element: Element): string[] =>
  [element.id, element.getAttribute('name') ?? ''].filter((name) => name !== '')

const BLOCKS = 'li, p, dd, div, aside, td'

function noteAround(target: Element, root: Element): Element | null {
  const note = target.matches(BLOCKS) ? target : target.closest(BLOCKS)
  return note === root || !note || !root.contains(note) ? null : note
}

/** A note of several paragraphs stands in a box of its own. */
function wholeNote(note: Element, root: Element): Element {
  const box = note.parentElement
  if (box === null || box === root || box.localName !== 'div') return note
  const isFootnoteBox = box.id !== '' || /mso-element/.test(box.getAttribute(LOOKS) ?? '')
  return isFootnoteBox || box.children.length === 1 ? box : note
}

/** The raised sign around the link too, when it holds nothing else. */
function wholeMarker(anchor: Element): Element {
  let marker = anchor
  let around = anchor.parentElement
  while (
    around &&
    /^(?:sup|span)$/.test(around.localName) &&
    around.textContent?.trim() === anchor.textContent?.trim()
  ) {
    marker = around
    around = around.parentElement
  }
  return marker
}

/** The line that programs draw above the notes goes with them, and so does a box that held nothing else. */
function removeWithRule(note: Element, root: Element): void {
  const box = note.parentElement
  removeRuleBefore(note)
  note.remove()
  if (!box || box === root || holdsSomething(box)) return
  removeRuleBefore(box)
  box.remove()
}

/** Stops at the first word or picture: the box may be the whole document. */
function holdsSomething(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && /\S/.test(child.textContent ?? '')) return true
    if (child.nodeType === 1 && ((child as Element).localName === 'img' || holdsSomething(child as Element)))
      return true
  }
  return false
}

function removeRuleBefore(element: Element): void {
  let before = element.previousElementSibling
  while (before && /^(?:hr|br)$/.test(before.localName)) {
    before.remove()
    before = element.previousElementSibling
  }
}
