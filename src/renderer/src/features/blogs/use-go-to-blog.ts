import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { useActiveBlog } from './active-blog.ts'

/** Goes to a place of any blog: the window shows that blog then. */
export function useGoToBlog(): (blogId: BlogId, path: string, state?: object) => Promise<void> {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const active = useActiveBlog()
  const setSettings = useMutation(core.settings.set.mutationOptions())
  return async (blogId, path, state) => {
    if (blogId !== active.id) await setSettings.mutateAsync({ activeBlogId: blogId })
    navigate(path, { state })
  }
}
