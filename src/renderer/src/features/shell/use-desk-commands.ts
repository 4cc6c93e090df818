import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { MenuCommand } from '../../../../shared/contract/wire.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { openSearch } from '../search/search-open.ts'
import { useNewPost } from '../posts/use-new-post.ts'

/** The application menu's commands, and the keys that no menu takes. */
export function useDeskCommands(blog: Blog): void {
  const { core, lock, transport } = useCore()
  const [, navigate] = useLocation()
  const newPost = useNewPost(blog.id)
  const syncNow = useMutation(
    core.line.syncNow.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )

  const shut = useMutation(
    lock.shut.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )

  const obey = useEffectEvent((command: MenuCommand) => {
    switch (command) {
      case 'new-post':
        return newPost.mutate({ blogId: blog.id })
      case 'sync-now':
        return syncNow.mutate({ blogId: blog.id })
      case 'boarding-check':
        return navigate('/boarding')
      case 'conversation':
        return navigate('/conversation')
      case 'search':
        return openSearch()
      case 'guidance':
        return navigate('/guidance')
      case 'lock':
        return shut.mutate()
    }
  })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'F1' && !event.defaultPrevented) {
      event.preventDefault()
      return navigate('/guidance')
    }
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
    if (event.shiftKey && event.code === 'KeyL') shut.mutate()
    else if (event.shiftKey) return
    else if (event.key === 'k') openSearch()
    else if (event.key === 'n' && transport.platform === 'browser') newPost.mutate({ blogId: blog.id })
    else return
    event.preventDefault()
  })

  useEffect(() => {
    const stopMenu = transport.onMenu((command) => obey(command))
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => {
      stopMenu()
      window.removeEventListener('keydown', listener)
    }
  }, [transport])
}
