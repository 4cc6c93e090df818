import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import type { SecondLook } from '../../../../shared/domain/second-look.ts'
import { Choice } from '../../ui/choice.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface SecondLookFieldProps {
  secondLook: Settings['secondLook']
  onChange: (secondLook: Settings['secondLook']) => void
}

const AT_ONCE = 'at-once'
const OFFERED: (SecondLook | typeof AT_ONCE)[] = [AT_ONCE, 2, 5, 15, 60, 'until-looked-at']

/** How long a reply on this blog waits for its writer to change their mind. */
export function SecondLookField({ secondLook, onChange }: SecondLookFieldProps) {
  const blog = useActiveBlog()
  return (
    <Choice
      label={t('A second look at replies on this blog')}
      hint={t('A reply that is held stands in the outbox; it is changed or let go there at any time.')}
      value={String(secondLook[blog.id] ?? AT_ONCE)}
      options={OFFERED.map((look) => ({ id: String(look), label: lookWords(look) }))}
      onChange={(chosen) => {
        const { [blog.id]: _before, ...others } = secondLook
        const look = OFFERED.find((each) => String(each) === chosen) ?? AT_ONCE
        onChange(look === AT_ONCE ? others : { ...others, [blog.id]: look })
      }}
    />
  )
}

function lookWords(look: SecondLook | typeof AT_ONCE): string {
  if (look === AT_ONCE)
    return t('None: it can be undone for {seconds, plural, one {# second} other {# seconds}}', { seconds: 10 })
  if (look === 'until-looked-at') return t('It stays until I have looked at it again')
  return look === 60
    ? t('It is held for an hour')
    : t('{minutes, plural, one {It is held for # minute} other {It is held for # minutes}}', { minutes: look })
}
