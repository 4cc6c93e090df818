import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { NO_POLICY } from '../../../shared/domain/review.ts'
import { underPolicy } from '../review/review-policy.ts'

/** What holds: the person's own settings, and over them what their organisation decided for every blog. */
export function settingsUnderPolicy(own: Settings, policy: Policy, blogIds: readonly BlogId[]): Settings {
  const { reviewRequired, answeringPromise, lockAfterMinutes } = policy
  const each = <Value>(valueOf: (blogId: BlogId) => Value): Record<string, Value> =>
    Object.fromEntries(blogIds.map((blogId) => [blogId, valueOf(blogId)]))
  return {
    ...own,
    ...(reviewRequired !== undefined && {
      reviewPolicies: {
        ...own.reviewPolicies,
        ...each((blogId) => underPolicy(own.reviewPolicies[blogId] ?? NO_POLICY, policy)),
      },
    }),
    ...(lockAfterMinutes !== undefined && {
      lockAfterMinutes: Math.min(own.lockAfterMinutes ?? lockAfterMinutes, lockAfterMinutes),
    }),
    ...(answeringPromise !== undefined && { promises: { ...own.promises, ...each(() => answeringPromise) } }),
  }
}
