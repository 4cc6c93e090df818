import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'

/** Sets up the blog inside the program (or finds it again), makes it the open one and shows its posts. */
export function usePracticeBlog() {
  const { client, core, queryClient } = useCore()
  const [, navigate] = useLocation()
  return useMutation(
    core.blogs.connectPractice.mutationOptions({
      onSuccess: async (blog) => {
        await client.settings.set.mutate({ activeBlogId: blog.id })
        navigate('/writing')
        await queryClient.invalidateQueries()
      },
    }),
  )
}
