import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { NO_POLICY, type ReviewPolicy } from '../../../../shared/domain/review.ts'
import { Choice } from '../../ui/choice.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface PolicyFieldProps {
  policies: Settings['reviewPolicies']
  onChange: (policies: Settings['reviewPolicies']) => void
}

const WAYS = ['offered', 'urgent', 'required'] as const
type Way = (typeof WAYS)[number]

const POLICIES: Record<Way, ReviewPolicy> = {
  offered: NO_POLICY,
  urgent: { publishing: 'required', allowsUrgent: true },
  required: { publishing: 'required', allowsUrgent: false },
}

function wayWords(way: Way): string {
  switch (way) {
    case 'offered':
      return t('may be approved')
    case 'urgent':
      return t('has to be approved; urgent ones afterwards')
    case 'required':
      return t('has to be approved, always')
  }
}

/** Whether a post of this blog goes out only as somebody approved it. */
export function PolicyField({ policies, onChange }: PolicyFieldProps) {
  const blog = useActiveBlog()
  const { publishing, allowsUrgent } = policies[blog.id] ?? NO_POLICY
  const way: Way = publishing === 'offered' ? 'offered' : allowsUrgent ? 'urgent' : 'required'
  return (
    <Choice
      label={t('Before it goes out, a post of this blog')}
      hint={t('An approval seals the exact text, title, pictures and time. Whatever changes after it breaks the seal.')}
      value={way}
      options={WAYS.map((id) => ({ id, label: wayWords(id) }))}
      onChange={(chosen) => onChange({ ...policies, [blog.id]: POLICIES[chosen] })}
    />
  )
}
