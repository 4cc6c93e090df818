import { postPayloadOf, textOf, type EntryRecord } from './desk-records.ts'
import type { Device } from './device.ts'

/**
 * What one person or laptop wrote is told apart by a mark that nobody else writes: `left-12`, or the colleague's time. A
 * merge may put texts together as it likes, but it may not lose a mark that was new on either side.
 */
const marksOf = (text: string): string[] =>
  text.match(/\b(?:left|right)-\d+|A colleague (?:was here|rewrote it) at \S+/g) ?? []

/** The marks of `text` that the person has not seen before, and that are therefore nobody's to leave out. */
function newMarks({ memory }: Device, postId: string, text: string): string[] {
  const known = [...(memory.known.get(postId) ?? [])].flatMap(marksOf)
  return marksOf(text).filter((mark) => !known.includes(mark))
}

/** Whether `now` has everything in it that `text` brought. */
export function keepsMarksOf(device: Device, postId: string, { text, now }: { text: string; now: string }): boolean {
  const present = new Set(marksOf(now))
  return newMarks(device, postId, text).every((mark) => present.has(mark))
}

/**
 * The text that the person handed over, before a colleague's changes were taken in. null when the entry says something
 * that cannot have come of it: a text that is not in history as merged, or one that lacks words of the person's.
 */
export function handedOverText(device: Device, entry: EntryRecord): string | null {
  const { words, mergedFrom, putsRight } = postPayloadOf(entry)
  const now = textOf(words)
  const [first] = mergedFrom ?? []
  if (first === undefined) return now
  const { records } = device.life ?? {}
  if (!records || entry.postId === null || !records.mergedTextsOf(entry.postId).has(now)) return null
  const text = records.versionText(entry.postId, first)
  if (text === null) return null
  // What is put right may since have been taken out by somebody who saw the post as the late request had left it.
  const mayLack = putsRight !== undefined
  return mayLack || keepsMarksOf(device, entry.postId, { text, now }) ? text : null
}

/** Whether an entry that says something else than before says it because a colleague's change was taken in. */
export const isRebased = (device: Device, before: EntryRecord, now: EntryRecord): boolean =>
  (now.kind === 'publish-post' || now.kind === 'update-post') &&
  (postPayloadOf(now).mergedFrom ?? []).includes(postPayloadOf(before).wordsHash) &&
  handedOverText(device, now) !== null
