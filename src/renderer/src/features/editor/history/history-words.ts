import type { Snapshot } from '../../../../../shared/contract/services.ts'
import { t } from '../../../../../shared/words/t.ts'
import { dateFormat } from '../../../../../shared/words/date-words.ts'
import { shortTime } from '../../../ui/times.ts'
import { versionName } from '../../../../../shared/version-name.ts'

/** One word or so for why there is this version; what the person called it comes first. */
export function pointWords({ name, why, sentAs }: Pick<Snapshot, 'name' | 'why' | 'sentAs'>): string {
  if (name !== null) return versionName(name)
  switch (why) {
    case 'autosave':
      return t('Saved here')
    case 'received':
      return t('From the blog', {}, 'why there is this version')
    case 'before-receive':
      return t('Before the merge')
    case 'merged':
      return t('Both texts put together')
    case 'restored':
      return t('Brought back')
    case 'sent':
      return sentWords(sentAs)
  }
}

function sentWords(sentAs: Snapshot['sentAs']): string {
  switch (sentAs) {
    case 'published':
      return t('Published', {}, 'why there is this version')
    case 'in-review':
      return t('Sent for review')
    case 'scheduled':
      return t('Scheduled', {}, 'why there is this version')
    case 'waits':
      return t('Put into the outbox')
    case 'taken-back':
      return t('Taken out of the outbox')
    case 'changed-there':
    case null:
      return t('Sent', {}, 'why there is this version')
  }
}

/** A version that somebody would look for: anything but one save among many. */
export const isPoint = ({ name, why }: Pick<Snapshot, 'name' | 'why'>): boolean => name !== null || why !== 'autosave'

/** `+12 −3 words`; what is the same is said so. */
export function changeWords({ added, removed }: { added: number; removed: number }): string {
  if (added === 0 && removed === 0) return t('Same words')
  if (removed === 0) return t('{added, plural, one {+# word} other {+# words}}', { added })
  if (added === 0) return t('{removed, plural, one {−# word} other {−# words}}', { removed })
  return t('+{added, number} −{removed, number} words', { added, removed })
}

/** The same for those who hear it. */
export function changeSpoken({ added, removed }: { added: number; removed: number }): string {
  if (added === 0 && removed === 0) return t('same words')
  const more = t('{count, plural, one {# word more} other {# words more}}', { count: added })
  const gone = t('{count, plural, one {# word gone} other {# words gone}}', { count: removed })
  if (removed === 0) return more
  return added === 0 ? gone : t('{more}, {gone}', { more, gone })
}

/** `Today`, `Yesterday`, `Thursday 20 November`, with the year when it is not this one. */
export function dayName(iso: string, now: Date): string {
  const date = new Date(iso)
  const dayOf = (each: Date): string => each.toDateString()
  if (dayOf(date) === dayOf(now)) return t('Today')
  if (dayOf(date) === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return t('Yesterday')
  const isThisYear = date.getFullYear() === now.getFullYear()
  return dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

/** `14:02:07`, to tell versions of one minute apart. */
export const timeOfDay = (iso: string): string =>
  dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso))

export const versionLabel = (snapshot: Snapshot): string => {
  const time = timeOfDay(snapshot.createdAt)
  const point = pointWords(snapshot)
  const isToday = new Date(snapshot.createdAt).toDateString() === new Date().toDateString()
  return isToday
    ? `${time} · ${point}`
    : t('{day}, {time} · {point}', { day: shortTime(snapshot.createdAt), time, point })
}
