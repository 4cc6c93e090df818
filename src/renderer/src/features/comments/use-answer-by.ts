import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useCore } from '../../api/queries.ts'
import { answerBy } from '../../../../shared/conversation/answer-promise.ts'
import { dayAtBlog } from '../../../../shared/blog-day.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

export interface AnswerBy {
  day: string
  isLate: boolean
}

/** Until when an answer keeps what the blog promises its readers; null where nothing is promised. */
export function useAnswerBy(): (askedAt: string) => AnswerBy | null {
  const { core } = useCore()
  const blog = useActiveBlog()
  const { data } = useQuery(core.settings.get.queryOptions(undefined, { select: ({ promises }) => promises[blog.id] }))
  const [today] = useState(() => dayAtBlog(new Date(), blog.timeZone))
  return useCallback(
    (askedAt) => {
      const day = data ? answerBy(dayAtBlog(new Date(askedAt), blog.timeZone), data) : null
      return day === null ? null : { day, isLate: day < today }
    },
    [data, blog.timeZone, today],
  )
}
