import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

/** Makes an empty post, or page, and opens it, with the caret in its title. */
export function useNewPost(blogId: BlogId) {
  const { core, queryClient } = useCore()
  const [, navigate] = useLocation()
  return useMutation(
    core.posts.create.mutationOptions({
      // The open post goes first: what is typed from now on is meant for the new one.
      onMutate: () => navigate('/writing'),
      onSuccess: async (post) => {
        navigate(`/writing/${post.id}`)
        await queryClient.invalidateQueries({ queryKey: core.posts.list.queryKey({ blogId }) })
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
}
