import type { Snapshot } from '../../../../../shared/contract/services.ts'
import { shortTime } from '../../../ui/times.ts'

/** One word or so for why there is this version; what the person called it comes first. */
export function pointWords({ name, why, sentAs }: Pick<Snapshot, 'name' | 'why' | 'sentAs'>): string {
  if (name !== null) return name
  switch (why) {
    case 'autosave':
      return 'Saved here'
    case 'received':
      return 'From the blog'
    case 'before-receive':
      return 'Before the merge'
    case 'merged':
      return 'Both texts put together'
    case 'restored':
      return 'Brought back'
    case 'sent':
      return sentWords(sentAs)
  }
}

function sentWords(sentAs: Snapshot['sentAs']): string {
  switch (sentAs) {
    case 'published':
      return 'Published'
    case 'in-review':
      return 'Sent for review'
    case 'scheduled':
      return 'Scheduled'
    case 'waits':
      return 'Put into the outbox'
    case 'taken-back':
      return 'Taken out of the outbox'
    case 'changed-there':
    case null:
      return 'Sent'
  }
}

/** A version that somebody would look for: anything but one save among many. */
export const isPoint = ({ name, why }: Pick<Snapshot, 'name' | 'why'>): boolean => name !== null || why !== 'autosave'

/** `+12 −3 words`; what is the same is said so. */
export function changeWords({ added, removed }: { added: number; removed: number }): string {
  if (added === 0 && removed === 0) return 'Same words'
  const parts = [
    ...(added > 0 ? [`+${added.toLocaleString('en-GB')}`] : []),
    ...(removed > 0 ? [`−${removed.toLocaleString('en-GB')}`] : []),
  ]
  return `${parts.join(' ')} ${added + removed === 1 ? 'word' : 'words'}`
}

/** The same for those who hear it. */
export function changeSpoken({ added, removed }: { added: number; removed: number }): string {
  if (added === 0 && removed === 0) return 'same words'
  const words = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`
  return [...(added > 0 ? [`${words(added)} more`] : []), ...(removed > 0 ? [`${words(removed)} gone`] : [])].join(', ')
}

/** `Today`, `Yesterday`, `Thursday 20 November`, with the year when it is not this one. */
export function dayName(iso: string, now: Date): string {
  const date = new Date(iso)
  const dayOf = (each: Date): string => each.toDateString()
  if (dayOf(date) === dayOf(now)) return 'Today'
  if (dayOf(date) === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday'
  const isThisYear = date.getFullYear() === now.getFullYear()
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

/** `14:02:07`, to tell versions of one minute apart. */
export const timeOfDay = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso))

export const versionLabel = (snapshot: Snapshot): string => {
  const time = timeOfDay(snapshot.createdAt)
  const day = shortTime(snapshot.createdAt)
  return `${day.includes(':') ? time : `${day}, ${time}`} · ${pointWords(snapshot)}`
}
