import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { createContext, useContext } from 'react'
import type { LockRouter } from '../../../shared/contract/lock-router.ts'
import type { AppRouter } from '../../../shared/contract/router.ts'
import { coreLink } from './core-link.ts'
import type { WindowTransport } from './window-transport.ts'

export type CoreQueries = TRPCOptionsProxy<AppRouter>
export type LockQueries = TRPCOptionsProxy<LockRouter>['lock']

export interface CoreAccess {
  transport: WindowTransport
  queryClient: QueryClient
  /** Plain calls, for what is not a component. */
  client: TRPCClient<AppRouter>
  /** Query and mutation options for every call; nobody spells a key. */
  core: CoreQueries
  /** The same of the lock, which answers also when nothing else does. */
  lock: LockQueries
}

/**
 * React Query as a cache over the core's own calls. The core answers without a line, so nothing is ever paused or retried
 * here; events say what is stale (see follow-changes.ts).
 */
export function openCoreAccess(transport: WindowTransport): CoreAccess {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  const client = createTRPCClient<AppRouter>({ links: [coreLink(transport)] })
  const lockClient = createTRPCClient<LockRouter>({ links: [coreLink(transport)] })
  return {
    transport,
    queryClient,
    client,
    core: createTRPCOptionsProxy<AppRouter>({ client, queryClient }),
    lock: createTRPCOptionsProxy<LockRouter>({ client: lockClient, queryClient }).lock,
  }
}

export const CoreAccessContext = createContext<CoreAccess | null>(null)

export function useCore(): CoreAccess {
  const access = useContext(CoreAccessContext)
  if (!access) throw new Error('useCore outside of CoreAccessContext')
  return access
}
