import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { errorLine } from '../../../../shared/sentences.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { showToast } from '../../ui/toasts.tsx'

/** Begins the lessons or takes them up again, and opens the post that they are done on. */
export function useBeginPractice(onGone?: () => void) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  return useMutation(
    core.practice.begin.mutationOptions({
      onSuccess: ({ postId }) => {
        navigate(`/writing/${postId}`)
        onGone?.()
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
}
