import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { SiteStyle } from '../../../../shared/contract/services.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { useLine } from '../shell/use-line.ts'
import { shortTime } from '../../ui/times.ts'
import { useNow } from '../../ui/use-now.ts'

/** As long as it is taken for fresh, also when somebody asks. */
const DAY_MS = 24 * 3_600_000

interface WornStyle {
  kept: SiteStyle | null
  /** How true the preview is. */
  sentence: string
  /** Fetches it; null where that happens by itself. */
  onFetch: (() => void) | null
}

/** The theme's styles as they were last fetched; fetched again in the background where there is a line. */
export function useSiteStyle(blog: Blog): WornStyle {
  const { core, queryClient } = useCore()
  const options = core.preview.siteStyle.queryOptions({ blogId: blog.id })
  const kept = useQuery(options)
  const { mutate, isPending } = useMutation(
    core.preview.renewSiteStyle.mutationOptions({
      onSuccess: (style) => queryClient.setQueryData(options.queryKey, style),
    }),
  )
  const now = useNow()
  const isCostly = useLine(blog.id)?.isCostly === true
  useEffect(() => {
    mutate({ blogId: blog.id, isAsked: false })
  }, [mutate, blog.id])

  const onFetch = isCostly && !isPending ? () => mutate({ blogId: blog.id, isAsked: true }) : null
  if (kept.data) {
    const sentence = t('The theme as it was on {time}.', { time: shortTime(kept.data.fetchedAt) })
    return {
      kept: kept.data,
      sentence,
      onFetch: now.getTime() - Date.parse(kept.data.fetchedAt) < DAY_MS ? null : onFetch,
    }
  }
  const sentence = isPending
    ? t('Looking for the theme of the site…')
    : t('In a neutral style: the theme of the site is not on this laptop.')
  return { kept: null, sentence, onFetch }
}
