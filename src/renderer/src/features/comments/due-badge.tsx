import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '../../api/queries.ts'
import { answerBy } from '../../../../shared/conversation/answer-promise.ts'
import { dayAtBlog, dayWords } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

/** Until when an answer keeps what the blog promises its readers, or that it is late. Nothing where nothing is promised. */
export function DueBadge({ askedAt }: { askedAt: string }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const promise = useQuery(core.settings.get.queryOptions(undefined, { select: ({ promises }) => promises[blog.id] }))
  const [today] = useState(() => dayAtBlog(new Date(), blog.timeZone))
  if (!promise.data) return null
  const by = answerBy(dayAtBlog(new Date(askedAt), blog.timeZone), promise.data)
  if (by === null) return null
  const isLate = by < today
  return (
    <span className={`badge ${isLate ? 'tone-needs-you' : 'tone-plain'}`}>
      {isLate ? `Late since ${dayWords(by)}` : `Answer by ${dayWords(by)}`}
    </span>
  )
}
