import { t } from '../../../../shared/words/t.ts'
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
  if (organisation === undefined)
    return reason === undefined ? t('Set by your organisation.') : t('Set by your organisation: {reason}', { reason })
  return reason === undefined
    ? t('Set by {organisation}.', { organisation })
    : t('Set by {organisation}: {reason}', { organisation, reason })
}

export interface ManagedLine {
  field: PolicyField
  label: string
  value: string
}

type DecidedField = Exclude<PolicyField, 'organisation' | 'reason'>

const labels = (): Record<DecidedField, string> => ({
  allowedBlogs: t('Blogs that may be connected'),
  connection: t('Blog to connect'),
  reviewRequired: t('Review', {}, 'what a policy decides'),
  holdSeconds: t('Time to take something back'),
  quietDates: t('Quiet dates'),
  blockingChecks: t('Checks that stop a post'),
  rulePacks: t('Rule packs'),
  answeringPromise: t('Answers to comments'),
  forbiddenExports: t('Not to be saved as a file'),
  lockAfterMinutes: t('Lock', {}, 'what a policy decides'),
  escrowKey: t('Escrow key'),
  updates: t('Newer versions of Attaché'),
  proxy: t('Way to the network'),
})

/** Each thing that is decided for this desk, in one line. */
export function managedLines(policy: Policy): ManagedLine[] {
  return (Object.entries(labels()) as [DecidedField, string][]).flatMap(([field, label]) => {
    const value = valueWords(policy, field)
    return value === null ? [] : [{ field, label, value }]
  })
}

function valueWords(policy: Policy, field: DecidedField): string | null {
  if (policy[field] === undefined || (policy.holdSeconds === 0 && field === 'holdSeconds')) return null
  switch (field) {
    case 'allowedBlogs':
      return listed(policy.allowedBlogs, t('No further blog, but for practice'))
    case 'connection':
      return policy.connection?.address ?? ''
    case 'reviewRequired':
      return policy.reviewRequired === 'always'
        ? t('A post goes out only as it was approved')
        : t('A post goes out only as it was approved; urgent ones are approved afterwards')
    case 'holdSeconds':
      return t('{seconds, plural, one {At least # second in the outbox} other {At least # seconds in the outbox}}', {
        seconds: policy.holdSeconds ?? 0,
      })
    case 'quietDates':
      return listed(policy.quietDates?.map(quietDateWords), t('None', {}, 'quiet dates'))
    case 'blockingChecks':
      return listed(policy.blockingChecks, t('None', {}, 'checks'))
    case 'rulePacks':
      return listed(
        policy.rulePacks?.map(({ name }) => name),
        t('None', {}, 'rule packs'),
      )
    case 'answeringPromise':
      return policy.answeringPromise ? promiseWords(policy.answeringPromise) : ''
    case 'forbiddenExports':
      return listed(
        policy.forbiddenExports?.map((kind) => exportWords(kind)),
        t('Everything may be saved'),
      )
    case 'lockAfterMinutes':
      return t(
        '{minutes, plural, one {After one minute at the latest, on a desk with a passphrase} other {After # minutes at the latest, on a desk with a passphrase}}',
        { minutes: policy.lockAfterMinutes ?? 0 },
      )
    case 'escrowKey':
      return t('Your IT department can open this desk')
    case 'updates':
      return policy.updates ? updateWords(policy.updates) : ''
    case 'proxy':
      return policy.proxy ? proxyWords(policy.proxy) : ''
  }
}

function exportWords(kind: ExportKind): string {
  switch (kind) {
    case 'blog':
      return t('A whole blog')
    case 'post':
      return t('A post')
    case 'review':
      return t('A review, or its trail')
    case 'review-word':
      return t('A review in Word')
    case 'handover':
      return t('The handover of this desk')
  }
}

function updateWords(updates: UpdatePolicy): string {
  switch (updates.from) {
    case 'nowhere':
      return t('Your organisation brings them to this computer')
    case 'file':
      return t('From a file that you choose')
    case 'feed':
      return t('From a file that you choose, and from {feed}', { feed: updates.feed })
  }
}

function proxyWords(proxy: ProxyPolicy): string {
  switch (proxy.mode) {
    case 'system':
      return t('As this computer is set up')
    case 'direct':
      return t('Directly, by no proxy')
    case 'fixed':
      return proxy.bypass
        ? t('By {server}, but not for {hosts}', {
            server: proxy.server,
            hosts: proxy.bypass.map(bypassWords).join(', '),
          })
        : t('By {server}', { server: proxy.server })
  }
}

/** Chromium's own word for names without a dot. */
const bypassWords = (host: string): string => (host === '<local>' ? t('addresses of this network') : host)

export function promiseWords({ workingDays, closedOn }: NonNullable<Policy['answeringPromise']>): string {
  const within = t(
    '{days, plural, =0 {Nothing is promised} one {Within one working day} other {Within # working days}}',
    { days: workingDays },
  )
  if (closedOn.length === 0) return within
  return t('{within}; closed on {days}', { within, days: closedOn.map(weekdayName).join(', ') })
}

function quietDateWords({ from, until, why }: QuietDate): string {
  const what = why === '' ? t('Quiet', {}, 'a quiet date without a name') : why
  const begins = Date.parse(from) === 0 ? null : longTime(from)
  if (until === null)
    return begins === null
      ? t('{what}, until IT has put the dates right', { what })
      : t('{what}, from {begins} until IT has put the dates right', { what, begins })
  const ends = longTime(until)
  return begins === null
    ? t('{what}, until {ends}', { what, ends })
    : t('{what}, from {begins} until {ends}', { what, begins, ends })
}

const listed = (items: readonly string[] | undefined, none: string): string =>
  items === undefined || items.length === 0 ? none : items.join(' · ')

/** What of the policy cannot be read, and what holds instead; '' where all of it could. */
export function faultWords({ trouble, faults }: PolicyStatus): string[] {
  const whole = trouble === null ? [] : [troubleSentence(trouble)]
  return [...whole, ...faults.map(faultSentence)]
}

function troubleSentence(trouble: NonNullable<PolicyStatus['trouble']>): string {
  switch (trouble) {
    case 'unreadable':
      return t(
        'The policy of this machine cannot be read. What it said last stays in force; where it never could be read, the strictest holds.',
      )
    case 'not-an-object':
      return t(
        'The policy of this machine is no policy. What it said last stays in force; where it never could be read, the strictest holds.',
      )
    case 'signature':
      return t(
        'The policy of this machine does not bear the signature it had before. What it said last stays in force.',
      )
  }
}

function faultSentence({ field, taken }: PolicyFault): string {
  switch (taken) {
    case 'strict':
      return t('“{field}” cannot be read; the strictest that it can say holds.', { field })
    case 'left-out':
      return t('“{field}” cannot be read, and what cannot be read of it is left out.', { field })
    case 'unknown':
      return t('“{field}” is nothing that this desk knows.', { field })
  }
}
