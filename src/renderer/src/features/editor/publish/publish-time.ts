import { t } from '../../../../../shared/words/t.ts'
import { utcIso, type UtcIso } from '../../../../../shared/domain/ids.ts'
import { bothClocks } from '../../../ui/times.ts'
import { momentAtBlog, wallTimeAtBlog, type WallTime } from './blog-clock.ts'

/** What the person has put in; `wall` is kept while Now is chosen. */
export interface ChosenTime {
  isLater: boolean
  wall: WallTime
}

/** Tomorrow at eight at the blog, until the person says otherwise. */
export function firstChosenTime(now: Date, blogZone: string, isLater = false): ChosenTime {
  const { date } = wallTimeAtBlog(new Date(now.getTime() + 86_400_000), blogZone)
  return { isLater, wall: { date, time: '08:00' } }
}

export type PublishTime = { ok: true; publishAt: UtcIso | null; sentence: string } | { ok: false; sentence: string }

/** When it becomes public, or why it cannot be then. `publishAt` null: as soon as it is there. */
export function publishTime({ isLater, wall }: ChosenTime, blogZone: string, now: Date): PublishTime {
  if (!isLater) return { ok: true, publishAt: null, sentence: '' }
  if (wall.date === '' || wall.time === '') return { ok: false, sentence: t('Choose a day and a time.') }
  const moment = momentAtBlog(wall, blogZone)
  if (moment === null) {
    return { ok: false, sentence: t('This time does not exist at the blog: the clocks are put forward then.') }
  }
  const words = bothClocks(moment, blogZone, now)
  if (moment <= now)
    return { ok: false, sentence: t('{time} has passed already. Choose a later time.', { time: words }) }
  return { ok: true, publishAt: utcIso(moment), sentence: t('{time}.', { time: words }) }
}
