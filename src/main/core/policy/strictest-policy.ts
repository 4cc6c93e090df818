import { utcIso } from '../../../shared/domain/ids.ts'
import { EXPORT_KINDS, LONGEST_HOLD_SECONDS, type Policy, type QuietDate } from '../../../shared/domain/policy.ts'

/** No date can be read of it: nothing that readers would see leaves. */
export const ALWAYS_QUIET: QuietDate = { from: utcIso(new Date(0)), until: null, why: '', allowsUrgent: false }

/** The strictest that each field can say; a field that protects nothing has none. It holds on a managed machine whose policy could never be read. */
export const STRICTEST: Required<
  Pick<
    Policy,
    | 'allowedBlogs'
    | 'reviewRequired'
    | 'holdSeconds'
    | 'quietDates'
    | 'forbiddenExports'
    | 'lockAfterMinutes'
    | 'updates'
  >
> = {
  allowedBlogs: [],
  reviewRequired: 'always',
  holdSeconds: LONGEST_HOLD_SECONDS,
  quietDates: [ALWAYS_QUIET],
  forbiddenExports: [...EXPORT_KINDS],
  lockAfterMinutes: 1,
  updates: { from: 'nowhere' },
}
