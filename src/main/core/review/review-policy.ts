import { reviewPolicyInput } from '../../../shared/contract/inputs.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import { NO_POLICY, type ReviewPolicy } from '../../../shared/domain/review.ts'
import type { Desk } from '../store/desk.ts'

/** What the blog asks of a post before it goes out. Read where it counts, so that nothing has to be handed down to there. */
export function policyOf(desk: Desk, blogId: BlogId): ReviewPolicy {
  const preferences = desk.settings.find('preferences') as { reviewPolicies?: Record<string, unknown> } | null
  const policy = reviewPolicyInput.safeParse(preferences?.reviewPolicies?.[blogId])
  return policy.success ? policy.data : NO_POLICY
}
