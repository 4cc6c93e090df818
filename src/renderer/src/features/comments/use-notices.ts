import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import type { Notice } from '../../../../shared/domain/notice.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'

/** The window's title says how many, and in a browser that may show notices the window shows them; Electron's own process does there. */
export function useNotices(): void {
  const { core, transport } = useCore()
  const [, navigate] = useLocation()
  const { data: count = 0 } = useQuery(core.comments.badge.queryOptions())
  const setSettings = useMutation(core.settings.set.mutationOptions())

  useEffect(() => {
    document.title = count > 0 ? `(${numberWords(count)}) Attaché` : 'Attaché'
  }, [count])

  const tell = useEffectEvent(({ blogId, title, body }: Notice) => {
    if (document.hasFocus() || !canNotify() || Notification.permission !== 'granted') return
    // Of several windows each shows it; the same tag makes them one.
    const shown = new Notification(title, { body, tag: blogId })
    shown.addEventListener('click', () => {
      shown.close()
      window.focus()
      setSettings.mutate({ activeBlogId: blogId })
      navigate('/conversation')
    })
  })
  useEffect(() => {
    if (transport.platform !== 'browser') return
    return transport.onChange((event) => {
      if (event.topic === 'notice') tell(event.notice)
    })
  }, [transport])
}

/** Not every browser has notices, and none where the address is not a safe one. */
export const canNotify = (): boolean => 'Notification' in window
