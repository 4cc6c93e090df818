import { useState } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { t } from '../../../../shared/words/t.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface PurposeFieldProps {
  purposes: Settings['purposes']
  onChange: (purposes: Settings['purposes']) => void
}

/** What this blog is for. Taken over when the field is left. */
export function PurposeField({ purposes, onChange }: PurposeFieldProps) {
  const blog = useActiveBlog()
  const [purpose, setPurpose] = useState(purposes[blog.id] ?? '')
  return (
    <TextField
      className="field"
      value={purpose}
      onChange={setPurpose}
      onBlur={() => onChange({ ...purposes, [blog.id]: purpose.trim() })}
    >
      <Label>{t('What this blog is for')}</Label>
      <TextArea className="input" dir="auto" rows={2} maxLength={1000} />
      <Text slot="description" className="field-hint">
        {t('In sight beside every post that is written for it. It stays on this laptop.')}
      </Text>
    </TextField>
  )
}
