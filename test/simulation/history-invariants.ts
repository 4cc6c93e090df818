import { isPostEntry, postPayloadOf, textOf } from './desk-records.ts'
import type { Device } from './device.ts'
import { Violation } from './violation.ts'

const THINNED_AFTER_MS = 10 * 60_000
/** Of no hour fewer than one version is kept. */
const LONG_BREAK_MS = 60 * 60_000

/**
 * I3: every text ever shown as Saved is in history. Autosaves older than ten minutes may be thinned; never the newest, and
 * never what the person had when they left the desk for hours, or what an old version took the place of.
 */
export function savedTextsAreInHistory(device: Device): void {
  const textsByPost = new Map<string, Set<string>>()
  const isInHistory = (postId: string, text: string): boolean => {
    const texts = textsByPost.get(postId) ?? device.life?.records.textsOf(postId) ?? new Set()
    textsByPost.set(postId, texts)
    return texts.has(text)
  }
  for (const [postId, acknowledged] of device.memory.acknowledged) {
    const newest = acknowledged.at(-1)
    // Later words may have been committed although a kill came before the word that they are saved.
    const isNewest = newest && !typedAfter(device.memory, postId, newest.text).some((text) => isInHistory(postId, text))
    const owed = acknowledged.filter(
      (each) => (each === newest && isNewest) || device.latestMs - each.atMs < THINNED_AFTER_MS,
    )
    device.memory.acknowledged.set(postId, owed)
    const missing = owed.find(({ text }) => !isInHistory(postId, text))
    if (missing) throw new Violation('lost', 'I3', `${device.name}: saved, and gone: ${JSON.stringify(missing.text)}`)
  }
  for (const { postId, text } of device.memory.lasting)
    if (!isInHistory(postId, text))
      throw new Violation('lost', 'I3', `${device.name}: to be found for ever, and gone: ${JSON.stringify(text)}`)
  for (const act of device.memory.acts) {
    if (act.kind !== 'post' || !wasQueued(device, act.postId, act.text)) continue
    if (!isInHistory(act.postId, act.text))
      throw new Violation('lost', 'I3', `${device.name}: sent, and not in history: ${JSON.stringify(act.text)}`)
  }
}

const wasQueued = ({ memory }: Device, postId: string, text: string): boolean =>
  memory.handedOver.has(`${postId} ${text}`)

/** The words saved last stay what the editor shows, until the person chooses others or they are on the blog. */
export function wordsStayInPlace({ name, memory, life }: Device): void {
  for (const [postId, text] of memory.inEditor) {
    // A kill may come between the commit of later words and the word that they are saved.
    const expected = [text, ...typedAfter(memory, postId, text)]
    const copy = life?.records.workingText(postId) ?? null
    if (copy !== null && expected.includes(copy)) continue
    const base = life?.records.baseTextOf(postId, 'agreed') ?? null
    // A colleague's work elsewhere in the post was taken in; what the person wrote is in it and in history.
    const shown = copy ?? base
    if (shown !== null && life?.records.mergedTextsOf(postId).has(shown)) continue
    const isOnBlog = expected.some((each) => wasSent(memory, postId, each) || base === each)
    if (copy !== null || !isOnBlog)
      throw new Violation('lost', 'I3', `${name}: the editor shows other words than ${JSON.stringify(text)}`)
    memory.inEditor.delete(postId)
  }
}

const wasSent = ({ entries }: Device['memory'], postId: string, text: string): boolean =>
  [...entries.values()].some(
    (entry) =>
      isPostEntry(entry) &&
      entry.postId === postId &&
      entry.state === 'done' &&
      textOf(postPayloadOf(entry).words) === text,
  )

/** The person left the desk with these words and came back to them: they are found again for ever. */
export function noteWordsOfBefore(device: Device, postId: string, text: string): void {
  const { memory, wasClockSet } = device
  const before = memory.acknowledged.get(postId)?.at(-1)
  if (!before || before.text === text || device.nowMs() - before.atMs < LONG_BREAK_MS) return
  // Later words that were saved without a word to the window may stand for them.
  const isLast = typedAfter(memory, postId, before.text).every((typed) => typed === text)
  if (isLast && !wasClockSet) memory.lasting.push({ postId, text: before.text })
}

function typedAfter({ typed }: Device['memory'], postId: string, text: string): string[] {
  const texts = [...typed.values()].filter((each) => each.postId === postId).map((each) => each.text)
  return texts.slice(texts.lastIndexOf(text) + 1)
}
