import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { NO_POLICY, type ReviewPolicy } from '../../../shared/domain/review.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import { reviewPolicyPart } from '../settings/mend-settings.ts'
import type { Desk } from '../store/desk.ts'
import { readWhole } from '../stored-value.ts'

/** What the blog asks of a post before it goes out. Read where it counts, so that nothing has to be handed down to there. */
export function policyOf(desk: Desk, blogId: BlogId): ReviewPolicy {
  const preferences = desk.settings.find('preferences') as { reviewPolicies?: Record<string, unknown> } | null
  const own = readWhole(reviewPolicyPart, preferences?.reviewPolicies?.[blogId])
  return underPolicy(own ?? NO_POLICY, policyInForce(desk))
}

/** The stricter of what the person and the organisation want. */
export function underPolicy(own: ReviewPolicy, { reviewRequired }: Policy): ReviewPolicy {
  if (reviewRequired === undefined) return own
  const isStricter = own.publishing === 'required' && !own.allowsUrgent
  return { publishing: 'required', allowsUrgent: reviewRequired === 'urgent-afterwards' && !isStricter }
}
