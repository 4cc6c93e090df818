import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Settings, SettingsPatch } from '../../../../shared/contract/settings-input.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { LanguageCombo } from '../editor/details/language-combo.tsx'

interface ProfileFieldsProps {
  profile: Settings['profile']
  onChange: (patch: SettingsPatch) => void
}

/** Who writes here: under the title and in the sign-off. Role and place are this blog's, the language that of every new post. Taken over when a field is left. */
export function ProfileFields({ profile, onChange }: ProfileFieldsProps) {
  const blog = useActiveBlog()
  const here = profile.byBlog[blog.id] ?? { role: '', place: '' }
  const usual = profile.usual ?? { role: '', place: '', language: '' }
  const [name, setName] = useState(profile.name)
  const [role, setRole] = useState(here.role)
  const [place, setPlace] = useState(here.place)
  const save = (language = usual.language): void => {
    const byBlog = { ...profile.byBlog, [blog.id]: { role: role.trim(), place: place.trim() } }
    onChange({ profile: { name: name.trim(), byBlog, usual: { ...usual, language } } })
  }
  return (
    <fieldset className="profile-fields">
      <TextField className="field" value={name} onChange={setName} onBlur={() => save()}>
        <Label>{t('Name under your posts')}</Label>
        <Input className="input" dir="auto" maxLength={200} placeholder={blog.displayName} />
      </TextField>
      <TextField className="field" value={role} onChange={setRole} onBlur={() => save()}>
        <Label>{t('Role on this blog')}</Label>
        <Input className="input" dir="auto" maxLength={200} placeholder={t('Ambassador')} />
      </TextField>
      <TextField className="field" value={place} onChange={setPlace} onBlur={() => save()}>
        <Label>{t('Place')}</Label>
        <Input className="input" dir="auto" maxLength={200} placeholder={t('Hanoi')} />
      </TextField>
      <LanguageCombo
        label={t('Language of a new post')}
        language={usual.language}
        placeholder={t('Not chosen')}
        onChoose={save}
      />
    </fieldset>
  )
}
