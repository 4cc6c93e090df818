import { useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Today, WaitsForBlog } from '../../../../shared/domain/today.ts'
import { shortTime } from '../../ui/times.ts'
import { lineWords } from '../shell/line-words.ts'
import { TodayLine } from './today-line.tsx'
import { TodayPart } from './today-part.tsx'

/** What is in the outbox of each blog and why it is still here; and what is with a reviewer. */
export function WaitsPart({ today, blogs }: { today: Today; blogs: readonly Blog[] }) {
  const { waits, withReviewersCount } = today
  return (
    <TodayPart title={t('What waits')}>
      {waits.length === 0 && withReviewersCount === 0 ? (
        <p className="today-note">{t('Nothing waits to be sent.')}</p>
      ) : (
        <ul className="today-list">
          {waits.map((each) => (
            <li key={each.blogId}>
              <WaitsLine waits={each} blog={blogs.find(({ id }) => id === each.blogId)} />
            </li>
          ))}
          {withReviewersCount > 0 && (
            <li>
              <TodayLine blogId={null} path="/review">
                <span className="today-strong">
                  {t('{count, plural, one {One text is} other {# texts are}} with a reviewer', {
                    count: withReviewersCount,
                  })}
                </span>
              </TodayLine>
            </li>
          )}
        </ul>
      )}
    </TodayPart>
  )
}

function WaitsLine({ waits, blog }: { waits: WaitsForBlog; blog: Blog | undefined }) {
  const { core } = useCore()
  const line = useQuery(core.line.list.queryOptions()).data?.find(({ blogId }) => blogId === waits.blogId)
  const more = waits.count - waits.first.length
  return (
    <TodayLine blogId={waits.blogId} path="/outbox">
      <span className="today-strong">
        {t('{count, plural, one {# thing waits} other {# things wait}} for {blog}', {
          count: waits.count,
          blog: blog?.name ?? '',
        })}
      </span>
      <span className="post-row-excerpt writers-voice today-words" dir="auto">
        {waits.first.map((what) => what || t('Untitled')).join(' · ')}
        {more > 0 && ' · …'}
      </span>
      <span className="post-row-excerpt today-sentence">
        {sentences(waits, blog && lineWords(line, blog).sentence)}
      </span>
    </TodayLine>
  )
}

function sentences({ keptCount, nextAt }: WaitsForBlog, ofLine: string | undefined): string {
  return [
    ...(ofLine === undefined ? [] : [ofLine]),
    ...(nextAt === null ? [] : [t('The next goes at {time}.', { time: shortTime(nextAt) })]),
    ...(keptCount === 0
      ? []
      : [t('{count, plural, one {One stays} other {# stay}} here until you say so.', { count: keptCount })]),
  ].join(' ')
}
