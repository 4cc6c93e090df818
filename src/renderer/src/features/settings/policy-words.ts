import type {
  ExportKind,
  Policy,
  PolicyFault,
  PolicyField,
  PolicyStatus,
  ProxyPolicy,
  QuietDate,
  UpdatePolicy,
} from '../../../../shared/domain/policy.ts'
import { longTime, weekdayName } from '../../ui/times.ts'

/** Who decided, and why: stands beside what is fixed. */
export function managedWords({ organisation, reason }: Policy): string {
  const who = organisation === undefined ? 'Set by your organisation' : `Set by ${organisation}`
  return reason === undefined ? `${who}.` : `${who}: ${reason}`
}

export interface ManagedLine {
  field: PolicyField
  label: string
  value: string
}

const LABELS: Record<Exclude<PolicyField, 'organisation' | 'reason'>, string> = {
  allowedBlogs: 'Blogs that may be connected',
  connection: 'Blog to connect',
  reviewRequired: 'Review',
  holdSeconds: 'Time to take something back',
  quietDates: 'Quiet dates',
  blockingChecks: 'Checks that stop a post',
  rulePacks: 'Rule packs',
  answeringPromise: 'Answers to comments',
  forbiddenExports: 'Not to be saved as a file',
  lockAfterMinutes: 'Lock',
  escrowKey: 'Escrow key',
  updates: 'Newer versions of Attaché',
  proxy: 'Way to the network',
}

/** Each thing that is decided for this desk, in one line. */
export function managedLines(policy: Policy): ManagedLine[] {
  return (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((field) => {
    const value = valueWords(policy, field)
    return value === null ? [] : [{ field, label: LABELS[field], value }]
  })
}

function valueWords(policy: Policy, field: keyof typeof LABELS): string | null {
  if (policy[field] === undefined || (policy.holdSeconds === 0 && field === 'holdSeconds')) return null
  switch (field) {
    case 'allowedBlogs':
      return listed(policy.allowedBlogs, 'No further blog, but for practice')
    case 'connection':
      return policy.connection?.address ?? ''
    case 'reviewRequired':
      return policy.reviewRequired === 'always'
        ? 'A post goes out only as it was approved'
        : 'A post goes out only as it was approved; urgent ones are approved afterwards'
    case 'holdSeconds':
      return `At least ${policy.holdSeconds} seconds in the outbox`
    case 'quietDates':
      return listed(policy.quietDates?.map(quietDateWords), 'None')
    case 'blockingChecks':
      return listed(policy.blockingChecks, 'None')
    case 'rulePacks':
      return listed(
        policy.rulePacks?.map(({ name }) => name),
        'None',
      )
    case 'answeringPromise':
      return policy.answeringPromise ? promiseWords(policy.answeringPromise) : ''
    case 'forbiddenExports':
      return listed(
        policy.forbiddenExports?.map((kind) => EXPORTS[kind]),
        'Everything may be saved',
      )
    case 'lockAfterMinutes':
      return `After ${policy.lockAfterMinutes === 1 ? 'one minute' : `${policy.lockAfterMinutes} minutes`} at the latest, on a desk with a passphrase`
    case 'escrowKey':
      return 'Your IT department can open this desk'
    case 'updates':
      return policy.updates ? updateWords(policy.updates) : ''
    case 'proxy':
      return policy.proxy ? proxyWords(policy.proxy) : ''
  }
}

const EXPORTS: Record<ExportKind, string> = {
  blog: 'A whole blog',
  post: 'A post',
  review: 'A review, or its trail',
  'review-word': 'A review in Word',
  handover: 'The handover of this desk',
}

function updateWords(updates: UpdatePolicy): string {
  switch (updates.from) {
    case 'nowhere':
      return 'Your organisation brings them to this computer'
    case 'file':
      return 'From a file that you choose'
    case 'feed':
      return `From a file that you choose, and from ${updates.feed}`
  }
}

function proxyWords(proxy: ProxyPolicy): string {
  switch (proxy.mode) {
    case 'system':
      return 'As this computer is set up'
    case 'direct':
      return 'Directly, by no proxy'
    case 'fixed':
      return `By ${[proxy.server, ...(proxy.bypass ? [`but not for ${proxy.bypass.map(bypassWords).join(', ')}`] : [])].join(', ')}`
  }
}

/** Chromium's own word for names without a dot. */
const bypassWords = (host: string): string => (host === '<local>' ? 'addresses of this network' : host)

export function promiseWords({ workingDays, closedOn }: NonNullable<Policy['answeringPromise']>): string {
  const within =
    workingDays === 0
      ? 'Nothing is promised'
      : `Within ${workingDays === 1 ? 'one working day' : `${workingDays} working days`}`
  return closedOn.length === 0 ? within : `${within}; closed on ${closedOn.map(weekdayName).join(', ')}`
}

function quietDateWords({ from, until, why }: QuietDate): string {
  const ends = until === null ? 'until IT has put the dates right' : `until ${longTime(until)}`
  const begins = Date.parse(from) === 0 ? '' : `from ${longTime(from)} `
  return `${why === '' ? 'Quiet' : why}, ${begins}${ends}`
}

const listed = (items: readonly string[] | undefined, none: string): string =>
  items === undefined || items.length === 0 ? none : items.join(' · ')

/** What of the policy cannot be read, and what holds instead; '' where all of it could. */
export function faultWords({ trouble, faults }: PolicyStatus): string[] {
  const whole = trouble === null ? [] : [TROUBLES[trouble]]
  return [...whole, ...faults.map(faultSentence)]
}

const TROUBLES: Record<NonNullable<PolicyStatus['trouble']>, string> = {
  unreadable:
    'The policy of this machine cannot be read. What it said last stays in force; where it never could be read, the strictest holds.',
  'not-an-object':
    'The policy of this machine is no policy. What it said last stays in force; where it never could be read, the strictest holds.',
  signature: 'The policy of this machine does not bear the signature it had before. What it said last stays in force.',
}

function faultSentence({ field, taken }: PolicyFault): string {
  switch (taken) {
    case 'strict':
      return `“${field}” cannot be read; the strictest that it can say holds.`
    case 'left-out':
      return `“${field}” cannot be read, and what cannot be read of it is left out.`
    case 'unknown':
      return `“${field}” is nothing that this desk knows.`
  }
}
