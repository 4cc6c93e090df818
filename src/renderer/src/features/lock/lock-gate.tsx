import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { CouldNotOpen } from '../shell/could-not-open.tsx'
import { t } from '../../../../shared/words/t.ts'
import { useActivity } from './use-activity.ts'
import { laterPlace } from '../../ui/later.tsx'

const LockScreen = laterPlace(async () => (await import('./lock-screen.tsx')).LockScreen)

/** The desk while it is open. Locked, nothing of it stays in the window: no word, no picture, no cached answer. */
export function LockGate({ children }: { children: ReactNode }) {
  const { lock, queryClient } = useCore()
  const state = useQuery(lock.state.queryOptions())
  const isOpen = state.data?.state === 'open'
  useActivity(isOpen)

  const lockKey = lock.pathKey()[0]
  useEffect(() => {
    if (isOpen) return
    queryClient.removeQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== JSON.stringify([...lockKey, 'state']),
    })
    queryClient.getMutationCache().clear()
  }, [isOpen, queryClient, lockKey])

  if (state.error) return <CouldNotOpen error={appErrorOf(state.error)} onRetry={() => void state.refetch()} />
  if (!state.data) return <p className="opening">{t('Opening the desk…')}</p>
  return isOpen ? children : <LockScreen lock={state.data} />
}
