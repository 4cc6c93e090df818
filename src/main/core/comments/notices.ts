import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { WEEKEND } from '../../../shared/conversation/answer-promise.ts'
import { decideNotice } from '../../../shared/conversation/decide-notice.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

const NEWEST = 3
/** Of a comment of any length; a notice shows less. */
const READ_CHARACTERS = 2000

/** Looks after a sync whether the person is to be told of what came; if so, says it once. */
export function createNotices({
  desk,
  clock,
  feed,
  settings,
}: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  settings: () => Pick<Settings, 'notices' | 'promises'>
}): (blogId: BlogId) => void {
  return (blogId) => {
    const { count, newest } = desk.notices.untold(blogId, NEWEST)
    const { notices, promises } = settings()
    const now = clock.now()
    const verdict = decideNotice({
      count,
      newest: newest.map(({ authorName, contentHtml }) => ({
        authorName,
        words: htmlToText(contentHtml.slice(0, READ_CHARACTERS)),
      })),
      blogName: desk.blogs.getBlog(blogId).name,
      choices: notices,
      closedOn: promises[blogId]?.closedOn ?? WEEKEND,
      at: { weekday: now.getDay(), hour: now.getHours() },
    })
    if (verdict.what === 'wait') return
    desk.transaction(() => desk.notices.forget(blogId))
    if (verdict.what === 'tell')
      feed.emit({ topic: 'notice', notice: { blogId, title: verdict.title, body: verdict.body } })
  }
}
