import { useCallback } from 'react'
import { useLocation } from 'wouter'

/**
 * For what takes a while and then shows its result. Call the answer when it begins: what that gives goes on to a path if
 * the person is still where they were then, and leaves them alone if they went elsewhere meanwhile.
 */
export function useGoOnFromHere(): () => (path: string) => void {
  const [, navigate] = useLocation()
  return useCallback(() => {
    const here = window.location.hash
    return (path) => {
      if (window.location.hash === here) navigate(path)
    }
  }, [navigate])
}
