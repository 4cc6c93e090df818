import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { SiteStyle } from '../../../../shared/contract/services.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { shortTime } from '../../ui/times.ts'

interface WornStyle {
  kept: SiteStyle | null
  /** How true the preview is. */
  sentence: string
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
  useEffect(() => {
    mutate({ blogId: blog.id })
  }, [mutate, blog.id])

  if (kept.data)
    return { kept: kept.data, sentence: t('The theme as it was on {time}.', { time: shortTime(kept.data.fetchedAt) }) }
  const sentence = isPending
    ? t('Looking for the theme of the site…')
    : t('In a neutral style: the theme of the site is not on this laptop.')
  return { kept: null, sentence }
}
