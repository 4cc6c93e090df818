import { useMutation } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import { useGoOnFromHere } from '../../ui/use-go-on.ts'

/** Sets up the blog inside the program (or finds it again), makes it the open one and shows its posts. */
export function usePracticeBlog() {
  const { client, core, queryClient } = useCore()
  const goOnFromHere = useGoOnFromHere()
  return useMutation(
    core.blogs.connectPractice.mutationOptions({
      onMutate: goOnFromHere,
      onSuccess: async (blog, _nothing, goOn) => {
        await client.settings.set.mutate({ activeBlogId: blog.id })
        goOn('/writing')
        await queryClient.invalidateQueries()
      },
    }),
  )
}
