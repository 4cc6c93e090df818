import { app, session } from 'electron'
import type { CoreTransport } from '../../../shared/contract/wire.ts'
import type { Policy, PolicyStatus } from '../../../shared/domain/policy.ts'
import { policyOfMachine } from '../policy/policy-of-machine.ts'
import { proxyConfigOf } from '../policy/proxy-config.ts'

/**
 * What holds in this process. The desk knows best, which also has the last policy that could be read; while it is locked the machine's own
 * place has to do, where one that cannot be read is held to the strictest.
 */
export async function policyNow(core: Pick<CoreTransport, 'call'>): Promise<Policy> {
  const answer = await core.call({ path: 'settings.policy', type: 'query', input: undefined })
  return answer.ok ? ((answer.data as PolicyStatus).inForce ?? {}) : policyOfMachine()
}

/** The core's requests belong to no session, the window's to the default one. Call after `ready`, before the core starts. */
export async function useProxy(policy: Policy): Promise<void> {
  const config = proxyConfigOf(policy)
  await Promise.all([app.setProxy(config), session.defaultSession.setProxy(config)])
}

/** Whenever the desk may have taken another policy. A proxy that is the same is not set again, which would cut what is under way. */
export function followProxy(core: CoreTransport, inUse: Policy): void {
  let used = JSON.stringify(proxyConfigOf(inUse))
  core.onChange(({ topic }) => {
    if (topic !== 'settings' && topic !== 'lock' && topic !== 'core-restarted') return
    void policyNow(core).then((policy) => {
      const wanted = JSON.stringify(proxyConfigOf(policy))
      if (wanted === used) return undefined
      used = wanted
      return useProxy(policy)
    })
  })
}
