import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { PostAim } from '../../../../shared/domain/insight.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'

const SAVED_AFTER_MS = 300

/** What a post is for: saved while it is typed, and when the post is left. */
export function useKeptAim(
  postId: PostId,
  stored: PostAim,
): { aim: PostAim; change: (patch: Partial<PostAim>) => void; error: AppErrorData | null } {
  const { core, queryClient } = useCore()
  const [aim, setAim] = useState(stored)
  const [saved, setSaved] = useState(stored)
  const put = useMutation(core.insight.setAim.mutationOptions())

  const save = useEffectEvent((latest: PostAim) => {
    if (latest === saved) return
    // Who comes back at once finds what they wrote, not what was here before.
    queryClient.setQueryData(core.insight.aim.queryKey({ postId }), latest)
    put.mutate({ postId, aim: latest })
    setSaved(latest)
  })
  const saveLast = useEffectEvent(() => save(aim))
  useEffect(() => {
    const timer = setTimeout(() => save(aim), SAVED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [aim])
  useEffect(() => () => saveLast(), [])
  return {
    aim,
    change: (patch) => setAim((before) => ({ ...before, ...patch })),
    error: put.error ? appErrorOf(put.error) : null,
  }
}
